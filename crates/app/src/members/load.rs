//! A member with the place the file is kept in, for those who may do something with it.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MemberId,
    members::Member,
    organisations::Place,
};
use nennep_store::{Tx, members, organisations};

use crate::{
    Ctx,
    error::{Error, Result},
};

/// A member with the place the file is kept in: the cell the member belongs to, or belonged to last.
pub(super) async fn load(ctx: &Ctx, tx: &mut Tx, id: MemberId, action: Action) -> Result<(Member, Place)> {
    let member = members::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = match members::home_place(tx, id, ctx.now().date()).await? {
        Some(place) => place,
        None => last_place(tx, id).await?,
    };
    ctx.must(action, &Resource::at(&place).of_member(id), Action::SeeMembers)?;
    Ok((member, place))
}

async fn last_place(tx: &mut Tx, id: MemberId) -> Result<Place> {
    let standings = members::standings_of(tx, id).await?;
    let last = standings.iter().rev().find(|one| one.state.belongs()).or_else(|| standings.last());
    let cell = last.ok_or(Error::NotFound)?.cell;
    organisations::place(tx, cell).await?.ok_or(Error::NotFound)
}
