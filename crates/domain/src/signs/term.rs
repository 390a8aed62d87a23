//! Signs of a cell's term: the next congress.

use jiff::civil::Date;

use super::{Sign, SignKind, Weight};
use crate::{
    ids::OrganisationId,
    problems::Sentence,
    rules::Rules,
    time::{minus_months, plus_months, written},
};

/// What is known of a cell's term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermFacts {
    /// The cell.
    pub cell: OrganisationId,
    /// The day of the last congress, or the first day of the term.
    pub began_on: Date,
}

/// Whether a congress is near or late: due from the tolerance before the end of the term, late after the tolerance
/// (statement 29; Điều lệ Art. 24.3, 294-QĐ/TW).
pub fn of_term(facts: TermFacts, rules: &Rules, today: Date) -> Option<Sign> {
    let (term, tolerance) = (rules.cell_term_months(), rules.term_tolerance_months().value);
    let end = plus_months(facts.began_on, term.value);
    let (first, last) = (minus_months(end, tolerance), plus_months(end, tolerance));
    if today < first {
        return None;
    }
    let (key, weight) = if today > last {
        ("signs-congress-late", Weight::Late)
    } else {
        ("signs-congress-due", Weight::Due)
    };
    let words = Sentence::new(key)
        .with("end", written(end))
        .with("first", written(first))
        .with("last", written(last));
    let sign = Sign::new(SignKind::CongressDue, facts.cell, weight, words);
    Some(sign.by(term.citation).since(facts.began_on).due(end))
}
