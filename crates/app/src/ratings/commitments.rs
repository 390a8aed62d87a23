//! A member's commitment of a year: written by the member, or by secretary and deputy from paper; checked by the cell committee.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    organisations::Place,
    problems::Sentence,
    ratings::{Check, Commitment, Pledge},
};
use nennep_store::{
    Tx, WriteTx, members, organisations,
    ratings::{self, Promised},
};

use super::refused::Cannot;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// A member's commitment of a year.
#[derive(Debug, Clone)]
pub struct CommitmentView {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// The year.
    pub year: i16,
    /// The commitment, if it is written.
    pub commitment: Option<Commitment>,
    /// Whether it is the reader's own.
    pub own: bool,
    /// Whether the reader may write it.
    pub writes: bool,
    /// Whether the reader may check it.
    pub checks: bool,
}

struct Loaded {
    name: String,
    place: Place,
    commitment: Option<Commitment>,
}

async fn load(ctx: &Ctx, tx: &mut Tx, id: MemberId, year: i16, action: Action) -> Result<Loaded> {
    let member = members::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = members::home_place(tx, id, ctx.now().date()).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place).of_member(id), Action::SeeRating)?;
    let commitment = ratings::find_commitment(tx, id, year).await?;
    Ok(Loaded { name: member.profile.full_name, place, commitment })
}

/// A year one can commit to: last year's is still checked, next year's may be written ahead.
fn must_be_near(ctx: &Ctx, year: i16) -> Result<()> {
    let this = ctx.now().date().year();
    if (this - 1..=this + 1).contains(&year) {
        return Ok(());
    }
    Err(Error::invalid("year", Sentence::new("ratings-commitment-year").with("year", this)))
}

/// A member's commitment of a year, for the member and for those who follow the cell.
#[boxed]
pub async fn commitment(ctx: &Ctx, id: MemberId, year: i16) -> Result<CommitmentView> {
    let mut tx = ctx.store.read().await?;
    let Loaded { name, place, commitment } = load(ctx, &mut tx, id, year, Action::SeeRating).await?;
    let resource = Resource::at(&place).of_member(id);
    let is_checked = commitment.as_ref().is_some_and(|one| one.check.is_some());
    Ok(CommitmentView {
        member: id,
        name,
        year,
        own: ctx.actor.member == Some(id),
        writes: !is_checked && must_be_near(ctx, year).is_ok() && ctx.may(Action::RateOneself, &resource),
        checks: commitment.is_some() && ctx.may(Action::KeepRatings, &resource),
        commitment,
    })
}

/// Everybody of a cell with the commitment of a year, for those who follow the cell.
#[boxed]
pub async fn commitments_of_cell(ctx: &Ctx, cell: OrganisationId, year: i16) -> Result<Vec<Promised>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeRatings, &Resource::at(&place), Action::SeeOrganisations)?;
    Ok(ratings::commitments_in(&mut tx, cell, year, ctx.now().date()).await?)
}

async fn finish(ctx: &Ctx, mut tx: WriteTx, kind: &'static str, place: &Place, id: MemberId) -> Result<()> {
    events::record(&mut tx, ctx, Event::new(kind).at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes the commitment of a year, in place of the one before, until the cell committee has checked it.
#[boxed]
pub async fn write_commitment(ctx: &Ctx, id: MemberId, year: i16, body: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, year, Action::RateOneself).await?;
    must_be_near(ctx, year)?;
    let body = Pledge::check(body)?.0;
    match &loaded.commitment {
        Some(one) if one.body == body => return Ok(()),
        Some(one) if one.check.is_some() => return Err(Error::refused(Cannot::Checked)),
        _ => {}
    }
    let (written_at, written_by) = (ctx.now(), ctx.actor.account);
    let one = Commitment { member: id, year, body, written_at, written_by, check: None };
    ratings::save_commitment(&mut tx, &one).await?;
    finish(ctx, tx, "commitment.written", &loaded.place, id).await
}

/// Writes what the cell committee found of a commitment, in place of what it found before.
#[boxed]
pub async fn check_commitment(ctx: &Ctx, id: MemberId, year: i16, note: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, year, Action::KeepRatings).await?;
    let note = Pledge::note(note)?.0;
    if loaded.commitment.is_none() {
        return Err(Error::invalid("", Sentence::new("ratings-commitment-none")));
    }
    let check = Check { at: ctx.now(), by: ctx.actor.account, note };
    ratings::set_check(&mut tx, id, year, Some(&check)).await?;
    finish(ctx, tx, "commitment.checked", &loaded.place, id).await
}

/// Takes the check back within a day; doing it twice is safe.
#[boxed]
pub async fn take_check_back(ctx: &Ctx, id: MemberId, year: i16) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, year, Action::KeepRatings).await?;
    let Some(check) = loaded.commitment.and_then(|one| one.check) else { return Ok(()) };
    if check.at < ctx.can_take_back_since() {
        return Err(Error::refused(Cannot::TooOld));
    }
    ratings::set_check(&mut tx, id, year, None).await?;
    finish(ctx, tx, "commitment.check_taken_back", &loaded.place, id).await
}
