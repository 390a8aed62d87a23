//! The rules of a day, and one rule's history.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    rules::{Entry, Override},
};
use nennep_store::organisations;

use super::for_place;
use crate::{
    Ctx,
    error::{Error, Result},
};

/// A national rule, with the committee's own value where one is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleView {
    /// The national rule.
    pub entry: Entry,
    /// What stands in its place.
    pub local: Option<Override>,
}

/// Every rule in force on a day, by key; for an organisation with the values set by it and by those above it.
pub async fn list(ctx: &Ctx, on: Date, organisation: Option<OrganisationId>) -> Result<Vec<RuleView>> {
    ctx.must(Action::SeeRules, &Resource::installation(), Action::SeeRules)?;
    let rules = match organisation {
        None => ctx.rules.on(on),
        Some(id) => {
            let mut tx = ctx.store.read().await?;
            let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
            for_place(ctx, &mut tx, &place, on).await?
        }
    };
    let view = |entry: &Entry| RuleView { entry: entry.clone(), local: rules.local(&entry.key).cloned() };
    Ok(ctx.rules.entries(on).map(view).collect())
}

/// All values of a rule over time, oldest first; "not found" if there is no such key.
pub async fn history(ctx: &Ctx, key: &str) -> Result<Vec<Entry>> {
    ctx.must(Action::SeeRules, &Resource::installation(), Action::SeeRules)?;
    let history = ctx.rules.history(key);
    if history.is_empty() { Err(Error::NotFound) } else { Ok(history.to_vec()) }
}
