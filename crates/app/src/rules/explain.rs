//! A rule as people are shown it: the national value with its document, and beside it the committee's own where one is in
//! force, with who set it and why.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, OrganisationId, OverrideId},
    problems::Citation,
    rules::{Confidence, Override, Rules, Unit, Value, Words},
};
use nennep_store::{Tx, accounts, organisations};
use serde::Serialize;

use crate::error::Result;

/// A rule on a day at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleView {
    /// The key.
    pub key: String,
    /// The unit of its values.
    pub unit: Unit,
    /// The national value.
    pub national: Value,
    /// The rule in one sentence.
    pub words: Words,
    /// Document and article.
    pub citation: Citation,
    /// The first day the national value holds.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// How sure the national value is.
    pub confidence: Confidence,
    /// Whether a committee may set its own value.
    pub overridable: bool,
    /// The committee's own value, where one is in force.
    pub own: Option<OwnValue>,
}

/// A committee's own value of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnValue {
    /// Its id.
    pub id: OverrideId,
    /// The organisation that set it, for itself and all below.
    pub organisation: OrganisationId,
    /// That organisation's name; empty where names were not asked for.
    pub organisation_name: String,
    /// The value.
    pub value: Value,
    /// The first day.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// Why.
    pub reason: String,
    /// Who entered it.
    pub author: AccountId,
    /// That person's name; empty where names were not asked for.
    pub author_name: String,
}

impl From<&Override> for OwnValue {
    fn from(set: &Override) -> Self {
        Self {
            id: set.id,
            organisation: set.organisation,
            organisation_name: String::new(),
            value: set.value.clone(),
            from: set.from,
            to: set.to,
            reason: set.reason.clone(),
            author: set.author,
            author_name: String::new(),
        }
    }
}

impl RuleView {
    /// The rule of a key as it stands on the day and at the place of `rules`; of a key that holds no more or not yet, its
    /// first value. `None` if there is no such key. Without names: [`explain`] adds them.
    pub fn of(rules: &Rules, key: &str) -> Option<Self> {
        let book = rules.book();
        let entry = book.entry(key, rules.date()).or_else(|| book.history(key).first())?;
        Some(Self {
            key: entry.key.clone(),
            unit: entry.unit,
            national: entry.value.clone(),
            words: entry.text.clone(),
            citation: entry.citation.clone(),
            from: entry.from,
            to: entry.to,
            confidence: entry.confidence,
            overridable: entry.overridable,
            own: rules.local(key).map(OwnValue::from),
        })
    }

    /// The value in force: the committee's own, else the national one.
    pub fn value(&self) -> &Value {
        self.own.as_ref().map_or(&self.national, |own| &own.value)
    }
}

/// The rules of these keys, with the names of who set own values. Keys that do not exist are left out.
pub async fn explain(tx: &mut Tx, rules: &Rules, keys: &[impl AsRef<str>]) -> Result<Vec<RuleView>> {
    let mut views: Vec<_> = keys.iter().filter_map(|key| RuleView::of(rules, key.as_ref())).collect();
    name(tx, views.iter_mut().filter_map(|view| view.own.as_mut()).collect()).await?;
    Ok(views)
}

/// Adds the names of organisations and authors, in two queries however many there are.
pub(super) async fn name(tx: &mut Tx, values: Vec<&mut OwnValue>) -> Result<()> {
    if values.is_empty() {
        return Ok(());
    }
    let mut set_by: Vec<_> = values.iter().map(|value| value.organisation).collect();
    set_by.sort_unstable();
    set_by.dedup();
    let organisations = organisations::find_many(tx, &set_by).await?;
    let mut authors: Vec<_> = values.iter().map(|value| value.author).collect();
    authors.sort_unstable();
    authors.dedup();
    let authors = accounts::names(tx, &authors).await?;
    for value in values {
        let organisation = organisations.iter().find(|one| one.id == value.organisation);
        value.organisation_name = organisation.map_or_else(String::new, |one| one.name.clone());
        value.author_name = authors.get(&value.author).cloned().unwrap_or_default();
    }
    Ok(())
}
