//! Members ask to have corrected what is kept about them; whoever keeps the file sees old and new side by side and answers.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CorrectionId, MemberId, OrganisationId},
    members::{
        Profile,
        correction::{self, Correction, CorrectionAnswer, CorrectionError},
    },
    organisations::Organisation,
    problems::Sentence,
};
use nennep_store::{Tx, WriteTx, corrections as store, members, organisations};

use super::{
    by_hand::{self, Typed},
    load::{kept_at, load},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    reach,
};

/// The longest reason and the longest word with an answer.
const LONGEST: usize = 1_000;
/// So many requests of a member are told of.
const MOST: u32 = 20;

/// A request that waits, with the names it speaks of.
#[derive(Debug, Clone)]
pub struct OpenCorrection {
    /// The request.
    pub correction: Correction,
    /// The member's name.
    pub name: String,
    /// The cell the member belongs to.
    pub cell: Organisation,
    /// Whether it is the asker's own, which others answer.
    pub is_own: bool,
}

fn checked(text: &str, field: &'static str, is_needed: bool) -> Result<String> {
    let text = text.trim();
    if is_needed && text.is_empty() {
        return Err(Error::invalid(field, Sentence::new("corrections-reason-missing")));
    }
    if text.chars().count() > LONGEST {
        return Err(Error::invalid(field, Sentence::new("corrections-text-long")));
    }
    Ok(text.to_owned())
}

/// What is kept about the asker, as the form of a request begins; the identity number left out.
#[boxed]
pub async fn own_profile(ctx: &Ctx, member: MemberId) -> Result<Profile> {
    let mut tx = ctx.store.read().await?;
    let (known, _) = load(ctx, &mut tx, member, Action::AskCorrection).await?;
    Ok(Profile { identity_number: String::new(), ..known.profile })
}

/// Asks that what is kept about oneself be corrected to what was typed. Sent twice it is one request; one at a time waits.
#[boxed]
pub async fn ask(ctx: &Ctx, id: CorrectionId, member: MemberId, typed: &Typed, reason: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (known, place) = load(ctx, &mut tx, member, Action::AskCorrection).await?;
    if store::find(&mut tx, id).await?.is_some_and(|one| one.member == member) {
        return Ok(());
    }
    let wanted = by_hand::read(ctx, typed)?;
    let known = Profile { identity_number: String::new(), ..known.profile };
    let changes = correction::wanted(&known, &wanted).map_err(Error::refused)?;
    let correction = Correction {
        id,
        member,
        changes,
        reason: checked(reason, "reason", true)?,
        asked_at: ctx.now(),
        answered: None,
        note: String::new(),
        withdrawn_at: None,
    };
    if !store::insert(&mut tx, &correction, ctx.actor.account).await? {
        return Err(Error::refused(CorrectionError::AnotherWaits));
    }
    let event = Event::new("correction.asked").at(place.organisation).to(member.0);
    events::record(&mut tx, ctx, event.with("fields", correction.changes.len())).await?;
    Ok(tx.commit().await?)
}

/// A member's requests, the latest first: for the member, and for whoever keeps the file.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<Vec<Correction>> {
    let mut tx = ctx.store.read().await?;
    let place = kept_at(ctx, &mut tx, member).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place).of_member(member);
    if !ctx.may(Action::AskCorrection, &resource) {
        ctx.must(Action::KeepMembers, &resource, Action::SeeMembers)?;
    }
    Ok(store::of_member(&mut tx, member, MOST).await?)
}

/// The requests that wait for whoever keeps the members' files, the longest waiting first; none for whoever keeps none.
#[boxed]
pub async fn waiting(ctx: &Ctx) -> Result<Vec<OpenCorrection>> {
    let mut tx = ctx.store.read().await?;
    let places = reach::places(ctx, &mut tx).await?;
    let kept = places.iter().filter(|place| ctx.may(Action::KeepMembers, &Resource::at(place)));
    let kept: Vec<OrganisationId> = kept.map(|place| place.organisation).collect();
    if kept.is_empty() {
        return Ok(Vec::new());
    }
    let today: Date = ctx.now().date();
    let open = store::open_within(&mut tx, &kept, today).await?;
    let mut cells: Vec<OrganisationId> = open.iter().map(|(_, _, cell)| *cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let cells = organisations::find_many(&mut tx, &cells).await?;
    let viewed = open.into_iter().filter_map(|(correction, name, cell)| {
        let cell = cells.iter().find(|one| one.id == cell)?.clone();
        let is_own = ctx.actor.member == Some(correction.member);
        Some(OpenCorrection { correction, name, cell, is_own })
    });
    Ok(viewed.collect())
}

/// Answers a request: granted, the file says what was asked; refused, it stays, with the reason. Doing it twice is safe. Nobody
/// answers their own.
#[boxed]
pub async fn answer(ctx: &Ctx, id: CorrectionId, answer: CorrectionAnswer, note: &str) -> Result<MemberId> {
    let note = checked(note, "note", answer == CorrectionAnswer::Refused)?;
    let mut tx = ctx.store.write().await?;
    let (one, place) = kept(ctx, &mut tx, id).await?;
    if let Some((said, _)) = one.answered {
        let again = said == answer;
        return if again { Ok(one.member) } else { Err(Error::refused(CorrectionError::Answered)) };
    }
    if one.withdrawn_at.is_some() {
        return Err(Error::refused(CorrectionError::Withdrawn));
    }
    if ctx.actor.member == Some(one.member) {
        return Err(Error::refused(CorrectionError::OwnRequest));
    }
    if answer == CorrectionAnswer::Granted {
        correct(ctx, &mut tx, &one).await?;
    }
    store::answer(&mut tx, id, answer, &note, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("correction.answered").at(place).to(one.member.0);
    events::record(&mut tx, ctx, event.with("answer", answer.as_str())).await?;
    tx.commit().await?;
    Ok(one.member)
}

async fn kept(ctx: &Ctx, tx: &mut Tx, id: CorrectionId) -> Result<(Correction, OrganisationId)> {
    let one = store::find(tx, id).await?.ok_or(Error::NotFound)?;
    let (_, place) = load(ctx, tx, one.member, Action::KeepMembers).await?;
    Ok((one, place.organisation))
}

/// Writes what was asked into the file as it stands now.
async fn correct(ctx: &Ctx, tx: &mut WriteTx, one: &Correction) -> Result<()> {
    let known = members::find(tx, one.member).await?.ok_or(Error::NotFound)?.profile;
    let known = Profile { identity_number: String::new(), ..known };
    let typed: Typed =
        correction::granted(&known, &one.changes).map_err(Error::refused)?.into_iter().collect();
    let profile = by_hand::read(ctx, &typed)?;
    by_hand::refuse_doubles(ctx, tx, &profile, Some(one.member), true).await?;
    members::update_profile(tx, one.member, &profile, None, ctx.now()).await?;
    Ok(())
}

/// Withdraws one's own request while it waits. Doing it twice is safe.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: CorrectionId) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    let one = store::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (_, place) = load(ctx, &mut tx, one.member, Action::AskCorrection).await?;
    if one.answered.is_some() {
        return Err(Error::refused(CorrectionError::Answered));
    }
    if store::withdraw(&mut tx, id, ctx.now()).await? {
        let event = Event::new("correction.withdrawn").at(place.organisation).to(one.member.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(one.member)
}
