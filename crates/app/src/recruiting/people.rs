//! Who helps a candidate, and who introduces.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, MemberId},
    recruiting::{Introducer, Step, check_new_helper, check_new_introducer, undo},
};
use nennep_store::recruiting::{self, Introducing};

use super::{files::Bases, load::load, record::file_on};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// Assigns the official member who helps from a day on; whoever helped until then does no longer. The same again changes nothing.
#[boxed]
pub async fn assign_helper(ctx: &Ctx, id: CandidateId, member: MemberId, from: Date) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let today = ctx.now().date();
    let file = file_on(&mut tx, candidate, today).await?;
    if file.helper().is_some_and(|helper| helper.member == member && helper.from_on == from) {
        return Ok(());
    }
    let rules = rules::for_place(ctx, &mut tx, &place, from.min(today)).await?;
    let bases = Bases::of(&mut tx, &[place.organisation], vec![member]).await?;
    let fitness = bases.fitness(member, place.organisation, today);
    check_new_helper(&file, fitness, from, today, &rules).map_err(Error::refused)?;
    recruiting::assign_helper(&mut tx, id, member, from, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("candidate.helper_assigned").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("member", member.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes back who helps now; whoever helped before helps again. Doing it twice is safe.
#[boxed]
pub async fn remove_helper(ctx: &Ctx, id: CandidateId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if recruiting::remove_helper(&mut tx, id).await? {
        let event = Event::new("candidate.helper_removed").at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// An introduction as typed.
#[derive(Debug, Clone, Copy)]
pub struct IntroductionForm {
    /// Who introduces.
    pub member: MemberId,
    /// The day of the letter.
    pub introduced_on: Date,
    /// Since when together with the candidate in the same base organisation.
    pub together_from: Date,
}

/// Records that an official member introduces a candidate; recorded again it is corrected (statement 31).
#[boxed]
pub async fn introduce(ctx: &Ctx, id: CandidateId, form: IntroductionForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let today = ctx.now().date();
    let file = file_on(&mut tx, candidate, today).await?;
    let IntroductionForm { member, introduced_on, together_from } = form;
    let same = |one: &Introducer| {
        (one.member, one.introduced_on, one.together_from) == (member, introduced_on, together_from)
    };
    if file.introducers.iter().any(same) {
        return Ok(());
    }
    let rules = rules::for_place(ctx, &mut tx, &place, introduced_on.min(today)).await?;
    let bases = Bases::of(&mut tx, &[place.organisation], vec![member]).await?;
    let fitness = bases.fitness(member, place.organisation, introduced_on.min(today));
    let introducer = Introducer { member, introduced_on, together_from, fitness };
    check_new_introducer(&file, &introducer, today, &rules).map_err(Error::refused)?;
    let one = Introducing { candidate: id, member, introduced_on, together_from };
    recruiting::save_introducer(&mut tx, &one, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("candidate.introduced").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("member", member.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes an introduction back that no vote rests on. Doing it twice is safe.
#[boxed]
pub async fn withdraw_introduction(ctx: &Ctx, id: CandidateId, member: MemberId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let file = file_on(&mut tx, candidate, ctx.now().date()).await?;
    if !file.introducers.iter().any(|one| one.member == member) {
        return Ok(());
    }
    undo(&file, Step::Introductions).map_err(Error::refused)?;
    recruiting::delete_introducer(&mut tx, id, member).await?;
    let event = Event::new("candidate.introduction_withdrawn").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("member", member.to_string())).await?;
    tx.commit().await?;
    Ok(())
}
