//! Sending a share of a month's dues up, and saying what was received.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    dues::{DuesError, Remittance},
    ids::{OrganisationId, RemittanceId},
    problems::{Refusal as _, Sentence},
    time::Month,
};
use nennep_store::{Tx, dues as store, organisations};

use super::cell_for;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    turn,
};

/// What a cell sends up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remitting {
    /// Its id: sent twice, it is one.
    pub id: RemittanceId,
    /// How many đồng.
    pub dong: i64,
    /// The day.
    pub sent_on: Date,
    /// A word beside it.
    pub note: String,
}

/// No cell sends more at one time, in đồng: what is larger is a slip of the finger.
const MOST_DONG: i64 = 100_000_000_000;
/// The longest word beside it.
const LONGEST_NOTE: usize = 300;

fn checked_dong(dong: i64, least: i64) -> Result<i64> {
    let wrong = || Error::invalid("dong", DuesError::NotAnAmount.sentence());
    if (least..=MOST_DONG).contains(&dong) { Ok(dong) } else { Err(wrong()) }
}

/// Enters what a cell sent up of a closed month.
#[boxed]
pub async fn remit(ctx: &Ctx, cell: OrganisationId, month: Month, sent: &Remitting) -> Result<()> {
    let note = sent.note.trim();
    if note.chars().count() > LONGEST_NOTE {
        return Err(Error::invalid("note", Sentence::new("dues-note-too-long")));
    }
    let dong = checked_dong(sent.dong, 1)?;
    let mut tx = ctx.store.write().await?;
    cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    turn::take(ctx, &mut tx).await?;
    if sent.sent_on > ctx.now().date() {
        return Err(Error::refused(DuesError::DayToCome));
    }
    if store::closed_in(&mut tx, cell, (month, month)).await?.is_empty() {
        return Err(Error::refused(DuesError::MonthOpen));
    }
    let one = Remittance {
        id: sent.id,
        cell,
        month,
        dong,
        sent_on: sent.sent_on,
        note: note.to_owned(),
        received: None,
    };
    if store::insert_remittance(&mut tx, &one, ctx.now(), ctx.actor.account).await? {
        let event = Event::new("dues.sent").at(cell).to(sent.id.0).with("month", month.to_string());
        events::record(&mut tx, ctx, event).await?;
    }
    Ok(tx.commit().await?)
}

/// Withdraws what was entered as sent, while the committee has not said that it received it. Doing it twice is safe.
#[boxed]
pub async fn withdraw_remittance(ctx: &Ctx, cell: OrganisationId, id: RemittanceId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    let Some(one) = store::find_remittance(&mut tx, id).await? else { return Ok(()) };
    if one.cell != cell {
        return Err(Error::NotFound);
    }
    if !store::withdraw_remittance(&mut tx, id, ctx.now()).await? {
        return Err(Error::refused(DuesError::Received));
    }
    events::record(&mut tx, ctx, Event::new("dues.sending_withdrawn").at(cell).to(id.0)).await?;
    Ok(tx.commit().await?)
}

/// Notes what the committee received of what a cell sent; it may be less. Doing it twice is safe.
#[boxed]
pub async fn receive(ctx: &Ctx, id: RemittanceId, dong: i64, on: Date) -> Result<Remittance> {
    let dong = checked_dong(dong, 0)?;
    let mut tx = ctx.store.write().await?;
    let one = to_receive(ctx, &mut tx, id).await?;
    if on > ctx.now().date() {
        return Err(Error::refused(DuesError::DayToCome));
    }
    if store::receive(&mut tx, id, (dong, on), ctx.now(), ctx.actor.account).await? {
        events::record(&mut tx, ctx, Event::new("dues.received").at(one.cell).to(id.0)).await?;
        tx.commit().await?;
    } else if one.received != Some((dong, on)) {
        return Err(Error::refused(DuesError::Received));
    }
    Ok(one)
}

async fn to_receive(ctx: &Ctx, tx: &mut Tx, id: RemittanceId) -> Result<Remittance> {
    let one = store::find_remittance(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, one.cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::ReceiveDues, &Resource::at(&place), Action::SeeDuesTotals)?;
    Ok(one)
}

/// Takes back that it was received, within a day. Doing it twice is safe.
#[boxed]
pub async fn take_reception_back(ctx: &Ctx, id: RemittanceId) -> Result<Remittance> {
    let mut tx = ctx.store.write().await?;
    let one = to_receive(ctx, &mut tx, id).await?;
    if one.received.is_none() {
        return Ok(one);
    }
    if !store::take_reception_back(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(DuesError::TooOld));
    }
    events::record(&mut tx, ctx, Event::new("dues.reception_taken_back").at(one.cell).to(id.0)).await?;
    tx.commit().await?;
    Ok(one)
}
