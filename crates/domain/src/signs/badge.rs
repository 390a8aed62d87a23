//! Party badges: which one on which day, and how early for serious illness.

use jiff::civil::Date;

use super::{MemberFacts, Sign, SignKind, Weight};
use crate::{
    problems::Sentence,
    rules::{Ruled, Rules},
    time::{PartialDate, minus_months, plus_months, written},
};

const MONTHS_OF_A_YEAR: u32 = 12;

/// The badge, in years, that falls to a member on a day of badges: the years were full by then, and not yet on the day of
/// badges before. `admitted_on` is the day party age runs from; where only its month or year is known, its latest day
/// counts (statement 34; 01-HD/TW 18).
pub fn badge_at(admitted_on: PartialDate, day: Date, rules: &Rules) -> Option<Ruled<u32>> {
    let occasion = Occasion::at(day, rules);
    let years = occasion.badge(admitted_on)?;
    Some(occasion.badges.map(|_| years))
}

/// A day of badges.
#[derive(Debug, Clone)]
pub(super) struct Occasion {
    day: Date,
    /// The day of badges before it.
    before: Option<Date>,
    /// The badges there are, in years.
    badges: Ruled<Vec<u32>>,
}

impl Occasion {
    fn at(day: Date, rules: &Rules) -> Self {
        let before = badge_days(day.year().saturating_sub(1), rules).chain(badge_days(day.year(), rules));
        Self { day, before: before.filter(|one| *one < day).max(), badges: rules.badge_years() }
    }

    /// The next one, today included.
    pub(super) fn next(today: Date, rules: &Rules) -> Option<Self> {
        let days = badge_days(today.year(), rules).chain(badge_days(today.year().saturating_add(1), rules));
        days.filter(|day| *day >= today).min().map(|day| Self::at(day, rules))
    }

    fn badge(&self, admitted_on: PartialDate) -> Option<u32> {
        let falls = |years: &u32| {
            let full = years_full(admitted_on, *years);
            full <= self.day && self.before.is_none_or(|before| before < full)
        };
        self.badges.value.iter().copied().filter(falls).max()
    }
}

/// From which day a badge may be given for serious illness (statement 34; a committee may set its own months).
pub fn earliest_for_illness(admitted_on: PartialDate, years: u32, rules: &Rules) -> Ruled<Date> {
    let senior = years >= rules.badge_senior_from_years().value;
    let months = if senior { rules.badge_early_senior_months() } else { rules.badge_early_months() };
    months.map(|months| minus_months(years_full(admitted_on, years), months))
}

/// The badge that falls to a member on a day of badges; none that was awarded.
pub(super) fn badge(facts: &MemberFacts, occasion: &Occasion) -> Option<Sign> {
    let admitted_on = facts.admitted_on?;
    let years = occasion.badge(admitted_on).filter(|years| !facts.badges.contains(years))?;
    let (full, day) = (years_full(admitted_on, years), occasion.day);
    let words = Sentence::new("signs-badge-due")
        .with("years", years)
        .with("full", written(full))
        .with("day", written(day));
    let sign = Sign::new(SignKind::BadgeDue, facts.cell, Weight::Due, words);
    Some(sign.by(occasion.badges.citation.clone()).of(facts.member).since(full).due(day))
}

/// The day on which so many years of party age are full; where only a month or year of admission is known, its latest day counts.
pub fn years_full(admitted_on: PartialDate, years: u32) -> Date {
    plus_months(admitted_on.latest(), years.saturating_mul(MONTHS_OF_A_YEAR))
}

/// The days of badges of a year, in its order (01-HD/TW 18).
pub fn badge_days(year: i16, rules: &Rules) -> impl Iterator<Item = Date> + use<> {
    rules.badge_days().value.into_iter().filter_map(move |day| format!("{year:04}-{day}").parse().ok())
}
