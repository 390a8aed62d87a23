//! Where an account belongs.

use nennep_domain::organisations::Place;
use nennep_store::{Tx, accounts::Account, members};

use crate::{Ctx, error::Result};

/// Where an account belongs: its member's cell, or nowhere.
pub(super) async fn place_of(ctx: &Ctx, tx: &mut Tx, account: &Account) -> Result<Option<Place>> {
    match account.member {
        Some(member) => Ok(members::home_place(tx, member, ctx.now().date()).await?),
        None => Ok(None),
    }
}
