//! The account of whoever acts.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::AccountId,
};

use crate::{
    Ctx,
    error::{Error, Result},
};

/// The actor's account, if it may keep it.
pub(super) fn own_account(ctx: &Ctx) -> Result<AccountId> {
    let id = ctx.actor.account.ok_or(Error::SignedOut)?;
    ctx.must(Action::KeepOwnAccount, &Resource::installation().of_account(id), Action::KeepOwnAccount)?;
    Ok(id)
}
