//! Party badges: who is due on a day of badges, the form of a proposal, and one proposal with its steps.

mod list;
mod one;
mod propose;

use nennep_app::{App, recognition::badges::ProposalView};
use nennep_domain::recognition::badges::{BadgeGround, BadgeStep};

use crate::{routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(propose::routes()).merge(one::routes())
}

/// A badge as a member's file shows it.
pub(in crate::pages) struct BadgeRow {
    /// Where the proposal stands.
    pub(in crate::pages) path: String,
    /// The badge.
    pub(in crate::pages) title: String,
    /// How far it has come, in words.
    pub(in crate::pages) said: String,
    /// The day it was given, or is to be.
    pub(in crate::pages) on: String,
    /// Whether it was awarded.
    pub(in crate::pages) is_awarded: bool,
}

/// The badges of a member, as the file shows them.
pub(in crate::pages) fn rows(w: Words, views: &[ProposalView]) -> Vec<BadgeRow> {
    let row = |view: &ProposalView| {
        let one = &view.kept.proposal;
        let awarded = one.taken(BadgeStep::Awarded);
        BadgeRow {
            path: format!("/badges/{}", one.id),
            title: titled(w, one.years, one.ground),
            said: far(w, view),
            on: w.date(awarded.map_or(one.day, |taken| taken.on)),
            is_awarded: one.is_awarded(),
        }
    };
    views.iter().map(row).collect()
}

/// The badge in words, with its ground where that is not the plain one.
fn titled(w: Words, years: u32, ground: BadgeGround) -> String {
    let title = w.with("badges-badge", &[("years", years.into())]);
    match ground {
        BadgeGround::Due => title,
        other => format!("{title} ({})", w.one_of("badges-ground", other.as_str())),
    }
}

/// How far a proposal has come.
fn far(w: Words, view: &ProposalView) -> String {
    let one = &view.kept.proposal;
    if let Some(on) = one.withdrawn_on {
        return w.with("badges-withdrawn-on", &[("date", w.date(on).as_str().into())]);
    }
    let Some(last) = one.last() else { return String::new() };
    let step = w.one_of("badges-step", last.step.as_str());
    let date = w.date(last.on);
    let values = [("step", step.as_str().into()), ("date", date.as_str().into())];
    let said = w.with("badges-far", &values);
    match last.step {
        BadgeStep::Awarded => {
            let number = w.with("badges-number", &[("number", last.number.as_str().into())]);
            format!("{said}, {number}")
        }
        _ if !last.number.is_empty() => format!("{said}, {}", last.number),
        _ => said,
    }
}
