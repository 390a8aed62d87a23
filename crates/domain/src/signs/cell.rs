//! Signs of a cell's size, its committee and its officers.

use super::{Sign, SignKind, Weight};
use crate::{
    ids::{MemberId, OrganisationId},
    problems::Sentence,
    rules::Rules,
};

/// What is known of a cell today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFacts {
    /// The cell.
    pub cell: OrganisationId,
    /// Official members who belong to it.
    pub official: u32,
    /// Probationary members who belong to it.
    pub probationary: u32,
    /// Who holds the office of secretary.
    pub secretaries: Vec<MemberId>,
    /// Who holds the office of deputy secretary.
    pub deputies: Vec<MemberId>,
    /// Who is in the cell committee.
    pub committee: Vec<MemberId>,
}

/// What a cell's size, committee and officers say (statements 26 and 27; Điều lệ Art. 21, 24; 294-QĐ/TW point 24).
pub fn of_cell(facts: &CellFacts, rules: &Rules) -> Vec<Sign> {
    let mut signs = Vec::new();
    size(facts, rules, &mut signs);
    committee(facts, rules, &mut signs);
    officers(facts, rules, &mut signs);
    signs
}

fn size(facts: &CellFacts, rules: &Rules, signs: &mut Vec<Sign>) {
    let least = rules.cell_minimum_official();
    if facts.official < least.value {
        let words = Sentence::new("signs-too-few-official")
            .with("official", facts.official)
            .with("least", least.value);
        let sign = Sign::new(SignKind::TooFewOfficial, facts.cell, Weight::Blocking, words);
        signs.push(sign.by(least.citation));
    }
    let (members, from) =
        (facts.official.saturating_add(facts.probationary), rules.base_committee_from_members());
    if members >= from.value {
        let words =
            Sentence::new("signs-consider-committee").with("members", members).with("from", from.value);
        let sign = Sign::new(SignKind::ConsiderCommittee, facts.cell, Weight::Consider, words);
        signs.push(sign.by(from.citation));
    }
}

fn committee(facts: &CellFacts, rules: &Rules, signs: &mut Vec<Sign>) {
    let (from, most, seats) =
        (rules.committee_from_official(), rules.committee_maximum(), count(&facts.committee));
    let expected = facts.official >= from.value;
    let words = |key| Sentence::new(key).with("official", facts.official).with("from", from.value);
    if expected && seats == 0 {
        let words = words("signs-committee-expected");
        let sign = Sign::new(SignKind::CommitteeExpected, facts.cell, Weight::Due, words);
        signs.push(sign.by(from.citation.clone()));
    }
    if !expected && seats > 0 {
        let words = words("signs-committee-not-expected");
        let sign = Sign::new(SignKind::CommitteeNotExpected, facts.cell, Weight::Consider, words);
        signs.push(sign.by(from.citation.clone()));
    }
    if seats > most.value {
        let words = Sentence::new("signs-committee-too-large").with("seats", seats).with("most", most.value);
        let sign = Sign::new(SignKind::CommitteeTooLarge, facts.cell, Weight::Due, words);
        signs.push(sign.by(most.citation));
    }
    if expected && seats > 0 {
        let officers = facts.secretaries.iter().chain(&facts.deputies);
        for officer in officers.filter(|officer| !facts.committee.contains(officer)) {
            let words = Sentence::new("signs-outside-committee");
            let sign = Sign::new(SignKind::OutsideCommittee, facts.cell, Weight::Due, words);
            signs.push(sign.by(from.citation.clone()).of(*officer));
        }
    }
}

fn officers(facts: &CellFacts, rules: &Rules, signs: &mut Vec<Sign>) {
    let (one, most) = (rules.secretaries(), rules.deputies_maximum());
    let (secretaries, deputies) = (count(&facts.secretaries), count(&facts.deputies));
    if secretaries < one.value {
        let sign =
            Sign::new(SignKind::NoSecretary, facts.cell, Weight::Due, Sentence::new("signs-no-secretary"));
        signs.push(sign.by(one.citation.clone()));
    }
    if secretaries > one.value {
        let words =
            Sentence::new("signs-too-many-secretaries").with("held", secretaries).with("most", one.value);
        let sign = Sign::new(SignKind::TooManySecretaries, facts.cell, Weight::Due, words);
        signs.push(sign.by(one.citation));
    }
    if deputies > most.value {
        let words = Sentence::new("signs-too-many-deputies").with("held", deputies).with("most", most.value);
        let sign = Sign::new(SignKind::TooManyDeputies, facts.cell, Weight::Due, words);
        signs.push(sign.by(most.citation));
    }
}

fn count(people: &[MemberId]) -> u32 {
    u32::try_from(people.len()).unwrap_or(u32::MAX)
}
