//! Signs of stays that have lasted too long: away, and exempt.

use jiff::civil::Date;

use super::{MemberFacts, Sign, SignKind, Weight};
use crate::{members::life::temporary_span, problems::Sentence, rules::Rules, time::written};

/// Longer away than agreed, or than a temporary transfer lasts (statement 35; 01-HD/TW 10.2.2).
pub(super) fn temporary(facts: &MemberFacts, rules: &Rules, today: Date) -> Option<Sign> {
    let span = temporary_span(facts.since, facts.study, rules);
    let due = facts.until.map_or(span.latest, |until| until.min(span.latest));
    if today <= due {
        return None;
    }
    let words =
        Sentence::new("signs-temporary-over").with("since", written(facts.since)).with("due", written(due));
    let sign = Sign::new(SignKind::TemporaryOver, facts.cell, Weight::Late, words);
    Some(sign.by(span.citation).of(facts.member).since(facts.since).due(due))
}

/// Exempt until a day that has passed.
pub(super) fn exemption(facts: &MemberFacts, today: Date) -> Option<Sign> {
    let until = facts.until.filter(|until| *until < today)?;
    let words = Sentence::new("signs-exemption-over").with("until", written(until));
    let sign = Sign::new(SignKind::ExemptionOver, facts.cell, Weight::Late, words);
    Some(sign.of(facts.member).since(facts.since).due(until))
}
