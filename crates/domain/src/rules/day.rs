//! The rules of one day for one place.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use super::{Override, RuleBook, Ruled, Words, ruled, value::FromValue, view::Era};

/// The rules in force on a day, with the overrides of the organisations above a place. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Rules {
    pub(super) book: RuleBook,
    pub(super) date: Date,
    pub(super) era: Arc<Era>,
    pub(super) overrides: Arc<BTreeMap<String, Override>>,
}

impl Rules {
    /// The day they are in force.
    pub const fn date(&self) -> Date {
        self.date
    }

    /// The book they were taken from.
    pub const fn book(&self) -> &RuleBook {
        &self.book
    }

    /// The override in force for a key.
    pub fn local(&self, key: &str) -> Option<&Override> {
        self.overrides.get(key)
    }

    /// The sentence that says a rule.
    pub fn words(&self, key: &str) -> Option<&Words> {
        self.book.words(key, self.date)
    }

    /// The override's value where one is in force, else the national one.
    pub(super) fn pick<T: FromValue + Clone>(&self, national: &Ruled<T>) -> Ruled<T> {
        let local = self.overrides.get(national.key).and_then(|by| {
            let entry = self.book.entry(national.key, self.date.max(super::FIRST_DAY))?;
            ruled::overridden(national.key, entry, by)
        });
        local.unwrap_or_else(|| national.clone())
    }
}
