//! One dated rule as a pack holds it.

use jiff::civil::Date;
use serde::Serialize;

use super::{Unit, Value};
use crate::problems::Citation;

text_enum! {
    /// How sure the value is, as the field reference marks it.
    Confidence {
        /// From the text of the rule itself.
        Text = "A",
        /// From a press or portal summary.
        Summary = "B",
        /// From practice seen in the field.
        Practice = "C",
        /// Not confirmed, or the newer text was not seen.
        Unconfirmed = "?",
    }
}

/// One short sentence that says the rule, in both languages: what a reader sees who opens the book mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct Words {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// One value of a rule over the span of time in which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The rule's key, e.g. `meetings.routine_minimum_minutes`.
    pub key: String,
    /// The value.
    pub value: Value,
    /// The value's unit.
    pub unit: Unit,
    /// The document and article.
    pub citation: Citation,
    /// The first day it holds.
    pub from: Date,
    /// The first day it no longer holds; `None` while it is in force.
    pub to: Option<Date>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether a committee may set its own value.
    pub overridable: bool,
    /// The rule in one sentence.
    pub text: Words,
}

impl Entry {
    /// Whether it holds on `date`.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|end| date < end)
    }

    /// Whether the two hold on a common day.
    pub fn meets(&self, other: &Self) -> bool {
        self.to.is_none_or(|end| other.from < end) && other.to.is_none_or(|end| self.from < end)
    }
}

/// A rule as `nennep rules list` prints it: these fields, in this order, and no others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The key.
    pub key: String,
    /// The value.
    pub value: Value,
    /// The unit.
    pub unit: Unit,
    /// The document.
    pub document: String,
    /// The article.
    pub article: String,
    /// The first day it holds.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// How sure it is.
    pub confidence: Confidence,
}

impl From<&Entry> for Listed {
    fn from(entry: &Entry) -> Self {
        Self {
            key: entry.key.clone(),
            value: entry.value.clone(),
            unit: entry.unit,
            document: entry.citation.document.clone(),
            article: entry.citation.article.clone(),
            from: entry.from,
            to: entry.to,
            confidence: entry.confidence,
        }
    }
}
