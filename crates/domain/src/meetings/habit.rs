//! The habit of a cell: where and when it usually meets, read from the meetings it held, to suggest the same again.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::time::Month;

/// Where and when a cell usually meets. Empty for a cell that has not met yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Habit {
    /// The place; may be empty.
    pub place: String,
    /// The hour.
    pub time: Option<Time>,
    /// The day of the month, if at least half of the meetings were on it.
    pub day: Option<i8>,
    /// Else the day of the week most of them were on.
    pub weekday: Option<Weekday>,
}

/// The value that comes most often; of several, the one that came last. With how often it came.
fn most<T: Ord + Clone>(values: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counts: BTreeMap<T, (usize, usize)> = BTreeMap::new();
    for (n, value) in values.enumerate() {
        let count = counts.entry(value).or_default();
        *count = (count.0 + 1, n);
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(value, (count, _))| (value, count))
}

/// The habit that shows in these meetings, given oldest first with start and place.
pub fn habit(held: &[(DateTime, &str)]) -> Habit {
    let starts = || held.iter().map(|(at, _)| *at);
    let places = held.iter().map(|(_, place)| *place).filter(|place| !place.is_empty());
    let day = most(starts().map(DateTime::day)).filter(|(_, count)| count * 2 >= held.len() && *count > 1);
    let weekday = most(starts().map(|at| at.weekday().to_monday_one_offset()));
    Habit {
        place: most(places).map_or_else(String::new, |(place, _)| place.to_owned()),
        time: most(starts().map(DateTime::time)).map(|(time, _)| time),
        day: day.map(|(day, _)| day),
        weekday: weekday.and_then(|(day, _)| Weekday::from_monday_one_offset(day).ok()),
    }
}

impl Habit {
    /// When the cell would meet in a month: its usual day unless that is a holiday, else the first of `slots` on its
    /// usual day of the week, at its usual hour if that is offered; else the first of `slots`.
    pub fn in_month(
        &self,
        month: Month,
        slots: &[DateTime],
        is_holiday: impl Fn(Date) -> bool,
    ) -> Option<DateTime> {
        let usual = self.day.and_then(|day| Date::new(month.year(), month.number(), day).ok());
        if let (Some(date), Some(time)) = (usual.filter(|date| !is_holiday(*date)), self.time) {
            return Some(date.to_datetime(time));
        }
        let first = |fits: &dyn Fn(&DateTime) -> bool| slots.iter().find(|slot| fits(slot)).copied();
        let on_day = |slot: &DateTime| Some(slot.weekday()) == self.weekday;
        first(&|slot| on_day(slot) && Some(slot.time()) == self.time)
            .or_else(|| first(&on_day))
            .or_else(|| first(&|slot| Some(slot.time()) == self.time))
            .or_else(|| slots.first().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(month: i8, day: i8, hour: i8) -> DateTime {
        date(2026, month, day).at(hour, 0, 0, 0)
    }

    fn december() -> Month {
        Month::new(2026, 12).unwrap()
    }

    #[test]
    fn a_cell_that_meets_on_the_fifth_meets_on_the_fifth() {
        let held = [(at(8, 5, 19), "Nhà văn hóa"), (at(9, 5, 19), "Trường"), (at(10, 6, 20), "Nhà văn hóa")];
        let habit = habit(&held);
        assert_eq!((habit.place.as_str(), habit.day), ("Nhà văn hóa", Some(5)));
        assert_eq!(habit.in_month(december(), &[], |_| false), Some(at(12, 5, 19)));
        let slots = [at(12, 6, 8), at(12, 1, 19)];
        assert_eq!(habit.in_month(december(), &slots, |day| day.day() == 5), Some(slots[1]), "its weekday");
    }

    #[test]
    fn else_its_day_of_the_week_and_hour() {
        // Thursdays in the evening.
        let held = [(at(9, 3, 20), ""), (at(10, 8, 20), ""), (at(11, 5, 20), "")];
        let habit = habit(&held);
        assert_eq!((habit.day, habit.weekday), (None, Some(Weekday::Thursday)));
        let slots = [at(12, 2, 20), at(12, 3, 19), at(12, 3, 20)];
        assert_eq!(habit.in_month(december(), &slots, |_| false), Some(slots[2]));
    }

    #[test]
    fn a_new_cell_has_none_and_takes_the_first_slot() {
        let habit = habit(&[]);
        assert_eq!(habit, Habit::default());
        assert_eq!(habit.in_month(december(), &[at(12, 1, 19)], |_| false), Some(at(12, 1, 19)));
        assert_eq!(habit.in_month(december(), &[], |_| false), None);
    }
}
