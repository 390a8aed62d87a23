//! A committee's own values: set with author, reason and dates, ended, shown beside the national ones.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{AccountId, OrganisationId, OverrideId},
    names,
    problems::Sentence,
    rules::{Override, Value},
};
use nennep_store::{organisations, rules};
use uuid::Uuid;

use crate::{
    Ctx,
    error::{Error, Result},
    events::{self, Event},
};

/// A committee's own value as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverrideForm {
    /// The rule's key.
    pub key: String,
    /// The value, in the rule's unit.
    pub value: Value,
    /// The first day.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// Why.
    pub reason: String,
}

/// The values an organisation set for itself and those below it, ended ones too, by key and first day.
pub async fn overrides(ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<Override>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeRules, &Resource::at(&place), Action::SeeRules)?;
    let mut all = rules::overrides(&mut tx).await?;
    all.retain(|one| one.organisation == organisation);
    Ok(all)
}

/// Sets a committee's own value; the same id sent twice is one. Refused where the rule does not let it, where the value
/// is not written as the rule's unit asks, and where another value of the committee holds on one of the days.
pub async fn set_override(
    ctx: &Ctx,
    organisation: OrganisationId,
    id: OverrideId,
    form: OverrideForm,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::OverrideRules, &Resource::at(&place), Action::SeeRules)?;
    let OverrideForm { key, value, from, to, reason } = form;
    let reason = names::tidy(&reason);
    if reason.chars().count() > 500 {
        return Err(Error::invalid("reason", Sentence::new("form-too-long").with("most", 500)));
    }
    let author = ctx.actor.account.unwrap_or(AccountId(Uuid::nil()));
    let new = Override { id, organisation, key, value, from, to, reason, author };
    new.check(&ctx.rules).map_err(Error::refused)?;
    let all = rules::overrides(&mut tx).await?;
    if let Some(there) = all.iter().find(|one| one.id == id) {
        return if there.organisation == organisation { Ok(()) } else { Err(Error::NotFound) };
    }
    if all.iter().any(|one| meets(one, &new)) {
        return Err(Error::invalid("from", Sentence::new("rules-override-exists")));
    }
    rules::insert_override(&mut tx, &new, ctx.now()).await?;
    events::record(&mut tx, ctx, Event::new("rule.overridden").at(organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether two values of one committee for one rule hold on a common day.
fn meets(one: &Override, other: &Override) -> bool {
    let begins_in_time = |a: &Override, b: &Override| b.to.is_none_or(|end| a.from < end);
    (one.organisation, &one.key) == (other.organisation, &other.key)
        && begins_in_time(one, other)
        && begins_in_time(other, one)
}

/// Ends a committee's own value today: from today on the national one holds again. Doing it twice is safe.
pub async fn end_override(ctx: &Ctx, organisation: OrganisationId, id: OverrideId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::OverrideRules, &Resource::at(&place), Action::SeeRules)?;
    let all = rules::overrides(&mut tx).await?;
    all.iter().find(|one| one.id == id && one.organisation == organisation).ok_or(Error::NotFound)?;
    if rules::end_override(&mut tx, id, ctx.now().date()).await? {
        events::record(&mut tx, ctx, Event::new("rule.override_ended").at(organisation).to(id.0)).await?;
    }
    tx.commit().await?;
    Ok(())
}
