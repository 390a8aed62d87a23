//! Entering commendations, setting them right, ending them.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    decisions::Decision,
    ids::{CommendationId, OrganisationId},
    organisations::Place,
    problems::Sentence,
    recognition::commendations::{Commendation, CommendationKind, Recipient, Typed},
};
use nennep_store::{
    Tx, WriteTx,
    commendations::{self, Kept},
    members, organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::kept_at,
    recognition::{IdUsed, TooOld},
};

/// A commendation to be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommendationForm {
    /// Who was commended.
    pub to: Recipient,
    /// Its kind.
    pub kind: CommendationKind,
    /// What for.
    pub reason: String,
    /// The decision's number; praise needs none.
    pub number: String,
    /// Its day.
    pub on: Date,
    /// By whom.
    pub by: String,
}

/// Enters a commendation. The same id sent again sets it right within a day of entering it; later that is refused.
#[boxed]
pub async fn add(ctx: &Ctx, id: CommendationId, form: &CommendationForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = place_of(ctx, &mut tx, form.to).await?;
    ctx.must(Action::KeepCommendations, &Resource::at(&place), Action::SeeCommendations)?;
    let typed =
        Typed { kind: form.kind, reason: &form.reason, number: &form.number, on: form.on, by: &form.by };
    let (reason, decision) = typed.check(ctx.now().date())?;
    let organisation = place.organisation;
    let one =
        Commendation { id, to: form.to, place: organisation, kind: form.kind, reason, decision, ended: None };
    let event = match commendations::find(&mut tx, id).await? {
        None => {
            if !commendations::insert(&mut tx, &one, ctx.now(), ctx.actor.account).await? {
                return Err(Error::refused(IdUsed));
            }
            "commendation.entered"
        }
        Some(before) if before.commendation.to != form.to => return Err(Error::refused(IdUsed)),
        Some(before) if is_same(&before.commendation, &one) => return Ok(()),
        Some(_) => {
            if !commendations::correct(&mut tx, &one, ctx.can_take_back_since()).await? {
                return Err(Error::refused(TooOld));
            }
            "commendation.corrected"
        }
    };
    record(ctx, &mut tx, event, organisation, id).await?;
    tx.commit().await?;
    Ok(())
}

fn is_same(before: &Commendation, now: &Commendation) -> bool {
    (before.kind, &before.reason, &before.decision) == (now.kind, &now.reason, &now.decision)
}

/// Where a commendation of this recipient counts: a member's in the cell the file is kept in.
async fn place_of(ctx: &Ctx, tx: &mut Tx, to: Recipient) -> Result<Place> {
    let place = match to {
        Recipient::Member(member) => {
            members::find(tx, member).await?.ok_or(Error::NotFound)?;
            kept_at(ctx, tx, member).await?
        }
        Recipient::Organisation(id) => organisations::place(tx, id).await?,
    };
    place.ok_or(Error::NotFound)
}

/// The commendation, for those who keep it.
async fn kept(ctx: &Ctx, tx: &mut Tx, id: CommendationId) -> Result<Kept> {
    let kept = commendations::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = place_of(ctx, tx, kept.commendation.to).await?;
    ctx.must(Action::KeepCommendations, &Resource::at(&place), Action::SeeCommendations)?;
    Ok(kept)
}

/// Takes back a commendation that was entered by mistake within the last day; later it is ended instead. Taken back twice: not found.
#[boxed]
pub async fn take_back(ctx: &Ctx, id: CommendationId) -> Result<Recipient> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.commendation;
    if !commendations::take_back(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(TooOld));
    }
    record(ctx, &mut tx, "commendation.taken_back", one.place, id).await?;
    tx.commit().await?;
    Ok(one.to)
}

/// Ends a commendation by a later decision: from its day on it no longer counts. Doing it twice is safe.
#[boxed]
pub async fn end(ctx: &Ctx, id: CommendationId, by: &Decision) -> Result<Recipient> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.commendation;
    one.check_end(by).map_err(Error::refused)?;
    if by.on > ctx.now().date() {
        return Err(Error::invalid("decided_on", Sentence::new("commendations-to-come")));
    }
    if commendations::end(&mut tx, id, by, ctx.now()).await? {
        record(ctx, &mut tx, "commendation.ended", one.place, id).await?;
        tx.commit().await?;
    }
    Ok(one.to)
}

/// Lets a commendation count again that was ended by mistake within the last day; doing it twice is safe.
#[boxed]
pub async fn reopen(ctx: &Ctx, id: CommendationId) -> Result<Recipient> {
    let mut tx = ctx.store.write().await?;
    let one = kept(ctx, &mut tx, id).await?.commendation;
    if one.ended.is_none() {
        return Ok(one.to);
    }
    if !commendations::reopen(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::refused(TooOld));
    }
    record(ctx, &mut tx, "commendation.reopened", one.place, id).await?;
    tx.commit().await?;
    Ok(one.to)
}

async fn record(
    ctx: &Ctx,
    tx: &mut WriteTx,
    kind: &'static str,
    at: OrganisationId,
    id: CommendationId,
) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(at).to(id.0)).await
}
