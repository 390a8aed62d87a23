//! Discipline, on pages of its own: of a member, of an organisation and those below it, and the forms of its facts. The only way in from
//! other pages is a link for those who may go.

mod enter;
mod list;
mod member;
mod one;

use nennep_app::{App, recognition::discipline::MeasureView};
use nennep_domain::recognition::discipline::{Decider, Discipline, Disciplined};

use crate::{pages::organisations::decision_said, routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(member::routes()).merge(enter::routes()).merge(one::routes())
}

/// A measure as lists show it.
struct Measure {
    /// Where it is kept; empty for who only reads it.
    path: String,
    /// Who it is of, and where that is shown.
    of: String,
    of_path: String,
    place: String,
    form: String,
    reason: String,
    /// What was decided or proposed, and from when it holds.
    said: Vec<String>,
    /// How it stands, and its tone.
    state: String,
    tone: &'static str,
}

impl Measure {
    fn of(w: Words, view: &MeasureView) -> Self {
        let one = &view.kept.discipline;
        let (of, of_path, place) = match one.of {
            Disciplined::Member(member, _) => {
                (view.kept.name.clone(), format!("/members/{member}/discipline"), view.place.clone())
            }
            Disciplined::Organisation(_) => (view.place.clone(), String::new(), String::new()),
        };
        let (state, tone) = state(w, view);
        Self {
            path: if view.open.is_empty() { String::new() } else { format!("/discipline/{}", one.id) },
            of,
            of_path,
            place,
            form: w.one_of("discipline-form", one.form.as_str()),
            reason: one.reason.clone(),
            said: said(w, view),
            state,
            tone,
        }
    }
}

fn state(w: Words, view: &MeasureView) -> (String, &'static str) {
    match (view.kept.discipline.is_proposal(), view.holds) {
        (true, _) => (w.t("discipline-is-proposal"), "average"),
        (false, true) => (w.t("discipline-holds"), "poor"),
        (false, false) => (w.t("discipline-is-over"), ""),
    }
}

/// The facts of a measure, sentence by sentence.
fn said(w: Words, view: &MeasureView) -> Vec<String> {
    let one = &view.kept.discipline;
    let dated = |key: &dyn Fn(&str) -> String, on| key(&w.date(on));
    let mut said = Vec::new();
    if let Some(on) = one.proposed_on {
        let form = view.kept.proposed_form.unwrap_or(one.form);
        let (form, date) = (w.one_of("discipline-form", form.as_str()), w.date(on));
        let values = [("form", form.as_str().into()), ("date", date.as_str().into())];
        said.push(w.with("discipline-proposed", &values));
    }
    if let Some(decided) = &one.decided {
        let decider = w.one_of("discipline-decider", decided.decider.as_str());
        said.push(format!("{decider}: {}", decision_said(w, &decided.decision)));
        let holds =
            dated(&|date| w.with("discipline-holds-from", &[("date", date.into())]), decided.holds_from);
        said.push(match decided.decider {
            Decider::Cell => format!("{holds} ({})", view.holds_by),
            Decider::Superior => holds,
        });
        if let Some(until) = decided.until_on {
            said.push(dated(&|date| w.with("discipline-until", &[("date", date.into())]), until));
        }
    }
    said.extend(term(w, one, view));
    said
}

fn term(w: Words, one: &Discipline, view: &MeasureView) -> Vec<String> {
    let mut said = Vec::new();
    if let (Some(on), Some(until)) = (one.received_on, &view.appeal_until) {
        let (received, last) = (w.date(on), w.date(until.value));
        let values = [("received", received.as_str().into()), ("until", last.as_str().into())];
        said.push(format!("{} ({})", w.with("discipline-appeal", &values), until.citation));
    }
    if let Some(ended) = &one.ended {
        let date = w.date(ended.on);
        let ends = w.with("discipline-ended-on", &[("date", date.as_str().into())]);
        said.push(if ended.basis.is_empty() { ends } else { format!("{ends}: {}", ended.basis) });
    }
    said
}

/// Where a reader goes from a measure: to what is kept of whom it is of.
fn home(of: Disciplined) -> String {
    match of {
        Disciplined::Member(member, _) => format!("/members/{member}/discipline"),
        Disciplined::Organisation(organisation) => format!("/discipline?of={organisation}"),
    }
}
