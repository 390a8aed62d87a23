//! The sign that a member is behind with dues: a word in time, before the rule has the cell consider more.

use super::{Measure, MemberFacts, Sign, SignKind, Weight, removal::in_year};
use crate::problems::Sentence;

/// As many unpaid months of one calendar year as the cell is reminded from, and fewer than statement 36 names.
pub(super) fn behind(facts: &MemberFacts, measure: &Measure, year: i16) -> Option<Sign> {
    let (warn, consider) = (&measure.warn_months, &measure.removal_months);
    let unpaid = in_year(&facts.unpaid, year);
    if unpaid < warn.value || unpaid >= consider.value {
        return None;
    }
    let words = Sentence::new("signs-dues-behind").with("unpaid", unpaid).with("year", year.to_string());
    let sign = Sign::new(SignKind::DuesBehind, facts.cell, Weight::Due, words);
    Some(sign.by(warn.citation.clone()).of(facts.member))
}
