//! One member's file. Reading it is itself an event, written in the transaction that reads.

use nennep_domain::{
    accounts::{
        OfficeTerm,
        permission::{Action, Resource},
    },
    ids::MemberId,
    members::{Member, Standing},
    organisations::{Organisation, Place},
};
use nennep_store::{Tx, members, offices, organisations};

use super::identity;
use crate::{
    Ctx,
    error::{Error, Result},
    events::{self, Event},
};

/// One member's file.
#[derive(Debug, Clone)]
pub struct MemberView {
    /// What the register keeps; the identity number masked but for its last digits.
    pub member: Member,
    /// Where the member stood and stands, oldest first.
    pub standings: Vec<Standing>,
    /// Every office held, oldest first.
    pub offices: Vec<OfficeTerm>,
    /// The organisations that standings and offices speak of.
    pub organisations: Vec<Organisation>,
}

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

/// A member's file, for those who may open it; it is noted who did.
pub async fn show(ctx: &Ctx, id: MemberId) -> Result<MemberView> {
    let mut tx = ctx.store.write().await?;
    let (mut member, place) = load(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    if let Some(number) = identity::number(ctx, &mut tx, id).await? {
        member.profile.identity_number = identity::masked(&number);
    }
    let standings = members::standings_of(&mut tx, id).await?;
    let offices = offices::of_member(&mut tx, id).await?;
    let mut named: Vec<_> = standings.iter().map(|standing| standing.cell).collect();
    named.extend(offices.iter().map(|term| term.organisation));
    named.sort_unstable();
    named.dedup();
    let organisations = organisations::find_many(&mut tx, &named).await?;
    events::record(&mut tx, ctx, Event::new("member.read").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(MemberView { member, standings, offices, organisations })
}
