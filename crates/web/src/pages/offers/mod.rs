//! What members can and want to do: each one's own form, and the list of a cell for those who give its tasks.

mod cell;
mod own;

use nennep_app::App;
use nennep_domain::offers::{OfferList, Said};

use crate::{routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    own::routes().merge(cell::routes())
}

/// What was said, in one line: what the member can do, would like to do, own words, hours.
pub(in crate::pages) fn said(w: Words, said: &Said) -> String {
    if said.nothing {
        return w.t("offers-is-nothing");
    }
    let list = OfferList::built_in();
    let words = |keys: &[String]| {
        let known = keys.iter().filter_map(|key| list.find(key));
        known.map(|entry| w.of_both(&entry.text).to_owned()).collect::<Vec<_>>().join("; ")
    };
    let mut parts = Vec::new();
    if !said.skills.is_empty() {
        parts.push(w.with("offers-said-skills", &[("list", words(&said.skills).into())]));
    }
    if !said.kinds.is_empty() {
        parts.push(w.with("offers-said-kinds", &[("list", words(&said.kinds).into())]));
    }
    if !said.words.is_empty() {
        parts.push(said.words.clone());
    }
    if let Some(hours) = said.hours_a_month {
        parts.push(w.with("offers-said-hours", &[("hours", hours.into())]));
    }
    parts.join(" · ")
}
