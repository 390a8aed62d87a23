//! The values a rule can have, the units they are given in, and how a typed view reads them.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::{Bound, Hundredths, Majority};

/// The word by which a pack says that the documents set no value.
const NONE: &str = "none";

/// A rule's value as packs, tables and JSON carry it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Text: a word, a decimal number, a majority, a date; `none` where the documents set no value.
    Text(String),
    /// Several of them.
    List(Vec<Value>),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Boolean(yes) => write!(f, "{yes}"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::List(list) => {
                for (n, value) in list.iter().enumerate() {
                    write!(f, "{}{value}", if n == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
        }
    }
}

text_enum! {
    /// The unit of a rule's value; it decides how the value is written.
    Unit {
        /// Times in the period the key names.
        Times = "times",
        /// Members.
        Members = "members",
        /// Meetings.
        Meetings = "meetings",
        /// A plain count: rounds, papers, columns, digits, levels.
        Count = "count",
        /// Minutes.
        Minutes = "minutes",
        /// Hours.
        Hours = "hours",
        /// Calendar days of 24 hours.
        Days = "days",
        /// Working days.
        WorkingDays = "working_days",
        /// Months.
        Months = "months",
        /// Years.
        Years = "years",
        /// Dong.
        Dong = "dong",
        /// Millimetres.
        Millimetres = "millimetres",
        /// Typographic points.
        FontPoints = "font_points",
        /// Points of a score sheet; up to two decimals.
        Points = "points",
        /// Percent; up to two decimals.
        Percent = "percent",
        /// Multiples of the base salary; up to two decimals.
        BaseSalaries = "base_salaries",
        /// A percentage to reach or pass: `>= 90`, `> 85`.
        PercentBound = "percent_bound",
        /// The share of a base that must be in favour: `> 1/2`, `>= 2/3`.
        Majority = "majority",
        /// Yes or no.
        YesNo = "yes_no",
        /// A word of a closed list.
        Choice = "choice",
        /// Text.
        Text = "text",
        /// Dates, `YYYY-MM-DD`.
        Dates = "dates",
        /// Days of the year, `MM-DD`.
        DaysOfYear = "days_of_year",
        /// Times of the day, `HH:MM`.
        TimesOfDay = "times_of_day",
    }
}

impl Unit {
    /// Whether `value` is written as this unit asks. Everything but yes/no may be `none`, and most may be a list.
    pub fn accepts(self, value: &Value) -> bool {
        match value {
            Value::List(list) => {
                !matches!(self, Self::YesNo | Self::Majority | Self::PercentBound)
                    && list.iter().all(|one| !matches!(one, Value::List(_)) && self.accepts(one))
            }
            Value::Text(text) if text == NONE => self != Self::YesNo,
            one => self.accepts_one(one),
        }
    }

    fn accepts_one(self, value: &Value) -> bool {
        match (self, value) {
            (Self::YesNo, Value::Boolean(_)) => true,
            (Self::Points | Self::Percent | Self::BaseSalaries | Self::FontPoints, number) => {
                Hundredths::from_value(number).is_some_and(|number| number >= Hundredths::ZERO)
            }
            (Self::PercentBound, Value::Text(text)) => text.parse::<Bound>().is_ok(),
            (Self::Majority, Value::Text(text)) => text.parse::<Majority>().is_ok(),
            (Self::Choice | Self::Text, Value::Text(text)) => !text.trim().is_empty(),
            (Self::Dates, Value::Text(text)) => text.parse::<Date>().is_ok(),
            (Self::DaysOfYear, Value::Text(text)) => format!("2024-{text}").parse::<Date>().is_ok(),
            (Self::TimesOfDay, Value::Text(text)) => text.len() == 5 && text.parse::<Time>().is_ok(),
            (
                Self::YesNo
                | Self::PercentBound
                | Self::Majority
                | Self::Choice
                | Self::Text
                | Self::Dates
                | Self::DaysOfYear
                | Self::TimesOfDay,
                _,
            ) => false,
            (_, Value::Integer(number)) => u32::try_from(*number).is_ok(),
            _ => false,
        }
    }

    /// The value that `text`, typed by a person, means in this unit; a list is written with commas. `None` if it means none.
    pub fn read(self, text: &str) -> Option<Value> {
        let one = |text: &str| match (self, text.trim()) {
            (Self::YesNo, "true") => Value::Boolean(true),
            (Self::YesNo, "false") => Value::Boolean(false),
            (Self::Choice | Self::Text, text) => Value::Text(text.to_owned()),
            (_, text) => text.parse().map_or_else(|_| Value::Text(text.to_owned()), Value::Integer),
        };
        let value =
            if text.contains(',') { Value::List(text.split(',').map(one).collect()) } else { one(text) };
        self.accepts(&value).then_some(value)
    }
}

/// How a typed view reads a value. `None`: the value is of another kind.
pub(crate) trait FromValue: Sized {
    /// The value, if it is of this kind.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Boolean(yes) = value { Some(*yes) } else { None }
    }
}
impl FromValue for u32 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Integer(number) = value { Self::try_from(*number).ok() } else { None }
    }
}
impl FromValue for Hundredths {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Integer(number) => Some(Self::whole(*number)),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }
}
impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text.clone()) } else { None }
    }
}
impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::List(list) = value { list.iter().map(T::from_value).collect() } else { None }
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if matches!(value, Value::Text(text) if text == NONE) {
            Some(None)
        } else {
            T::from_value(value).map(Some)
        }
    }
}

