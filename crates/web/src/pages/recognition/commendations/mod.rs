//! Commendations: a committee's year, one commendation, and its form.

mod enter;
mod list;
mod one;

use nennep_app::{App, recognition::commendations::CommendationView};
use nennep_domain::{decisions::Decision, recognition::commendations::Recipient};

use crate::{routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(enter::routes()).merge(one::routes())
}

/// A commendation as lists show it.
pub(in crate::pages) struct Praise {
    /// Where it stands.
    pub(in crate::pages) path: String,
    /// Who was commended, where the list is not of one.
    pub(in crate::pages) to: String,
    /// Where the one commended is shown; empty where the reader may not go.
    pub(in crate::pages) to_path: String,
    /// The cell, of a member.
    pub(in crate::pages) of: String,
    /// What for.
    pub(in crate::pages) reason: String,
    /// The kind, as a word.
    pub(in crate::pages) kind: String,
    /// By whom and by which decision.
    pub(in crate::pages) by: String,
    /// The day.
    pub(in crate::pages) on: String,
    /// The end, in words, where it was ended.
    pub(in crate::pages) ended: Option<String>,
}

impl Praise {
    fn of(w: Words, view: &CommendationView) -> Self {
        let one = &view.kept.commendation;
        let (to, of) = match one.to {
            Recipient::Member(_) => (view.kept.name.clone(), view.place.clone()),
            Recipient::Organisation(_) => (view.place.clone(), String::new()),
        };
        let ended = one.ended.as_ref().map(|ended| {
            let (date, said) = (w.date(ended.on), decided(w, ended));
            let values = [("date", date.as_str().into()), ("decision", said.as_str().into())];
            w.with("commendations-ended-by", &values)
        });
        Self {
            path: format!("/commendations/{}", one.id),
            to,
            to_path: String::new(),
            of,
            reason: one.reason.clone(),
            kind: w.one_of("commendations-kind", one.kind.as_str()),
            by: decided(w, &one.decision),
            on: w.date(one.decision.on),
            ended,
        }
    }
}

/// The commendations of one, as their page shows them.
pub(in crate::pages) fn praises(w: Words, views: &[CommendationView]) -> Vec<Praise> {
    views.iter().map(|view| Praise::of(w, view)).collect()
}

/// By whom, and by which decision where it has a number.
fn decided(w: Words, decision: &Decision) -> String {
    let by = decision.by.as_str();
    match (decision.number.as_str(), by) {
        ("", by) => by.to_owned(),
        (number, "") => w.with("commendations-number", &[("number", number.into())]),
        (number, by) => w.with("commendations-number-by", &[("number", number.into()), ("by", by.into())]),
    }
}

/// Where a reader goes from a commendation: back to whom it is of.
fn home(to: Recipient) -> String {
    match to {
        Recipient::Member(member) => format!("/members/{member}"),
        Recipient::Organisation(organisation) => format!("/organisations/{organisation}"),
    }
}
