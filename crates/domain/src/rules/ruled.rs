//! A value that says by which rule it holds, and who set it where a committee did.

use jiff::civil::Date;
use serde::Serialize;

use super::{Confidence, Entry, Override, Value, value::FromValue};
use crate::{
    ids::{AccountId, OrganisationId},
    problems::Citation,
};

/// A value with the rule it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ruled<T> {
    /// The value in force.
    pub value: T,
    /// The rule's key, with which a page opens its text.
    pub key: &'static str,
    /// The document and article.
    pub citation: Citation,
    /// How sure the national value is.
    pub confidence: Confidence,
    /// Whether a committee may set its own value.
    pub overridable: bool,
    /// The committee's own value, where one is in force; shown beside the national one.
    pub local: Option<Local>,
}

/// Who set a value of their own, and what it stands in for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Local {
    /// The organisation that set it.
    pub organisation: OrganisationId,
    /// The first day.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// Why.
    pub reason: String,
    /// Who entered it.
    pub author: AccountId,
    /// The national value.
    pub national: Value,
}

impl<T> Ruled<T> {
    /// The same rule with another value read from this one.
    pub fn map<U>(self, read: impl FnOnce(T) -> U) -> Ruled<U> {
        let Self { value, key, citation, confidence, overridable, local } = self;
        Ruled { value: read(value), key, citation, confidence, overridable, local }
    }
}

impl<T> Ruled<Option<T>> {
    /// The rule where the documents set a value, else `None`.
    pub fn set(self) -> Option<Ruled<T>> {
        let Self { value, key, citation, confidence, overridable, local } = self;
        Some(Ruled { value: value?, key, citation, confidence, overridable, local })
    }
}

/// The national value of an entry; `None` if it is of another kind.
pub(super) fn national<T: FromValue>(key: &'static str, entry: &Entry) -> Option<Ruled<T>> {
    let (confidence, overridable) = (entry.confidence, entry.overridable);
    let value = T::from_value(&entry.value)?;
    Some(Ruled { value, key, citation: entry.citation.clone(), confidence, overridable, local: None })
}

/// The value an override sets in place of `entry`; `None` if it is of another kind.
pub(super) fn overridden<T: FromValue>(key: &'static str, entry: &Entry, by: &Override) -> Option<Ruled<T>> {
    let local = Local {
        organisation: by.organisation,
        from: by.from,
        to: by.to,
        reason: by.reason.clone(),
        author: by.author,
        national: entry.value.clone(),
    };
    Some(Ruled { value: T::from_value(&by.value)?, local: Some(local), ..national(key, entry)? })
}
