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

/// A member with the place the file is kept in.
pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, id: MemberId, action: Action) -> Result<(Member, Place)> {
    let member = members::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = kept_at(ctx, tx, id).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place).of_member(id), Action::SeeMembers)?;
    Ok((member, place))
}

/// Whether the asker may open a member's file.
pub(crate) async fn opens_file(ctx: &Ctx, tx: &mut Tx, id: MemberId) -> Result<bool> {
    let place = kept_at(ctx, tx, id).await?;
    Ok(place.is_some_and(|place| ctx.may(Action::SeeMemberFile, &Resource::at(&place).of_member(id))))
}

/// Where a member's file is kept: in the cell the member belongs to, or belonged to last.
pub(crate) async fn kept_at(ctx: &Ctx, tx: &mut Tx, id: MemberId) -> Result<Option<Place>> {
    if let Some(place) = members::home_place(tx, id, ctx.now().date()).await? {
        return Ok(Some(place));
    }
    let standings = members::standings_of(tx, id).await?;
    let last = standings.iter().rev().find(|one| one.state.belongs()).or_else(|| standings.last());
    match last {
        Some(last) => Ok(organisations::place(tx, last.cell).await?),
        None => Ok(None),
    }
}
