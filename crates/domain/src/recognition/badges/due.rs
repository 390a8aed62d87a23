//! Which badge falls to whom on which day (statement 34; 01-HD/TW 18).

use jiff::civil::Date;

use super::{BadgeError, BadgeGround};
use crate::{
    problems::Citation,
    rules::Rules,
    signs::{badge_at, badge_days, earliest_for_illness, years_full},
    time::{PartialDate, minus_months},
};

/// What is known of a member for whom a badge is weighed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeFacts {
    /// The day party age runs from.
    pub admitted_on: PartialDate,
    /// The day of death.
    pub died_on: Option<Date>,
    /// The badges awarded already, in years.
    pub awarded: Vec<u32>,
}

/// A badge that may be proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeCase {
    /// The badge, in years.
    pub years: u32,
    /// On what ground; of an early one, only where the member is seriously ill.
    pub ground: BadgeGround,
    /// The day on which the years are full, or would have been.
    pub full_on: Date,
    /// The rule.
    pub citation: Citation,
}

/// A badge somebody wants to propose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day it is to be given; on the first ground a day of badges.
    pub day: Date,
}

/// The badge that may be proposed for a member on a day of badges: due, else early for serious illness, else after death for who had not
/// lived to see it.
pub fn case_at(facts: &BadgeFacts, day: Date, rules: &Rules) -> Option<BadgeCase> {
    let from = facts.admitted_on;
    let open = |years: &u32| !facts.awarded.contains(years);
    let badges = rules.badge_years();
    if let Some(died_on) = facts.died_on {
        let months = rules.badge_posthumous_months();
        let before =
            badge_days(died_on.year(), rules).chain(badge_days(died_on.year().saturating_sub(1), rules));
        let before = before.filter(|one| *one <= died_on).max();
        let falls = |years: &u32| {
            let full_on = years_full(from, *years);
            let short = minus_months(full_on, months.value) <= died_on;
            short && before.is_none_or(|before| before < full_on)
        };
        let given = died_on <= day && minus_months(day, months.value) < died_on;
        let years = badges.value.into_iter().filter(open).filter(falls).max().filter(|_| given)?;
        let full_on = years_full(from, years);
        return Some(BadgeCase {
            years,
            ground: BadgeGround::Posthumous,
            full_on,
            citation: months.citation,
        });
    }
    if let Some(due) = badge_at(from, day, rules).filter(|due| open(&due.value)) {
        let full_on = years_full(from, due.value);
        let (years, citation) = (due.value, due.citation);
        return Some(BadgeCase { years, ground: BadgeGround::Due, full_on, citation });
    }
    let early = |years: u32| {
        let (full_on, earliest) = (years_full(from, years), earliest_for_illness(from, years, rules));
        let falls = day < full_on && earliest.value <= day;
        falls.then_some(BadgeCase {
            years,
            ground: BadgeGround::Illness,
            full_on,
            citation: earliest.citation,
        })
    };
    badges.value.into_iter().filter(open).find_map(early)
}

/// Whether a badge may be proposed; refused with the rule where it may not.
pub fn check(facts: &BadgeFacts, asked: Candidate, rules: &Rules) -> Result<(), BadgeError> {
    let Candidate { years, ground, day } = asked;
    let badges = rules.badge_years();
    if !badges.value.contains(&years) {
        return Err(BadgeError::NoSuchBadge { years, citation: badges.citation });
    }
    if facts.awarded.contains(&years) {
        return Err(BadgeError::AwardedAlready { years });
    }
    let full_on = years_full(facts.admitted_on, years);
    match (ground, facts.died_on) {
        (BadgeGround::Posthumous, None) => Err(BadgeError::NotDeceased),
        (BadgeGround::Due | BadgeGround::Illness, Some(on)) => Err(BadgeError::Deceased { on }),
        (BadgeGround::Posthumous, Some(died_on)) => {
            let months = rules.badge_posthumous_months();
            let (first, months, citation) =
                (minus_months(full_on, months.value), months.value, months.citation);
            if died_on < first { Err(BadgeError::TooEarly { first, months, citation }) } else { Ok(()) }
        }
        (BadgeGround::Illness, None) => {
            let first = earliest_for_illness(facts.admitted_on, years, rules);
            let senior = years >= rules.badge_senior_from_years().value;
            let months = if senior { rules.badge_early_senior_months() } else { rules.badge_early_months() };
            let (first, months, citation) = (first.value, months.value, months.citation);
            if day < first { Err(BadgeError::TooEarly { first, months, citation }) } else { Ok(()) }
        }
        (BadgeGround::Due, None) => {
            if !badge_days(day.year(), rules).any(|one| one == day) {
                return Err(BadgeError::NotADay { citation: rules.badge_days().citation });
            }
            let citation = badges.citation;
            if day < full_on { Err(BadgeError::NotFull { years, full_on, citation }) } else { Ok(()) }
        }
    }
}

/// The days of badges around a day: the two before it and the five from it on, in their order.
pub fn days_around(today: Date, rules: &Rules) -> Vec<Date> {
    let years = [
        today.year().saturating_sub(1),
        today.year(),
        today.year().saturating_add(1),
        today.year().saturating_add(2),
    ];
    let mut days: Vec<Date> = years.into_iter().flat_map(|year| badge_days(year, rules)).collect();
    days.sort_unstable();
    let next = days.partition_point(|day| *day < today);
    days.into_iter().skip(next.saturating_sub(2)).take(7).collect()
}
