//! The good reason why a member paid nothing for a month: such a month does not count (statement 36).

use nennep_domain::{
    accounts::permission::Action,
    dues::DuesError,
    ids::{MemberId, OrganisationId},
    problems::Sentence,
    time::Month,
};
use nennep_store::{Tx, dues as store};

use super::{cell_for, reckon::day_of};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// The longest reason.
const LONGEST_REASON: usize = 300;

/// Notes the good reason why a member of the cell paid nothing for a month; the reason noted before is replaced.
#[boxed]
pub async fn excuse(
    ctx: &Ctx,
    cell: OrganisationId,
    month: Month,
    member: MemberId,
    reason: &str,
) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::invalid("reason", Sentence::new("dues-reason-missing")));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Error::invalid("reason", Sentence::new("dues-note-too-long")));
    }
    let mut tx = ctx.store.write().await?;
    cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    must_be_listed(ctx, &mut tx, (cell, month), member).await?;
    if store::paid(&mut tx, &[member], (month, month)).await?.iter().any(|(_, _, dong)| *dong > 0) {
        return Err(Error::refused(DuesError::IsPaid));
    }
    store::excuse(&mut tx, member, month, cell, reason, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("dues.excused").at(cell).to(member.0).with("month", month.to_string());
    events::record(&mut tx, ctx, event).await?;
    Ok(tx.commit().await?)
}

/// Takes the reason away. Doing it twice is safe.
#[boxed]
pub async fn unexcuse(ctx: &Ctx, cell: OrganisationId, month: Month, member: MemberId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    must_be_listed(ctx, &mut tx, (cell, month), member).await?;
    if store::unexcuse(&mut tx, member, month).await? {
        let event = Event::new("dues.unexcused").at(cell).to(member.0).with("month", month.to_string());
        events::record(&mut tx, ctx, event).await?;
    }
    Ok(tx.commit().await?)
}

async fn must_be_listed(
    ctx: &Ctx,
    tx: &mut Tx,
    (cell, month): (OrganisationId, Month),
    member: MemberId,
) -> Result<()> {
    let payers = store::payers(tx, cell, day_of(month, ctx.now().date())).await?;
    let closed = store::closed_members(tx, cell, month).await?;
    if !payers.iter().any(|payer| payer.member == member) && !closed.contains(&member) {
        return Err(Error::refused(DuesError::NotOnTheList));
    }
    Ok(())
}
