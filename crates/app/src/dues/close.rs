//! Closing a month of a cell's dues book: from then on its figures stand, and what is unpaid counts.

use nennep_domain::{
    accounts::permission::Action,
    dues::{ClosedMonth, DuesError},
    ids::OrganisationId,
    time::Month,
};
use nennep_store::dues as store;

use super::{book, cell_for};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    turn,
};

/// Closes a month: what each member owes, what reached the cell and which share goes up stand from then on. Months are closed in
/// order. Doing it twice is safe. Refused while somebody's dues cannot be reckoned.
#[boxed]
pub async fn close(ctx: &Ctx, cell: OrganisationId, month: Month) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (organisation, place) = cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    turn::take(ctx, &mut tx).await?;
    let book = book::read(ctx, &mut tx, organisation, &place, month).await?;
    if book.closed.is_some() {
        return Ok(());
    }
    if let Some(refused) = book.cannot_close(ctx.now().date()) {
        return Err(Error::refused(refused));
    }
    let owed: Vec<_> = book.lines.iter().filter_map(|line| Some((line.member, line.paid.owed?))).collect();
    let (collected, share) = (book.collected, book.share.value);
    let closed = ClosedMonth { cell, month, closed_at: ctx.now(), collected, share };
    store::close(&mut tx, &closed, ctx.actor.account, &owed).await?;
    let event = Event::new("dues.month_closed").at(cell).to(cell.0);
    let event = event.with("month", month.to_string()).with("members", owed.len());
    events::record(&mut tx, ctx, event).await?;
    Ok(tx.commit().await?)
}

/// Opens the last closed month again, within a day and while nothing of it was sent up. Doing it twice is safe.
#[boxed]
pub async fn open_again(ctx: &Ctx, cell: OrganisationId, month: Month) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    turn::take(ctx, &mut tx).await?;
    if store::closed_in(&mut tx, cell, (month, month)).await?.is_empty() {
        return Ok(());
    }
    if store::last_closed(&mut tx, cell).await? != Some(month) {
        return Err(Error::refused(DuesError::LaterClosed));
    }
    if !store::remittances(&mut tx, cell, month).await?.is_empty() {
        return Err(Error::refused(DuesError::Sent));
    }
    if !store::open_again(&mut tx, cell, month, ctx.can_take_back_since()).await? {
        return Err(Error::refused(DuesError::TooOld));
    }
    let event = Event::new("dues.month_opened_again").at(cell).to(cell.0).with("month", month.to_string());
    events::record(&mut tx, ctx, event).await?;
    Ok(tx.commit().await?)
}
