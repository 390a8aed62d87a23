//! Values of rules as people say them: `90 phút`, `từ 2/3 trở lên`, `có`, and titles that come in both languages.

use jiff::civil::Date;
use nennep_domain::{
    meetings::MeetingKind,
    rules::{Bound, Hundredths, Majority, Unit, Value, Words as Both},
    time::Month,
};

use super::{Locale, Words};

/// The word by which a pack says that the documents set no value.
const NONE: &str = "none";

impl Words {
    /// The name of a meeting: its kind and its month.
    pub fn meeting(self, kind: MeetingKind, month: Month) -> String {
        let kind = self.one_of("meeting-kind", kind.as_str());
        self.with("meeting-title", &[("kind", kind.into()), ("month", self.month(month).into())])
    }

    /// A text that comes in both languages, in the reader's.
    pub const fn of_both(self, both: &Both) -> &str {
        match self.locale {
            Locale::Vi => both.vi.as_str(),
            Locale::En => both.en.as_str(),
        }
    }

    /// A rule's value with its unit.
    pub fn rule_value(self, value: &Value, unit: Unit) -> String {
        let bare = match value {
            Value::List(list) => {
                list.iter().map(|one| self.one_value(one, unit)).collect::<Vec<_>>().join(", ")
            }
            one => self.one_value(one, unit),
        };
        let counted = !matches!(
            unit,
            Unit::Count
                | Unit::PercentBound
                | Unit::Majority
                | Unit::YesNo
                | Unit::Choice
                | Unit::Text
                | Unit::Dates
                | Unit::DaysOfYear
                | Unit::TimesOfDay
        );
        if counted && *value != Value::Text(NONE.to_owned()) {
            let unit = self.one_of("rules-unit", unit.as_str());
            self.with("rules-value-of-unit", &[("value", bare.into()), ("unit", unit.into())])
        } else {
            bare
        }
    }

    /// One value without its unit.
    fn one_value(self, value: &Value, unit: Unit) -> String {
        match (value, unit) {
            (Value::Boolean(true), _) => self.t("rules-value-yes"),
            (Value::Boolean(false), _) => self.t("rules-value-no"),
            (Value::Integer(number), _) => self.number(*number),
            (Value::Text(text), _) if text == NONE => self.t("rules-value-none"),
            (Value::Text(text), Unit::Choice) => self.choice_of_rule(text),
            (Value::Text(text), _) => self.text_value(text, unit).unwrap_or_else(|| text.clone()),
            (Value::List(_), _) => value.to_string(),
        }
    }

    fn text_value(self, text: &str, unit: Unit) -> Option<String> {
        match unit {
            Unit::PercentBound => {
                let bound: Bound = text.parse().ok()?;
                let percent = self.points(bound.percent.get());
                let key =
                    if bound.inclusive { "rules-value-from-percent" } else { "rules-value-above-percent" };
                Some(self.with(key, &[("percent", percent.into())]))
            }
            Unit::Majority => {
                let majority: Majority = text.parse().ok()?;
                let share = format!("{}/{}", majority.numerator, majority.denominator);
                let key =
                    if majority.inclusive { "rules-value-from-share" } else { "rules-value-above-share" };
                Some(self.with(key, &[("share", share.into())]))
            }
            Unit::Points | Unit::Percent | Unit::BaseSalaries | Unit::FontPoints => {
                Some(self.points(text.parse::<Hundredths>().ok()?.get()))
            }
            Unit::Dates => Some(self.date(text.parse::<Date>().ok()?)),
            Unit::DaysOfYear => {
                let (month, day) = text.split_once('-')?;
                Some(format!("{day}/{month}"))
            }
            _ => None,
        }
    }

    /// A word that a rule chooses from a list; a word that no list of the program has stays as the pack wrote it.
    pub fn choice_of_rule(self, word: &str) -> String {
        let said = self.one_of("rules-choice", word);
        if said.starts_with('[') { word.to_owned() } else { said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[rstest]
    #[case(Value::Integer(90), Unit::Minutes, "90 phút")]
    #[case(Value::Integer(12_420), Unit::Dong, "12.420 đồng")]
    #[case(Value::Boolean(true), Unit::YesNo, "có")]
    #[case(text("none"), Unit::Minutes, "không quy định")]
    #[case(text("0.3"), Unit::Percent, "0,3 %")]
    #[case(text(">= 90"), Unit::PercentBound, "từ 90 % trở lên")]
    #[case(text("> 1/2"), Unit::Majority, "quá 1/2")]
    #[case(text(">= 2/3"), Unit::Majority, "từ 2/3 trở lên")]
    #[case(text("fair"), Unit::Choice, "Khá")]
    #[case(text("a-word-of-ones-own"), Unit::Choice, "a-word-of-ones-own")]
    #[case(text("2026-02-17"), Unit::Dates, "17/02/2026")]
    #[case(Value::List(vec![text("02-03"), text("09-02")]), Unit::DaysOfYear, "03/02, 02/09")]
    #[case(Value::List(vec![Value::Integer(5), Value::Integer(40)]), Unit::Points, "5, 40 điểm")]
    fn values_are_said_as_people_say_them(#[case] value: Value, #[case] unit: Unit, #[case] said: &str) {
        assert_eq!(Words::of(Locale::Vi).rule_value(&value, unit), said);
    }
}
