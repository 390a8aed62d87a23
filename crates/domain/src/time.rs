//! Instants, months and the dates people write on forms.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A moment in UTC, always whole microseconds, so that both databases keep it exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(Timestamp);

impl Instant {
    /// The moment, cut to whole microseconds.
    pub fn new(at: Timestamp) -> Self {
        Self(Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at))
    }

    /// The moment as jiff knows it.
    pub const fn timestamp(self) -> Timestamp {
        self.0
    }

    /// The moment on the wall clock of Vietnam (UTC+7, no summer time), where every meeting of this program is held.
    pub fn local(self) -> jiff::civil::DateTime {
        vietnam().to_datetime(self.0)
    }

    /// The date on the wall calendar of Vietnam.
    pub fn date(self) -> Date {
        self.local().date()
    }

    /// The moment a wall clock in Vietnam shows `local`.
    pub fn from_local(local: jiff::civil::DateTime) -> Self {
        local.to_zoned(vietnam()).map_or(Self(Timestamp::MIN), |zoned| Self::new(zoned.timestamp()))
    }

    /// Whole minutes from `earlier` to this moment; 0 if the clock ran backwards.
    pub fn minutes_since(self, earlier: Self) -> u32 {
        let seconds = self.0.as_second().saturating_sub(earlier.0.as_second());
        u32::try_from(seconds.max(0) / 60).unwrap_or(u32::MAX)
    }

    /// The moment `minutes` later (or earlier, if negative); saturates at the ends of the calendar.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// The moment `seconds` later (or earlier, if negative); saturates at the ends of the calendar.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        let span = jiff::SignedDuration::from_secs(seconds);
        Self(self.0.saturating_add(span).unwrap_or(self.0))
    }
}

impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.6}", self.0)
    }
}

/// The time zone of Vietnam: UTC+7 all year.
pub const fn vietnam() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(7))
}

/// A month of a year: meetings, returns and scores are counted by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month, if `month` is 1 to 12 and the year is one a calendar has.
    pub fn new(year: i16, month: i8) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month a date lies in.
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    /// The year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month's number, 1 to 12.
    pub const fn number(self) -> i8 {
        self.month
    }

    /// The calendar quarter, 1 to 4.
    pub const fn quarter(self) -> i8 {
        (self.month - 1) / 3 + 1
    }

    /// The first day.
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, self.month, 1)
    }

    /// The last day.
    pub fn last_day(self) -> Date {
        self.first_day().last_of_month()
    }

    /// The month `months` later (or earlier, if negative).
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let count = i32::from(self.year) * 12 + i32::from(self.month) - 1 + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self {
            year: i16::try_from(year.clamp(1, 9999)).unwrap_or(1),
            month: i8::try_from(month).unwrap_or(1),
        }
    }

    /// One number that sorts: 202611 for November 2026.
    pub fn index(self) -> i32 {
        i32::from(self.year) * 100 + i32::from(self.month)
    }

    /// The month with that number, if there is one.
    pub fn from_index(index: i32) -> Option<Self> {
        Self::new(i16::try_from(index / 100).ok()?, i8::try_from(index % 100).ok()?)
    }

    /// The month as people in Vietnam write it: `11/2026`.
    pub fn as_written(self) -> String {
        format!("{:02}/{}", self.month, self.year)
    }

    /// The twelve months that end with this one, oldest first.
    pub fn year_to(self) -> impl Iterator<Item = Self> {
        (0..12).map(move |n| self.plus(n - 11))
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Text that is not a month written `YYYY-MM`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a month written YYYY-MM")]
pub struct NotAMonth(pub String);

impl std::str::FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let parse = || {
            let (year, month) = text.split_once('-')?;
            (year.len() == 4 && month.len() == 2).then_some(())?;
            Self::new(year.parse().ok()?, month.parse().ok()?)
        };
        parse().ok_or_else(|| NotAMonth(text.to_owned()))
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

text_enum! {
    /// How exactly a date is known: old registers often give only the month or the year.
    Precision {
        /// The day is known.
        Day = "day",
        /// Only month and year are known; the day kept is the first.
        Month = "month",
        /// Only the year is known; the day kept is 1 January.
        Year = "year",
    }
}

/// A date as a register gives it: a day, a month or only a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The earliest day it can mean.
    pub date: Date,
    /// How exactly it is known.
    pub precision: Precision,
}

