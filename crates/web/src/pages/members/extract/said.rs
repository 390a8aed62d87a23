//! What an extract holds, in words.

use nennep_domain::{members::extract::Extract, members::register};

use crate::words::Words;

/// A part of an extract: its heading and its lines (what, and beneath it when and by whom).
pub(super) struct Part {
    pub(super) title: String,
    pub(super) lines: Vec<(String, String)>,
    /// What is said where there is no line.
    pub(super) none: String,
}

/// The particulars that are known: name and value.
pub(super) fn particulars(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let profile = &extract.particulars;
    let value = |field: register::Field| match field {
        register::Field::Sex => {
            profile.sex.map(|sex| w.one_of("members-sex", sex.as_str())).unwrap_or_default()
        }
        other => register::typed(profile, other),
    };
    let all = register::ASKED.into_iter().map(|field| (w.say(&field.label()), value(field)));
    all.filter(|(_, value)| !value.is_empty()).collect()
}

/// The parts of an extract that hold lists.
pub(super) fn parts(w: Words, extract: &Extract) -> Vec<Part> {
    let part = |title: String, lines: Vec<(String, String)>, none: String| Part { title, lines, none };
    let nothing = || w.t("extract-part-nothing");
    let discipline = extract.discipline.as_ref();
    let dues = extract.dues.as_ref();
    vec![
        part(w.t("members-standings"), standings(w, extract), nothing()),
        part(w.t("members-offices"), offices(w, extract), nothing()),
        part(w.t("commendations-title"), praise(w, extract), nothing()),
        part(w.t("badges-title"), badges(w, extract), nothing()),
        part(
            w.t("extract-part-discipline"),
            measures(w, extract),
            if discipline.is_some() {
                w.t("extract-part-no-discipline")
            } else {
                w.t("extract-part-left-out")
            },
        ),
        part(
            w.t("dues-title"),
            paid(w, extract),
            if dues.is_some() { nothing() } else { w.t("extract-part-left-out") },
        ),
        part(w.t("extract-part-ratings"), ratings(w, extract), nothing()),
    ]
}

fn span(w: Words, from: jiff::civil::Date, to: Option<jiff::civil::Date>) -> String {
    match to {
        Some(to) => w.with("members-span", &[("from", w.date(from).into()), ("to", w.date(to).into())]),
        None => w.with("members-since", &[("from", w.date(from).into())]),
    }
}

fn standings(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::StandingPart| {
        let (grade, state) =
            (w.one_of("members-grade", one.grade.as_str()), w.one_of("members-state", one.state.as_str()));
        let left = one
            .left
            .map_or_else(String::new, |left| format!(" · {}", w.one_of("members-left", left.as_str())));
        (one.cell.clone(), format!("{grade}, {state} · {}{left}", span(w, one.from_on, one.to_on)))
    };
    extract.standings.iter().rev().map(line).collect()
}

fn offices(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::OfficePart| {
        let what = format!("{}, {}", w.one_of("offices-office", one.office.as_str()), one.organisation);
        (what, span(w, one.from_on, one.to_on))
    };
    extract.offices.iter().rev().map(line).collect()
}

fn praise(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::CommendationPart| {
        let what = format!("{}: {}", w.one_of("commendations-kind", one.kind.as_str()), one.reason);
        (what, by_decision(w, &one.number, one.on, &one.by))
    };
    extract.commendations.iter().map(line).collect()
}

fn by_decision(w: Words, number: &str, on: jiff::civil::Date, by: &str) -> String {
    [number, &w.date(on), by].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn badges(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::BadgePart| {
        (w.with("extract-badge", &[("years", one.years.into())]), by_decision(w, &one.number, one.on, ""))
    };
    extract.badges.iter().map(line).collect()
}

fn measures(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::DisciplinePart| {
        let what = format!("{}: {}", w.one_of("discipline-form", one.form.as_str()), one.reason);
        (
            what,
            format!(
                "{} · {}",
                by_decision(w, &one.number, one.on, &one.by),
                span(w, one.holds_from, one.until_on)
            ),
        )
    };
    extract.discipline.iter().flatten().map(line).collect()
}

fn paid(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let Some(dues) = &extract.dues else { return Vec::new() };
    let Some(to) = dues.paid_to else { return Vec::new() };
    let open: Vec<String> = dues.open.iter().map(|month| w.month(*month)).collect();
    let below = if open.is_empty() {
        String::new()
    } else {
        w.with("extract-dues-open", &[("months", open.join(", ").into())])
    };
    vec![(w.with("extract-dues-to", &[("month", w.month(to).into())]), below)]
}

fn ratings(w: Words, extract: &Extract) -> Vec<(String, String)> {
    let line = |one: &nennep_domain::members::extract::RatingPart| {
        let level = one
            .level
            .map_or_else(|| w.t("extract-not-rated"), |level| w.one_of("ratings-level", level.as_str()));
        (level, one.year.to_string())
    };
    extract.ratings.iter().map(line).collect()
}
