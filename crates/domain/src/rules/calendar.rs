//! The working-day calendar: weekends, public holidays, days in lieu and weekend days worked instead.

use std::collections::BTreeMap;

use jiff::civil::{Date, Weekday};

use super::{Entry, Unit, Value};

/// The key of weekend days that are worked in place of a day off.
const WORKED: &str = "holidays.worked";

/// Which days are worked, from the pack `rules/holidays.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    off: BTreeMap<Date, String>,
    worked: BTreeMap<Date, String>,
}

impl Calendar {
    pub(super) fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut calendar = Self::default();
        for entry in entries.filter(|entry| entry.key.starts_with("holidays.") && entry.unit == Unit::Dates) {
            let list = if let Value::List(list) = &entry.value {
                list.as_slice()
            } else {
                std::slice::from_ref(&entry.value)
            };
            let days = list
                .iter()
                .filter_map(|day| if let Value::Text(text) = day { text.parse().ok() } else { None });
            let kept = if entry.key == WORKED { &mut calendar.worked } else { &mut calendar.off };
            kept.extend(days.map(|day: Date| (day, entry.key.clone())));
        }
        calendar
    }

    /// The rule key of the public holiday or day in lieu on `date`, e.g. `holidays.tet`.
    pub fn holiday(&self, date: Date) -> Option<&str> {
        self.off.get(&date).map(String::as_str)
    }

    /// The last day off that is known: holidays later than this year still wait for the Government's notice.
    pub fn known_until(&self) -> Option<Date> {
        self.off.keys().next_back().map(|date| date.last_of_year())
    }

    /// Whether `date` is a Saturday or a Sunday.
    pub fn is_weekend(&self, date: Date) -> bool {
        matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// Whether `date` is worked: no weekend, no holiday, or a weekend day worked instead of another.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.worked.contains_key(&date) || !(self.is_weekend(date) || self.off.contains_key(&date))
    }

    /// The last day of a term of `days` working days that begins the day after `date`; `date` itself for 0.
    pub fn plus_working_days(&self, date: Date, days: u32) -> Date {
        let (mut day, mut left) = (date, days);
        while left > 0 {
            let Ok(next) = day.tomorrow() else { return day };
            day = next;
            left -= u32::from(self.is_working_day(day));
        }
        day
    }

    /// How many working days lie after `from`, up to and with `to`; 0 if `to` is not later.
    pub fn working_days_between(&self, from: Date, to: Date) -> u32 {
        let days = from.tomorrow().ok().into_iter().flat_map(|first| first.series(jiff::Span::new().days(1)));
        let worked = days.take_while(|day| *day <= to).filter(|day| self.is_working_day(*day)).count();
        u32::try_from(worked).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::national;
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case(date(2024, 2, 10), "holidays.tet")]
    #[case(date(2025, 1, 29), "holidays.tet")]
    #[case(date(2026, 2, 17), "holidays.tet")]
    #[case(date(2027, 2, 6), "holidays.tet")]
    #[case(date(2028, 1, 26), "holidays.tet")]
    #[case(date(2024, 4, 18), "holidays.hung_kings")]
    #[case(date(2025, 4, 7), "holidays.hung_kings")]
    #[case(date(2026, 4, 26), "holidays.hung_kings")]
    #[case(date(2027, 4, 16), "holidays.hung_kings")]
    #[case(date(2028, 4, 4), "holidays.hung_kings")]
    #[case(date(2026, 4, 30), "holidays.reunification")]
    #[case(date(2026, 5, 1), "holidays.labour")]
    #[case(date(2026, 9, 2), "holidays.national_day")]
    #[case(date(2026, 4, 27), "holidays.in_lieu")]
    fn the_holidays_are_known(#[case] day: jiff::civil::Date, #[case] key: &str) {
        let book = national();
        assert_eq!(book.calendar().holiday(day), Some(key));
        assert!(!book.calendar().is_working_day(day));
    }

    #[test]
    fn every_year_has_its_eleven_days() {
        let book = national();
        for year in 2024..=2028 {
            let days =
                date(year, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
            let named =
                days.filter_map(|day| book.calendar().holiday(day)).filter(|key| *key != "holidays.in_lieu");
            assert_eq!(named.count(), 11, "{year}");
        }
        assert_eq!(book.calendar().known_until(), Some(date(2028, 12, 31)));
    }

    #[test]
    fn terms_skip_weekends_and_tet() {
        let book = national();
        // Friday 13 February 2026; Tet from Monday 16 to Friday 20.
        assert_eq!(book.calendar().plus_working_days(date(2026, 2, 13), 1), date(2026, 2, 23));
        assert_eq!(book.calendar().plus_working_days(date(2026, 2, 13), 0), date(2026, 2, 13));
        // Saturday 22 August 2026 is worked for Monday 31 August.
        assert!(book.calendar().is_working_day(date(2026, 8, 22)));
        assert!(!book.calendar().is_working_day(date(2026, 8, 31)));
    }

    proptest! {
        #[test]
        fn a_term_holds_as_many_working_days_as_it_says(start in 0_i32..1500, days in 0_u32..90) {
            let book = national();
            let from = date(2024, 1, 1).checked_add(jiff::Span::new().days(start)).unwrap();
            let end = book.calendar().plus_working_days(from, days);
            prop_assert_eq!(book.calendar().working_days_between(from, end), days);
        }
    }
}
