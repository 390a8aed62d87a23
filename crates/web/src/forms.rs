//! What a form sends: its fields as they were typed, and read into values, dates and times as browsers send them and as
//! people type them.

use std::{collections::BTreeMap, str::FromStr};

use jiff::civil::{Date, Time};
use nennep_app::Error;
use nennep_domain::problems::{Citation, Problems, Sentence};
use serde::Deserialize;

/// What a use case says is wrong with what was typed, with the rule it rests on; another error goes on.
pub(crate) fn wrong(error: Error) -> Result<(Problems, Option<Citation>), Error> {
    match error {
        Error::Refused(refusal) => Ok((Problems::one("", refusal.sentence()), refusal.citation())),
        Error::Invalid(problems) => Ok((problems, None)),
        other => Err(other),
    }
}

/// The fields of a form as they were typed, to be read into values, and to come back if something is wrong with them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Typed(BTreeMap<String, String>);

impl Typed {
    /// A field; empty if the form did not send it.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Every field with what was typed, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, text)| (field.as_str(), text.as_str()))
    }

    /// Puts a field, for forms that are read piece by piece and for forms that begin with something written.
    pub fn set(&mut self, field: impl Into<String>, value: impl Into<String>) {
        self.0.insert(field.into(), value.into());
    }

    /// The same with one more field.
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<String>) -> Self {
        self.set(field, value);
        self
    }

    /// A field read as a value of that type; `None` if it is empty or no such value.
    pub fn read<T: FromStr>(&self, field: &str) -> Option<T> {
        self.get(field).trim().parse().ok()
    }

    /// A field read as a whole number; empty is 0, anything else that is none is a problem.
    pub fn number(&self, field: &'static str, problems: &mut Problems) -> u32 {
        let text = self.get(field).trim();
        if text.is_empty() {
            return 0;
        }
        let read = text.parse().map_err(|_| Sentence::new("field-number-unreadable"));
        problems.take(field, read).unwrap_or_default()
    }

    /// A field read as a date; `None` if it is empty, a problem if it is no date.
    pub fn date(&self, field: &'static str, problems: &mut Problems) -> Option<Date> {
        let text = self.get(field);
        if text.trim().is_empty() { None } else { problems.take(field, read_date(text)) }
    }

    /// A field read as a time of day; `None` if it is empty, a problem if it is none.
    pub fn time(&self, field: &'static str, problems: &mut Problems) -> Option<Time> {
        let text = self.get(field);
        if text.trim().is_empty() { None } else { problems.take(field, read_time(text)) }
    }
}

/// The date in a field: `2026-11-05` as browsers send it, or `05/11/2026` (also with `-` or `.`) as people write it.
pub fn read_date(text: &str) -> Result<Date, Sentence> {
    let unreadable = || Sentence::new("field-date-unreadable");
    let parts: Vec<_> = text.trim().split(['-', '/', '.']).collect();
    let [first, month, last] = parts[..] else { return Err(unreadable()) };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return Err(unreadable());
    }
    let date = || Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date().ok_or_else(unreadable)
}

/// The time in a field: `19:30` as browsers send it, or `19h30` as people write it.
pub fn read_time(text: &str) -> Result<Time, Sentence> {
    let time = || {
        let (hour, minute) = text.trim().split_once([':', 'h', 'g'])?;
        let minute = if minute.is_empty() { 0 } else { minute.get(..2)?.parse().ok()? };
        Time::new(hour.trim().parse().ok()?, minute, 0, 0).ok()
    };
    time().ok_or_else(|| Sentence::new("field-time-unreadable"))
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("2026-11-05", Some(date(2026, 11, 5)))]
    #[case(" 5/11/2026 ", Some(date(2026, 11, 5)))]
    #[case("05.11.2026", Some(date(2026, 11, 5)))]
    #[case("29/2/2023", None)]
    #[case("11/2026", None)]
    #[case("5/11/26", None)]
    #[case("", None)]
    fn dates_are_read_day_first(#[case] text: &str, #[case] read: Option<Date>) {
        assert_eq!(read_date(text).ok(), read, "{text}");
    }

    #[rstest]
    #[case("19:30", Some(time(19, 30, 0, 0)))]
    #[case("19:30:00", Some(time(19, 30, 0, 0)))]
    #[case("7h", Some(time(7, 0, 0, 0)))]
    #[case("7h05", Some(time(7, 5, 0, 0)))]
    #[case("25:00", None)]
    #[case("half past", None)]
    #[case("", None)]
    fn times_are_read_as_people_write_them(#[case] text: &str, #[case] read: Option<Time>) {
        assert_eq!(read_time(text).ok(), read, "{text}");
    }
}
