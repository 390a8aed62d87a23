//! The head of a paper: who issues it, its number, place and date, and the marks it carries (05-HD/VPTW).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The head of a paper. It carries no state motto and no seal: a cell has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The organisation directly above, e.g. `Đảng bộ phường An Bình`; drawn in capitals. Empty where there is none.
    pub superior: String,
    /// The issuing body, e.g. `Chi bộ Tổ dân phố số 5`; drawn in capitals, bold.
    pub body: String,
    /// The number; `None` for lists that carry none.
    pub number: Option<Number>,
    /// Where it is issued, e.g. `An Bình`; with `date` it makes the line below the title. Empty: no such line.
    pub place: String,
    /// The day it is issued; `None` leaves room for writing it by hand.
    pub date: Option<Date>,
    /// Draft, urgency and circulation marks, in the order they are drawn.
    pub marks: Vec<Mark>,
}

/// A paper's number, counted per document type within one term of the committee and never restarted on 1 January.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// The number; `None` while it is not given yet, which leaves room for it.
    pub number: Option<u32>,
    /// The fewest digits it is written with (05-HD/VPTW: two, so that numbers below 10 get a 0).
    pub digits: usize,
    /// The type's sign, e.g. `NQ`.
    pub type_sign: String,
    /// The issuing body's sign, e.g. `CB`.
    pub body_sign: String,
}

impl Number {
    /// The number as papers cite it: `05-NQ/CB`; `…-NQ/CB` while there is none.
    pub fn reference(&self) -> String {
        let number = self
            .number
            .map_or_else(|| "…".to_owned(), |n| format!("{n:0width$}", width = self.digits.min(9)));
        format!("{number}-{}/{}", self.type_sign, self.body_sign)
    }
}

/// A mark on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "mark", content = "value", rename_all = "snake_case")]
pub enum Mark {
    /// A draft (Dự thảo), or draft number n (Dự thảo lần n).
    Draft(Option<u32>),
    /// How urgent it is.
    Urgency(Urgency),
    /// Whom it may reach, as the issuing body words it, e.g. `Lưu hành nội bộ`.
    Circulation(String),
}

text_enum! {
    /// Degrees of urgency.
    Urgency {
        /// Urgent (KHẨN).
        Urgent = "urgent",
        /// Very urgent (THƯỢNG KHẨN).
        VeryUrgent = "very_urgent",
        /// Express (HỎA TỐC).
        Express = "express",
    }
}

/// Day, month and year as papers write them: days below 10 and the months 1 and 2 get a 0 (05-HD/VPTW).
pub fn date_parts(date: Date) -> (String, String, String) {
    let month = if date.month() <= 2 { format!("{:02}", date.month()) } else { date.month().to_string() };
    (format!("{:02}", date.day()), month, date.year().to_string())
}

/// The date in words: `ngày 05 tháng 02 năm 2026`, `ngày 15 tháng 9 năm 2026`.
pub fn long_date(date: Date) -> String {
    let (day, month, year) = date_parts(date);
    format!("ngày {day} tháng {month} năm {year}")
}

/// The date as papers cite it: `05/9/2026`.
pub fn short_date(date: Date) -> String {
    let (day, month, year) = date_parts(date);
    format!("{day}/{month}/{year}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn number(number: Option<u32>) -> String {
        Number { number, digits: 2, type_sign: "NQ".into(), body_sign: "CB".into() }.reference()
    }

    #[test]
    fn statement_39_numbers_start_at_01_and_carry_type_and_body() {
        assert_eq!(number(Some(1)), "01-NQ/CB");
        assert_eq!(number(Some(5)), "05-NQ/CB");
        assert_eq!(number(Some(10)), "10-NQ/CB");
        assert_eq!(number(Some(127)), "127-NQ/CB");
        assert_eq!(number(None), "…-NQ/CB");
    }

    #[test]
    fn days_below_ten_and_the_first_two_months_get_a_zero() {
        assert_eq!(long_date(date(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
        assert_eq!(long_date(date(2026, 5, 10)), "ngày 10 tháng 5 năm 2026");
        assert_eq!(long_date(date(2026, 12, 31)), "ngày 31 tháng 12 năm 2026");
        assert_eq!(short_date(date(2026, 9, 5)), "05/9/2026");
        assert_eq!(short_date(date(2026, 1, 15)), "15/01/2026");
    }
}