impl PartialDate {
    /// A date known to the day.
    pub const fn day(date: Date) -> Self {
        Self { date, precision: Precision::Day }
    }

    /// The latest day it can mean.
    pub fn latest(self) -> Date {
        match self.precision {
            Precision::Day => self.date,
            Precision::Month => self.date.last_of_month(),
            Precision::Year => self.date.last_of_year(),
        }
    }

    /// Whether this date is certainly after `other`, whatever the days left open.
    pub fn certainly_after(self, other: Self) -> bool {
        self.date > other.latest()
    }
}

impl std::fmt::Display for PartialDate {
    /// As people in Vietnam write it: `05/11/1980`, `11/1980` or `1980`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let date = self.date;
        match self.precision {
            Precision::Day => write!(f, "{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            Precision::Month => write!(f, "{:02}/{:04}", date.month(), date.year()),
            Precision::Year => write!(f, "{:04}", date.year()),
        }
    }
}

/// The day `months` after `date`, or the last of its month where that month is shorter; the calendar's end at most.
pub fn plus_months(date: Date, months: u32) -> Date {
    date.saturating_add(jiff::Span::new().months(i64::from(months).min(MOST_MONTHS)))
}

/// The day `months` before `date`, or the last of its month where that month is shorter; the calendar's beginning at least.
pub fn minus_months(date: Date, months: u32) -> Date {
    date.saturating_sub(jiff::Span::new().months(i64::from(months).min(MOST_MONTHS)))
}

/// As many months as the whole calendar has.
const MOST_MONTHS: i64 = 12 * 19_998;

/// A day as people in Vietnam write it: `05/11/2026`.
pub fn written(date: Date) -> String {
    PartialDate::day(date).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_count_over_years() {
        let november = Month::new(2026, 11).unwrap();
        assert_eq!(november.plus(2).to_string(), "2027-01");
        assert_eq!(november.plus(-11).to_string(), "2025-12");
        assert_eq!(november.quarter(), 4);
        assert_eq!(november.last_day(), date(2026, 11, 30));
        assert_eq!(Month::from_index(november.index()), Some(november));
        assert_eq!(november.year_to().next().unwrap().to_string(), "2025-12");
        assert_eq!(november.year_to().last(), Some(november));
    }

    #[test]
    fn months_refuse_what_is_not_one() {
        for text in ["2026-13", "2026-00", "26-11", "2026-1", "2026/11", ""] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_clock_set_back_gives_no_negative_length() {
        let start = Instant::from_local(date(2026, 11, 5).at(19, 30, 0, 0));
        assert_eq!(start.plus_minutes(95).minutes_since(start), 95);
        assert_eq!(start.plus_minutes(-10).minutes_since(start), 0);
    }

    #[test]
    fn months_after_a_day_end_with_their_month() {
        assert_eq!(plus_months(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(plus_months(date(2024, 2, 29), 12), date(2025, 2, 28));
        assert_eq!(plus_months(date(2026, 5, 19), u32::MAX), Date::MAX);
        assert_eq!(minus_months(date(2026, 3, 31), 1), date(2026, 2, 28));
        assert_eq!(minus_months(date(2026, 5, 19), u32::MAX), Date::MIN);
        assert_eq!(written(date(2026, 5, 9)), "09/05/2026");
    }

    #[test]
    fn partial_dates_compare_only_when_certain() {
        let year = PartialDate { date: date(1980, 1, 1), precision: Precision::Year };
        assert!(!PartialDate::day(date(1980, 6, 1)).certainly_after(year));
        assert!(PartialDate::day(date(1981, 1, 1)).certainly_after(year));
        assert_eq!(year.to_string(), "1980");
    }
}
