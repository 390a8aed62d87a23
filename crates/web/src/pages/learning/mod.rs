//! Learning: a committee's classes by year, one class, a member's own classes, secretaries without training.

mod enter;
mod learners;
mod list;
mod one;
mod own;
mod untrained;

use nennep_app::{App, learning::LearnerView};

pub(super) use own::{OwnLine, own_lines};

use crate::{routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes()
        .merge(enter::routes())
        .merge(own::routes())
        .merge(untrained::routes())
        .merge(one::routes())
        .merge(learners::routes())
}

/// A span of days in words: one day as that day.
fn span(w: Words, from: jiff::civil::Date, to: jiff::civil::Date) -> String {
    let (first, last) = (w.date(from), w.date(to));
    if from == to {
        return first;
    }
    w.with("members-span", &[("from", first.as_str().into()), ("to", last.as_str().into())])
}

/// A certificate in words, with how long it is valid where that ends; empty where there is none.
fn certified(w: Words, view: &LearnerView) -> String {
    let Some(certificate) = &view.listed.learner.certificate else { return String::new() };
    let date = w.date(certificate.on);
    let values = [("number", certificate.number.as_str().into()), ("date", date.as_str().into())];
    let said = w.with("learning-certificate", &values);
    match view.valid_until {
        Some(until) => {
            let last = w.date(until);
            format!("{said}, {}", w.with("learning-valid-until", &[("date", last.as_str().into())]))
        }
        None => said,
    }
}
