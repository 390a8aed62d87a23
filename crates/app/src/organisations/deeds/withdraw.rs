//! Withdrawing a deed whose day has not come.

use nennep_domain::{
    ids::DeedId,
    problems::{Refusal, Sentence},
};
use nennep_store::deeds;

use super::list::kept;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

#[derive(Debug, thiserror::Error)]
#[error("its day has come")]
struct TooLate;

impl Refusal for TooLate {
    fn sentence(&self) -> Sentence {
        Sentence::new("history-refused-done-already")
    }
}

/// Withdraws a deed whose day has not come; nothing of it will be done. Doing it twice is safe. A deed that was done is set right
/// by another deed.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: DeedId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let recorded = kept(ctx, &mut tx, id).await?;
    if recorded.withdrawn_at.is_some() {
        return Ok(());
    }
    if !deeds::withdraw(&mut tx, id, ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(TooLate));
    }
    events::record(&mut tx, ctx, Event::new("deed.withdrawn").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}
