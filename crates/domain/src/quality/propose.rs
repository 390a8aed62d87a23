//! The sheet the program proposes for a meeting: points with the evidence they rest on, or where to start and the facts that
//! help where a person must judge.

use std::collections::BTreeSet;

use super::{
    MeetingFacts, Rubric,
    fact::{Fact, FactValue},
    known::Known,
    rubric::{Choice, Counted, Criterion, Scoring},
    sheet::{Basis, Line, Sheet},
};
use crate::rules::{Hundredths, Rules};

/// Proposes a sheet. What the cell cannot be blamed for yet (papers not yet due, minutes not yet read) counts as done and is
/// marked for a person's judgement.
pub fn propose(rubric: &Rubric, facts: &MeetingFacts, rules: &Rules) -> Sheet {
    let known = Known { facts, rules, excluded: &rubric.attendance_excludes };
    let lines: Vec<_> = rubric
        .criteria()
        .map(|(block, criterion)| {
            let citation = criterion.citation.clone().unwrap_or_else(|| rubric.citation.clone());
            let (points, basis) = score(criterion, &known);
            let facts = rests_on(criterion);
            let mut evidence: Vec<_> = facts.iter().map(|fact| known.evidence(*fact)).collect();
            evidence.dedup();
            let rules: BTreeSet<_> = facts.iter().flat_map(|fact| known.rules_of(*fact)).collect();
            let rules = rules.into_iter().map(str::to_owned).collect();
            let (block, item, maximum) = (block.key.clone(), criterion.key.clone(), criterion.maximum);
            Line { block, item, maximum, points, basis, evidence, rules, citation }
        })
        .collect();
    let rebased = rules.rebase_inapplicable_items().value;
    let (rubric_code, version) = (rubric.code.clone(), rubric.from);
    let grade = rubric.cut_offs.grade(Hundredths::ZERO);
    let mut sheet = Sheet { rubric: rubric_code, version, rebased, lines, total: Hundredths::ZERO, grade };
    sheet.total = rubric.total(&sheet.points(), &sheet.scope());
    sheet.grade = rubric.cut_offs.grade(sheet.total);
    sheet
}

fn score(criterion: &Criterion, known: &Known<'_>) -> (Hundredths, Basis) {
    let applies = criterion.applies.as_ref().and_then(|applies| applies.holds(known)).unwrap_or(true);
    if !applies {
        return (Hundredths::ZERO, Basis::NotApplicable);
    }
    let maximum = criterion.maximum;
    let all_or_none = |holds: bool| if holds { maximum } else { Hundredths::ZERO };
    let points = match &criterion.scoring {
        Scoring::Choice(choices) => chosen(choices, known).map(|choice| choice.points),
        Scoring::YesNo(when) | Scoring::Bonus(when) => {
            when.as_ref().and_then(|when| when.holds(known)).map(all_or_none)
        }
        Scoring::Number(counted) => counted.as_ref().and_then(|counted| times(counted, maximum, known)),
        Scoring::RatioBand { fact, bands, lowest_when } => {
            let lowest = lowest_when.as_ref().is_some_and(|when| when.holds(known) == Some(true));
            let side = known.rules.speaking_boundary_side().value;
            match known.value(*fact) {
                _ if lowest => Some(bands.lowest()),
                Some(FactValue::Ratio(share)) => Some(bands.points(share, side)),
                _ => None,
            }
        }
        Scoring::Deduction(when, counted) => {
            deducted(when.is_some(), counted.as_ref(), maximum, known, || {
                when.as_ref().and_then(|when| when.holds(known))
            })
        }
    };
    points.map_or((criterion.start, Basis::Judgement), |points| (points, Basis::Evidence))
}

/// The first answer whose condition holds; `None` where one before it rests on what is not known, or a person chooses.
fn chosen<'a>(choices: &'a [Choice], known: &Known<'_>) -> Option<&'a Choice> {
    if choices.iter().all(|choice| choice.when.is_none()) {
        return None;
    }
    for choice in choices {
        match choice.when.as_ref().map(|when| when.holds(known)) {
            None | Some(Some(true)) => return Some(choice),
            Some(Some(false)) => {}
            Some(None) => return None,
        }
    }
    None
}

fn times(counted: &Counted, maximum: Hundredths, known: &Known<'_>) -> Option<Hundredths> {
    let Some(FactValue::Number(number)) = known.value(counted.per) else { return None };
    let points = Hundredths::new(counted.each.get().saturating_mul(i64::from(number)));
    Some(points.min(maximum))
}

fn deducted(
    conditional: bool,
    counted: Option<&Counted>,
    maximum: Hundredths,
    known: &Known<'_>,
    holds: impl Fn() -> Option<bool>,
) -> Option<Hundredths> {
    if conditional && !holds()? {
        return Some(Hundredths::ZERO);
    }
    match counted {
        Some(counted) => times(counted, maximum, known).map(|points| -points),
        None if conditional => Some(-maximum),
        None => None,
    }
}

/// The facts an item rests on, then those that help, each once.
fn rests_on(criterion: &Criterion) -> Vec<Fact> {
    let mut facts: Vec<Fact> = criterion.applies.iter().flat_map(super::Condition::facts).collect();
    match &criterion.scoring {
        Scoring::Choice(choices) => {
            facts.extend(
                choices.iter().filter_map(|choice| choice.when.as_ref()).flat_map(super::Condition::facts),
            );
        }
        Scoring::YesNo(when) | Scoring::Bonus(when) => {
            facts.extend(when.iter().flat_map(super::Condition::facts));
        }
        Scoring::Number(counted) => facts.extend(counted.iter().map(|counted| counted.per)),
        Scoring::RatioBand { fact, lowest_when, .. } => {
            facts.push(*fact);
            facts.extend(lowest_when.iter().flat_map(super::Condition::facts));
        }
        Scoring::Deduction(when, counted) => {
            facts.extend(when.iter().flat_map(super::Condition::facts));
            facts.extend(counted.iter().map(|counted| counted.per));
        }
    }
    facts.extend(&criterion.help);
    let mut once = Vec::new();
    for fact in facts {
        if !once.contains(&fact) {
            once.push(fact);
        }
    }
    once
}
