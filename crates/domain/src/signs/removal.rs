//! The sign that a cell has to consider removal from the list. People decide; it is never automatic.

use std::collections::BTreeSet;

use super::{MemberFacts, Sign, SignKind, Weight};
use crate::{problems::Sentence, rules::Ruled, time::Month};

/// As many months of one calendar year without meetings, or without dues, as the rule names (statement 36; 208-QĐ/TW,
/// 01-QĐ/TW Art. 2). The two are not added up.
pub(super) fn removal(facts: &MemberFacts, rule: &Ruled<u32>, year: i16) -> Option<Sign> {
    let (absent, unpaid) = (in_year(&facts.absent, year), in_year(&facts.unpaid, year));
    let key = match (absent >= rule.value, unpaid >= rule.value) {
        (true, true) => "signs-removal-absent-and-unpaid",
        (true, false) => "signs-removal-absent",
        (false, true) => "signs-removal-unpaid",
        (false, false) => return None,
    };
    let words =
        Sentence::new(key).with("absent", absent).with("unpaid", unpaid).with("year", year.to_string());
    let sign = Sign::new(SignKind::RemovalToConsider, facts.cell, Weight::Consider, words);
    Some(sign.by(rule.citation.clone()).of(facts.member))
}

/// How many different months of a year there are among these.
pub(super) fn in_year(months: &[Month], year: i16) -> u32 {
    let months: BTreeSet<_> = months.iter().filter(|month| month.year() == year).collect();
    u32::try_from(months.len()).unwrap_or(u32::MAX)
}
