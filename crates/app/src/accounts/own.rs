//! The actor's own account.

use nennep_store::accounts::{self, Account};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The account of whoever asks.
#[boxed]
pub async fn own(ctx: &Ctx) -> Result<Account> {
    let id = ctx.actor.account.ok_or(Error::SignedOut)?;
    accounts::find(&mut ctx.store.read().await?, id).await?.ok_or(Error::SignedOut)
}