/// Types read from one word by their own `FromStr`.
macro_rules! from_word { ($($type:ty),+ $(,)?) => { $(
    impl $crate::rules::value::FromValue for $type {
        fn from_value(value: &$crate::rules::Value) -> Option<Self> {
            if let $crate::rules::Value::Text(text) = value { text.parse().ok() } else { None }
        }
    }
)+ } }
pub(crate) use from_word;
from_word!(Majority, Bound, Time, crate::meetings::ItemKind);

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[rstest]
    #[case(Unit::Minutes, Value::Integer(90), true)]
    #[case(Unit::Minutes, Value::Integer(-1), false)]
    #[case(Unit::Minutes, text("90"), false)]
    #[case(Unit::Minutes, text("none"), true)]
    #[case(Unit::Percent, text("0.3"), true)]
    #[case(Unit::Percent, text("0.333"), false)]
    #[case(Unit::Percent, Value::Boolean(true), false)]
    #[case(Unit::YesNo, Value::Boolean(false), true)]
    #[case(Unit::YesNo, text("none"), false)]
    #[case(Unit::Majority, text(">= 2/3"), true)]
    #[case(Unit::Majority, text("2/3"), false)]
    #[case(Unit::PercentBound, text("> 85"), true)]
    #[case(Unit::Dates, Value::List(vec![text("2026-02-17")]), true)]
    #[case(Unit::Dates, Value::List(vec![text("2026-02-30")]), false)]
    #[case(Unit::DaysOfYear, text("02-03"), true)]
    #[case(Unit::TimesOfDay, text("19:30"), true)]
    #[case(Unit::TimesOfDay, text("25:30"), false)]
    #[case(Unit::Choice, text(" "), false)]
    #[case(Unit::Majority, Value::List(vec![text("> 1/2")]), false)]
    fn a_unit_decides_how_a_value_is_written(#[case] unit: Unit, #[case] value: Value, #[case] taken: bool) {
        assert_eq!(unit.accepts(&value), taken);
    }

    #[rstest]
    #[case(Unit::Minutes, "120", Some(Value::Integer(120)))]
    #[case(Unit::Minutes, "two hours", None)]
    #[case(Unit::YesNo, "true", Some(Value::Boolean(true)))]
    #[case(Unit::Percent, "0.5", Some(text("0.5")))]
    #[case(Unit::TimesOfDay, "19:00, 19:30", Some(Value::List(vec![text("19:00"), text("19:30")])))]
    fn what_a_person_types_is_read_by_its_unit(
        #[case] unit: Unit,
        #[case] typed: &str,
        #[case] value: Option<Value>,
    ) {
        assert_eq!(unit.read(typed), value);
    }
}
