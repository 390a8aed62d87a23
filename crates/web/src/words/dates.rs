//! Dates and times as people say them: "thứ Năm 05/11, 19:30, còn 2 ngày".
//!
//! Every function takes its values or references to them, since templates give references.

use std::borrow::Borrow;

use jiff::civil::Date;
use nennep_domain::time::{Instant, Month, PartialDate, Precision};

use super::Words;

/// How far away a moment may be and still be given as "còn 12 ngày".
const NEAR_DAYS: i32 = 60;

impl Words {
    /// A date: `05/11/2026`.
    pub fn date(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        let day = format!("{:02}", date.day());
        self.with(
            "words-date",
            &[
                ("day", day.into()),
                ("month", self.month_name(date.month()).into()),
                ("year", year(date).into()),
            ],
        )
    }

    /// A date with its day of the week: `thứ Năm 05/11/2026`.
    pub fn day(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        let weekday = self.weekday(date);
        self.with("words-day", &[("weekday", weekday.into()), ("date", self.date(date).into())])
    }

    /// A date without its year, for where space is short: `05/11`.
    pub fn day_and_month(self, date: impl Borrow<Date>) -> String {
        let date = *date.borrow();
        let day = format!("{:02}", date.day());
        let month = self.month_name(date.month());
        self.with("words-day-month", &[("day", day.into()), ("month", month.into())])
    }

    /// A month: `tháng 11/2026`.
    pub fn month(self, month: impl Borrow<Month>) -> String {
        let month = *month.borrow();
        let name = self.month_name(month.number());
        self.with("words-month", &[("month", name.into()), ("year", month.year().to_string().into())])
    }

    /// A date as a register gives it: a day, `tháng 11/1980`, or `1980`.
    pub fn partial_date(self, date: impl Borrow<PartialDate>) -> String {
        let date = date.borrow();
        match date.precision {
            Precision::Day => self.date(date.date),
            Precision::Month => self.month(Month::of(date.date)),
            Precision::Year => year(date.date),
        }
    }

    /// The time on the wall clock: `19:30`.
    pub fn time(self, at: impl Borrow<Instant>) -> String {
        at.borrow().local().strftime("%H:%M").to_string()
    }

    /// A moment exactly: `19:30:12, thứ Năm 05/11/2026`.
    pub fn exact(self, at: impl Borrow<Instant>) -> String {
        let at = *at.borrow();
        let time = at.local().strftime("%H:%M:%S").to_string();
        self.with("words-exact", &[("time", time.into()), ("day", self.day(at.date()).into())])
    }

    /// A moment as people say it, seen from `now`: `thứ Năm 05/11, 19:30, còn 2 ngày`.
    ///
    /// Today has no date, another year has its year, and beyond two months there is no distance.
    pub fn when(self, at: impl Borrow<Instant>, now: impl Borrow<Instant>) -> String {
        let (at, now) = (*at.borrow(), *now.borrow());
        let (date, today) = (at.date(), now.date());
        let day = if date == today {
            self.t("words-today")
        } else if date.year() == today.year() {
            let day = format!("{:02}", date.day());
            let month = self.month_name(date.month());
            self.with(
                "words-day-short",
                &[("weekday", self.weekday(date).into()), ("day", day.into()), ("month", month.into())],
            )
        } else {
            self.day(date)
        };
        let time = self.time(at);
        match self.distance(at, now) {
            Some(distance) => self.with(
                "words-when",
                &[("day", day.into()), ("time", time.into()), ("distance", distance.into())],
            ),
            None => self.with("words-when-far", &[("day", day.into()), ("time", time.into())]),
        }
    }

    /// How far a moment is from `now`: `còn 2 ngày`, `35 phút trước`; nothing beyond two months.
    pub fn distance(self, at: impl Borrow<Instant>, now: impl Borrow<Instant>) -> Option<String> {
        let (at, now) = (*at.borrow(), *now.borrow());
        let days = days_between(now.date(), at.date());
        let minutes = (at.timestamp().as_second() - now.timestamp().as_second()).div_euclid(60);
        let counted = |key, n: i64| Some(self.with(key, &[("n", n.into())]));
        match days {
            1 => Some(self.t("words-tomorrow")),
            -1 => Some(self.t("words-yesterday")),
            2..=NEAR_DAYS => counted("words-in-days", i64::from(days)),
            _ if (-NEAR_DAYS..=-2).contains(&days) => counted("words-days-ago", i64::from(-days)),
            0 if minutes >= 60 => counted("words-in-hours", minutes / 60),
            0 if minutes > 0 => counted("words-in-minutes", minutes),
            0 if minutes <= -60 => counted("words-hours-ago", -minutes / 60),
            0 if minutes < -1 => counted("words-minutes-ago", -minutes),
            0 => Some(self.t("words-now")),
            _ => None,
        }
    }

