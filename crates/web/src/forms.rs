//! What a form sends, read into values: dates and times as browsers send them and as people type them.

use jiff::civil::{Date, Time};
use nennep_domain::problems::Sentence;

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
