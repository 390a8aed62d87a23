//! A committee's own value in place of a national one: dated, with an author and a reason, and only where the rule
//! lets a committee set it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{RuleBook, Value, book};
use crate::{
    ids::{AccountId, OrganisationId, OverrideId},
    organisations::Place,
    problems::{Citation, Refusal, Sentence},
};

/// A committee's own value of a rule, for itself and all below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Its id.
    pub id: OverrideId,
    /// The organisation that sets it; it holds for all below, unless one nearer sets its own.
    pub organisation: OrganisationId,
    /// The rule's key.
    pub key: String,
    /// The value, in the rule's unit.
    pub value: Value,
    /// The first day.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// Why; shown beside the value.
    pub reason: String,
    /// Who entered it.
    pub author: AccountId,
}

/// Why an override is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// No rule of that key holds on its first day.
    #[error("no rule {0} on that day")]
    UnknownKey(String),
    /// The rule does not let a committee set its own value.
    #[error("rule {key} may not be overridden")]
    NotAllowed {
        /// The rule's key.
        key: String,
        /// The rule that says so.
        citation: Citation,
    },
    /// The value is not written as the rule's unit asks, or is not one the rule knows.
    #[error("value {value} is not in {unit}")]
    WrongValue {
        /// The value.
        value: String,
        /// The unit.
        unit: &'static str,
    },
    /// It ends before it begins.
    #[error("the span ends before it begins")]
    EndsBeforeItBegins,
    /// No reason was given.
    #[error("no reason given")]
    NoReason,
}

impl Refusal for OverrideError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::UnknownKey(key) => Sentence::new("rules-override-unknown-key").with("key", key.as_str()),
            Self::NotAllowed { key, .. } => {
                Sentence::new("rules-override-not-allowed").with("key", key.as_str())
            }
            Self::WrongValue { value, unit } => {
                Sentence::new("rules-override-wrong-value").with("value", value.as_str()).with("unit", *unit)
            }
            Self::EndsBeforeItBegins => Sentence::new("rules-override-ends-before"),
            Self::NoReason => Sentence::new("rules-override-no-reason"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::NotAllowed { citation, .. } = self { Some(citation.clone()) } else { None }
    }
}

impl Override {
    /// Whether it holds on `date`.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|end| date < end)
    }

    /// Checks it against the rules it would stand in for: every national value in force during its span must let it.
    pub fn check(&self, book: &RuleBook) -> Result<(), OverrideError> {
        if self.reason.trim().is_empty() {
            return Err(OverrideError::NoReason);
        }
        if self.to.is_some_and(|end| end <= self.from) {
            return Err(OverrideError::EndsBeforeItBegins);
        }
        let national = book.entry(&self.key, self.from);
        let Some(national) = national else { return Err(OverrideError::UnknownKey(self.key.clone())) };
        let in_span = |from: Date, to: Option<Date>| {
            to.is_none_or(|end| self.from < end) && self.to.is_none_or(|end| from < end)
        };
        let stood_in_for = book.history(&self.key).iter().filter(|entry| in_span(entry.from, entry.to));
        if let Some(entry) = stood_in_for.into_iter().find(|entry| !entry.overridable) {
            return Err(OverrideError::NotAllowed {
                key: self.key.clone(),
                citation: entry.citation.clone(),
            });
        }
        if !national.unit.accepts(&self.value) || !book::reads(&self.key, &self.value) {
            let unit = national.unit.as_str();
            return Err(OverrideError::WrongValue { value: self.value.to_string(), unit });
        }
        Ok(())
    }

    /// How near its organisation is to `place`: 0 for the place itself; `None` if the place does not stand below it.
    pub(super) fn distance(&self, place: &Place) -> Option<usize> {
        if self.organisation == place.organisation {
            return Some(0);
        }
        place.above.iter().position(|above| *above == self.organisation).map(|n| n + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    fn organisation(n: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(n))
    }

    fn set(at: u128, key: &str, value: Value, from: Date, to: Option<Date>) -> Override {
        Override {
            id: OverrideId(Uuid::from_u128(at)),
            organisation: organisation(at),
            key: key.to_owned(),
            value,
            from,
            to,
            reason: "Chi bộ dưới 10 đảng viên".to_owned(),
            author: AccountId(Uuid::nil()),
        }
    }

    const KEY: &str = "meetings.routine_minimum_minutes";

    #[test]
    fn the_nearest_organisation_wins_and_the_national_value_is_shown_beside() {
        let book = national();
        let day = date(2026, 11, 5);
        let place = Place { organisation: organisation(3), above: vec![organisation(2), organisation(1)] };
        let from = date(2026, 1, 1);
        let ward = set(2, KEY, Value::Integer(100), from, None);
        let province = set(1, KEY, Value::Integer(110), from, None);
        let elsewhere = set(9, KEY, Value::Integer(30), from, None);
        let over = set(3, KEY, Value::Integer(60), from, Some(date(2026, 6, 1)));
        let rules = book.on_for(day, &place, &[province, elsewhere, ward.clone(), over]);
        let minimum = rules.routine_minimum_minutes();
        assert_eq!(minimum.value, 100);
        let local = minimum.local.unwrap();
        assert_eq!((local.organisation, local.national), (organisation(2), Value::Integer(90)));
        assert_eq!(rules.local(KEY), Some(&ward));
        assert_eq!(book.on(day).routine_minimum_minutes().value, 90);
    }

    #[rstest]
    #[case(KEY, Value::Integer(120), None)]
    #[case(KEY, Value::Text("long".to_owned()), Some("rules-override-wrong-value"))]
    #[case("meetings.routine_per_month", Value::Integer(2), Some("rules-override-not-allowed"))]
    #[case("meetings.no_such_rule", Value::Integer(2), Some("rules-override-unknown-key"))]
    #[case("votes.procedural_base", Value::Text("guests".to_owned()), Some("rules-override-wrong-value"))]
    fn statement_4_an_override_is_refused_where_the_rule_does_not_let_it(
        #[case] key: &str,
        #[case] value: Value,
        #[case] refusal: Option<&'static str>,
    ) {
        let checked = set(1, key, value, date(2026, 1, 1), None).check(&national());
        assert_eq!(checked.err().map(|error| error.sentence().key), refusal);
    }

    #[test]
    fn an_override_needs_a_reason_and_a_span() {
        let (book, day) = (national(), date(2026, 1, 1));
        let mut one = set(1, KEY, Value::Integer(120), day, Some(day));
        assert_eq!(one.check(&book), Err(OverrideError::EndsBeforeItBegins));
        one.to = None;
        one.reason = "  ".to_owned();
        assert_eq!(one.check(&book), Err(OverrideError::NoReason));
    }

    #[test]
    fn an_override_that_was_never_allowed_changes_nothing() {
        let book = national();
        let place = Place { organisation: organisation(1), above: Vec::new() };
        let forced = set(1, "meetings.routine_per_month", Value::Integer(0), date(2026, 1, 1), None);
        let wrong = set(1, KEY, Value::Boolean(true), date(2026, 1, 1), None);
        let rules = book.on_for(date(2026, 11, 5), &place, &[forced, wrong]);
        assert_eq!(rules.routine_per_month().value, 1);
        assert_eq!(rules.routine_minimum_minutes().value, 90);
    }
}