    /// How far a day is from `today`: `còn 5 ngày`, `quá 3 ngày`; nothing beyond two months.
    pub fn deadline(self, date: impl Borrow<Date>, today: impl Borrow<Date>) -> Option<String> {
        let days = days_between(*today.borrow(), *date.borrow());
        match days {
            0 => Some(self.t("words-today")),
            1 => Some(self.t("words-tomorrow")),
            2..=NEAR_DAYS => Some(self.with("words-in-days", &[("n", days.into())])),
            _ if (-NEAR_DAYS..0).contains(&days) => {
                Some(self.with("words-days-over", &[("n", (-days).into())]))
            }
            _ => None,
        }
    }

    /// The names of the days of a week from Monday on, with `|` between: for the script that says a chosen day.
    pub fn all_weekdays(self) -> String {
        (1..=7).map(|n| self.t(&format!("weekday-{n}"))).collect::<Vec<_>>().join("|")
    }

    /// The names of the months, with `|` between: for the script that says a chosen day.
    pub fn all_months(self) -> String {
        (1..=12).map(|n| self.month_name(n)).collect::<Vec<_>>().join("|")
    }

    fn weekday(self, date: Date) -> String {
        self.t(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }

    fn month_name(self, month: i8) -> String {
        self.t(&format!("month-name-{month}"))
    }
}

fn year(date: Date) -> String {
    date.year().to_string()
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::words::Locale;

    fn at(day: i8, hour: i8, minute: i8) -> Instant {
        Instant::from_local(date(2026, 11, day).at(hour, minute, 0, 0))
    }

    #[test]
    fn moments_are_said_from_now() {
        let vi = Words::of(Locale::Vi);
        let now = at(3, 8, 0);
        let said = |moment| vi.when(moment, now);
        assert_eq!(said(at(5, 19, 30)), "thứ Năm 05/11, 19:30, còn 2 ngày");
        assert_eq!(said(at(4, 19, 30)), "thứ Tư 04/11, 19:30, ngày mai");
        assert_eq!(said(at(3, 19, 30)), "hôm nay, 19:30, còn 11 giờ");
        assert_eq!(said(at(3, 8, 25)), "hôm nay, 08:25, còn 25 phút");
        assert_eq!(said(at(3, 8, 0)), "hôm nay, 08:00, bây giờ");
        assert_eq!(said(at(3, 7, 59)), "hôm nay, 07:59, bây giờ");
        assert_eq!(said(at(3, 7, 25)), "hôm nay, 07:25, 35 phút trước");
        assert_eq!(said(at(3, 1, 0)), "hôm nay, 01:00, 7 giờ trước");
        assert_eq!(said(at(2, 19, 30)), "thứ Hai 02/11, 19:30, hôm qua");
        assert_eq!(said(at(1, 9, 0)), "Chủ nhật 01/11, 09:00, 2 ngày trước");
        let next_year = Instant::from_local(date(2027, 3, 1).at(9, 0, 0, 0));
        assert_eq!(said(next_year), "thứ Hai 01/03/2027, 09:00");
        assert_eq!(Words::of(Locale::En).when(at(5, 19, 30), now), "Thursday 05 November, 19:30, in 2 days");
    }

    #[test]
    fn dates_are_written_as_on_forms() {
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(vi.date(date(2026, 11, 5)), "05/11/2026");
        assert_eq!(vi.day(date(2026, 11, 8)), "Chủ nhật 08/11/2026");
        assert_eq!(en.date(date(2026, 2, 5)), "05 February 2026");
        assert_eq!(vi.day_and_month(date(2026, 11, 5)), "05/11");
        assert_eq!(vi.month(Month::new(2026, 11).unwrap()), "tháng 11/2026");
        assert_eq!(vi.exact(at(5, 19, 30)), "19:30:00, thứ Năm 05/11/2026");
        let year = PartialDate { date: date(1980, 1, 1), precision: Precision::Year };
        assert_eq!(vi.partial_date(year), "1980");
    }

    #[test]
    fn deadlines_say_what_is_left_and_what_is_over() {
        let vi = Words::of(Locale::Vi);
        let today = date(2026, 11, 3);
        let said = |day: Date| vi.deadline(day, today);
        assert_eq!(said(date(2026, 11, 8)).as_deref(), Some("còn 5 ngày"));
        assert_eq!(said(date(2026, 10, 31)).as_deref(), Some("quá 3 ngày"));
        assert_eq!(said(today).as_deref(), Some("hôm nay"));
        assert_eq!(said(date(2027, 11, 8)), None);
    }
}
