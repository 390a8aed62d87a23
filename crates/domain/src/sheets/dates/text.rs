//! One date in one text: its digits, the words of dates left out, and the calendar.

use jiff::civil::Date;

use super::{Fault, YEARS, serial, unreadable};
use crate::{
    names,
    problems::Sentence,
    sheets::DateSystem,
    time::{PartialDate, Precision},
};

/// The date a text is; years of two digits count back from `latest`.
pub(super) fn from_text(text: &str, latest: Date) -> Result<PartialDate, Fault> {
    let groups = groups(without_time(text)).ok_or_else(unreadable)?;
    let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
    match groups.as_slice() {
        [year] if year.len() == 4 => in_calendar(number(year)?, 0, 0),
        [days] if days.len() == 5 => serial(days.parse().map_err(|_| unreadable())?, DateSystem::From1900),
        [digits] if digits.len() == 8 => eight_digits(digits),
        [year, month] if year.len() == 4 => in_calendar(number(year)?, number(month)?, 0),
        [month, year] if year.len() == 4 => in_calendar(number(year)?, number(month)?, 0),
        // `11/80` can only be a month and a year; `05/11` lacks its year.
        [month, year] if year.len() == 2 && number(year)? > 31 => {
            century(number(year)?, number(month)?, 0, latest)
        }
        [_, _] => {
            Err(Fault::new(Sentence::new("import-date-without-year"), Sentence::new("import-date-remedy")))
        }
        [year, month, day] if year.len() == 4 => in_calendar(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => in_calendar(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 2 => century(number(year)?, number(month)?, number(day)?, latest),
        _ => Err(unreadable()),
    }
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text[..colon].trim_end_matches(|letter: char| letter.is_ascii_digit());
    before.trim_end_matches(['T', 't', ' '])
}

/// The groups of digits of a date, words of dates left out and months in letters turned into digits; `None` if
/// anything else is written there.
fn groups(text: &str) -> Option<Vec<String>> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut groups = Vec::new();
    for word in names::fold(text).split(' ').filter(|word| !word.is_empty()) {
        let digits = ["thg", "th", "t"].iter().find_map(|short| word.strip_prefix(short)).unwrap_or(word);
        if !digits.is_empty() && digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            groups.push(digits.to_owned());
        } else if let Some(month) = MONTHS.iter().position(|month| word == *month) {
            groups.push((month + 1).to_string());
        } else if !matches!(word, "ngay" | "thang" | "nam" | "mung" | "mong" | "sinh") {
            return None;
        }
    }
    Some(groups)
}

fn number(digits: &str) -> Result<i16, Fault> {
    digits.parse().map_err(|_| unreadable())
}

/// `05111980` or `19801105`.
pub(super) fn eight_digits(digits: &str) -> Result<PartialDate, Fault> {
    let (Some(first), Some(second), Some(last)) = (digits.get(..2), digits.get(2..4), digits.get(4..)) else {
        return Err(unreadable());
    };
    if digits.len() != 8 {
        return Err(unreadable());
    }
    // A year begins with 19, 20 or 21, which is no month: the two orders can never be mixed up.
    if YEARS.contains(&number(last)?) {
        in_calendar(number(last)?, number(second)?, number(first)?)
    } else {
        in_calendar(number(&digits[..4])?, number(&digits[4..6])?, number(&digits[6..])?)
    }
}

fn century(year: i16, month: i16, day: i16, latest: Date) -> Result<PartialDate, Fault> {
    match in_calendar(2000 + year, month, day) {
        Ok(date) if date.date <= latest => Ok(date),
        _ => in_calendar(1900 + year, month, day),
    }
}

/// The date, if the calendar has it; a day or month written as 0 is one not known.
pub(super) fn in_calendar(year: i16, month: i16, day: i16) -> Result<PartialDate, Fault> {
    let precision = match (month, day) {
        (0, 0) => Precision::Year,
        (0, _) => return Err(unreadable()),
        (_, 0) => Precision::Month,
        _ => Precision::Day,
    };
    let as_i8 = |n: i16| i8::try_from(n.max(1)).ok();
    let date = as_i8(month).zip(as_i8(day)).and_then(|(month, day)| Date::new(year, month, day).ok());
    match date {
        Some(date) => Ok(PartialDate { date, precision }),
        None if (13..=31).contains(&month) && (1..=12).contains(&day) => {
            Err(Fault::new(Sentence::new("import-date-month-first"), Sentence::new("import-date-remedy")))
        }
        None => {
            let written = format!("{day:02}/{month:02}/{year:04}");
            Err(Fault::new(
                Sentence::new("import-date-not-in-calendar"),
                Sentence::new("import-date-not-in-calendar-remedy"),
            )
            .with("date", written))
        }
    }
}
