//! Ending a committee's own value, and letting it hold on again.

use jiff::civil::Date;
use nennep_domain::{
    ids::{OrganisationId, OverrideId},
    problems::Sentence,
    rules::Override,
};
use nennep_store::rules;

use super::own;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Sets the first day on which an own value no longer holds; `None` lets it hold on. Its first day itself withdraws it: it
/// then never held, and stays to be seen. Doing it twice is safe.
#[boxed]
pub async fn end_override(ctx: &Ctx, id: OverrideId, to: Option<Date>) -> Result<Override> {
    let mut tx = ctx.store.write().await?;
    let set = rules::find_override(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !own::may_set(ctx, &mut tx, set.organisation).await? {
        return Err(Error::Forbidden);
    }
    if to.is_some_and(|end| end < set.from) {
        return Err(Error::invalid("to", Sentence::new("rules-override-ends-before")));
    }
    let changed = Override { to, ..set.clone() };
    let others = rules::overrides(&mut tx).await?;
    if let Some(other) = others.iter().find(|other| own::overlap(other, &changed)) {
        return Err(Error::invalid("to", own::held(other)));
    }
    if set.to != to {
        rules::end_override(&mut tx, id, to).await?;
        own::changed(ctx, &mut tx, &changed, "rules.override_ended").await?;
    }
    tx.commit().await?;
    Ok(set)
}

/// Whether an own value is of that organisation; "not found" if it is another's, or there is none.
#[boxed]
pub async fn must_be_of(ctx: &Ctx, organisation: OrganisationId, id: OverrideId) -> Result<()> {
    let set = rules::find_override(&mut ctx.store.read().await?, id).await?;
    set.filter(|set| set.organisation == organisation).map(drop).ok_or(Error::NotFound)
}

/// Withdraws an own value: it never held, and stays to be seen.
#[boxed]
pub async fn withdraw_override(ctx: &Ctx, id: OverrideId) -> Result<Override> {
    let set = rules::find_override(&mut ctx.store.read().await?, id).await?.ok_or(Error::NotFound)?;
    end_override(ctx, id, Some(set.from)).await
}
