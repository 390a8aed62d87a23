//! Reading of one item of a rubric, by its kind.

use std::{cell::RefCell, collections::BTreeSet};

use super::{
    Fact,
    band::{Band, Bands, Edge},
    condition::{Condition, known_fact},
    fact::FactKind,
    read_parts::{citation, origin, take_key, title},
    rubric::{Choice, Counted, Criterion, Scoring, ScoringKind},
};
use crate::{
    problems::Sentence,
    rules::{BoundarySide, Hundredths, reading::Section},
};

/// The item of a table, or `None` with findings.
pub(super) fn criterion(section: &Section<'_, '_>, keys: &RefCell<BTreeSet<String>>) -> Option<Criterion> {
    let key = section.demand("key", section.text("key"));
    section.name(key.as_deref().unwrap_or_default());
    take_key(section, key.as_deref(), keys);
    let title = title(section);
    let kind: Option<ScoringKind> =
        section.demand("kind", section.word("kind", "quality-rubric-unknown-kind"));
    let maximum = section.demand("points", section.hundredths("points"));
    let applies = condition(section, "applies");
    if applies.as_ref().is_some_and(|applies| applies.answers().is_none()) {
        section.found("applies", Sentence::new("quality-rubric-applies-compares"));
    }
    let help = section.texts("help").unwrap_or_default();
    let help = help.iter().filter_map(|name| take(section, "help", known_fact(name))).collect();
    let (origin, citation) = (origin(section), citation(section));
    let scoring = kind.and_then(|kind| scoring(section, kind, maximum));
    let start = section.hundredths("start");
    section.finish();
    let (maximum, scoring) = (maximum?, scoring?);
    let judged = match &scoring {
        Scoring::Choice(choices) => choices.iter().all(|choice| choice.when.is_none()),
        Scoring::YesNo(when) | Scoring::Bonus(when) => when.is_none(),
        Scoring::Number(counted) => counted.is_none(),
        Scoring::RatioBand { .. } | Scoring::Deduction(..) => false,
    };
    if judged && start.is_none() {
        section.found("start", Sentence::new("quality-rubric-start-missing"));
    }
    let unknown = if matches!(scoring, Scoring::Bonus(_) | Scoring::Deduction(..)) {
        Hundredths::ZERO
    } else {
        maximum
    };
    let start = start.unwrap_or(unknown);
    let found =
        Criterion { key: key?, title: title?, maximum, scoring, start, applies, help, origin, citation };
    if !found.can_have(start) {
        section.found("start", Sentence::new("quality-rubric-start-out-of-range"));
    }
    Some(found)
}

fn scoring(section: &Section<'_, '_>, kind: ScoringKind, maximum: Option<Hundredths>) -> Option<Scoring> {
    let when = || condition(section, "when");
    match kind {
        ScoringKind::Choice => choices(section, maximum).map(Scoring::Choice),
        ScoringKind::YesNo => Some(Scoring::YesNo(when())),
        ScoringKind::Number => Some(Scoring::Number(counted(section))),
        ScoringKind::RatioBand => ratio(section, maximum),
        ScoringKind::Bonus => Some(Scoring::Bonus(when())),
        ScoringKind::Deduction => Some(Scoring::Deduction(when(), counted(section))),
    }
}

fn counted(section: &Section<'_, '_>) -> Option<Counted> {
    let name = section.text("per")?;
    let fact = of_kind(section, "per", &name, FactKind::Number, "quality-rubric-fact-not-number");
    let each = section.demand("each", section.hundredths("each"));
    Some(Counted { per: fact?, each: each? })
}

fn choices(section: &Section<'_, '_>, maximum: Option<Hundredths>) -> Option<Vec<Choice>> {
    let inner = section.sections("choice");
    let read = |inner: &Section<'_, '_>| {
        let (key, title) = (inner.demand("key", inner.text("key")), title(inner));
        let points = inner.demand("points", inner.hundredths("points"));
        let when = condition(inner, "when");
        inner.finish();
        Some(Choice { key: key?, title: title?, points: points?, when })
    };
    let choices: Vec<_> = inner.iter().filter_map(read).collect();
    if choices.len() != inner.len() {
        return None;
    }
    let conditions = choices.iter().filter(|choice| choice.when.is_some()).count();
    let last_is_open = choices.last().is_some_and(|choice| choice.when.is_none());
    if choices.is_empty() || (conditions > 0 && !(last_is_open && conditions + 1 == choices.len())) {
        section.found("choice", Sentence::new("quality-rubric-choice-without-otherwise"));
    }
    let best = choices.iter().map(|choice| choice.points).max();
    best_is_maximum(section, best, maximum);
    Some(choices)
}

fn ratio(section: &Section<'_, '_>, maximum: Option<Hundredths>) -> Option<Scoring> {
    let name = section.demand("fact", section.text("fact"));
    let fact = name
        .and_then(|name| of_kind(section, "fact", &name, FactKind::Ratio, "quality-rubric-fact-not-ratio"));
    let side: Option<BoundarySide> = section.word("boundary", "quality-rubric-unknown-word");
    let side = side.filter(|side| *side != BoundarySide::Rubric);
    let lowest_when = condition(section, "lowest_when");
    let inner = section.sections("band");
    let read: Vec<_> = inner.iter().filter_map(band).collect();
    if read.len() != inner.len() {
        return None;
    }
    let bands = Bands::new(read, side).map_err(|wrong| {
        for sentence in wrong {
            section.found("band", sentence);
        }
    });
    let bands = bands.ok()?;
    best_is_maximum(section, Some(bands.best()), maximum);
    Some(Scoring::RatioBand { fact: fact?, bands, lowest_when })
}

fn band(section: &Section<'_, '_>) -> Option<Band> {
    let edge = |closed, open, otherwise| match (section.hundredths(closed), section.hundredths(open)) {
        (Some(percent), None) => Some(Edge { percent, inclusive: true }),
        (None, Some(percent)) => Some(Edge { percent, inclusive: false }),
        (None, None) => Some(Edge { percent: otherwise, inclusive: true }),
        (Some(_), Some(_)) => {
            section.found(open, Sentence::new("quality-rubric-band-two-ends"));
            None
        }
    };
    let (from, to) =
        (edge("at_least", "more_than", Hundredths::ZERO), edge("at_most", "below", Hundredths::whole(100)));
    let points = section.demand("points", section.hundredths("points"));
    section.finish();
    Some(Band { from: from?, to: to?, points: points? })
}

fn best_is_maximum(section: &Section<'_, '_>, best: Option<Hundredths>, maximum: Option<Hundredths>) {
    if let (Some(best), Some(maximum)) = (best, maximum)
        && best != maximum
    {
        let sentence = Sentence::new("quality-rubric-best-not-maximum").with("best", best.to_string());
        section.found("points", sentence.with("maximum", maximum.to_string()));
    }
}

fn of_kind(
    section: &Section<'_, '_>,
    field: &'static str,
    name: &str,
    kind: FactKind,
    wrong: &'static str,
) -> Option<Fact> {
    let fact = take(section, field, known_fact(name))?;
    if fact.kind() != kind {
        section.found(field, Sentence::new(wrong).with("fact", name));
        return None;
    }
    Some(fact)
}

fn condition(section: &Section<'_, '_>, field: &'static str) -> Option<Condition> {
    section.text(field).and_then(|text| take(section, field, Condition::parse(&text)))
}

fn take<T>(section: &Section<'_, '_>, field: &str, read: Result<T, Sentence>) -> Option<T> {
    read.map_err(|sentence| section.found(field, sentence)).ok()
}
