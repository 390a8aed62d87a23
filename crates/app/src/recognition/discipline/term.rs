//! The term of a measure: received, from which appeal is counted; ended.

use jiff::civil::Date;
use nennep_domain::{
    ids::DisciplineId,
    names,
    recognition::discipline::{DisciplineError, Disciplined, Ended},
};
use nennep_store::discipline;

use super::{kept, record};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    recognition::TooOld,
};

/// Writes the day the decision was received, from which the term of appeal is counted (296-QĐ/TW Art. 25.1). Another day written later
/// stands in its place.
#[boxed]
pub async fn receive(ctx: &Ctx, id: DisciplineId, on: Date) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.0.discipline;
    one.check_reception(on).map_err(Error::refused)?;
    if on > ctx.now().date() {
        return Err(Error::refused(DisciplineError::ToCome));
    }
    if one.received_on != Some(on) {
        discipline::receive(&mut tx, id, on).await?;
        record(ctx, &mut tx, "discipline.received", &one).await?;
        tx.commit().await?;
    }
    Ok(one.of)
}

/// Ends a measure on a day: the first on which it no longer holds. Doing it twice is safe.
#[boxed]
pub async fn end(ctx: &Ctx, id: DisciplineId, on: Date, basis: &str) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.0.discipline;
    let end = Ended { on, basis: names::tidy(basis).chars().take(500).collect() };
    one.check_end(&end).map_err(Error::refused)?;
    if on > ctx.now().date() {
        return Err(Error::refused(DisciplineError::ToCome));
    }
    if discipline::end(&mut tx, id, &end, ctx.now()).await? {
        record(ctx, &mut tx, "discipline.ended", &one).await?;
        tx.commit().await?;
    }
    Ok(one.of)
}

/// Lets a measure hold again that was ended by mistake within the last day; doing it twice is safe.
#[boxed]
pub async fn reopen(ctx: &Ctx, id: DisciplineId) -> Result<Disciplined> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.0.discipline;
    if one.ended.is_none() {
        return Ok(one.of);
    }
    if !discipline::reopen(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(TooOld));
    }
    record(ctx, &mut tx, "discipline.reopened", &one).await?;
    tx.commit().await?;
    Ok(one.of)
}
