//! Recording a step of a candidate's way, and undoing it.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, OrganisationId},
    recruiting::{self, Candidate, Electorate, FactDraft, File, Step},
};
use nennep_store::{Tx, learning, members, recruiting as kept};

use super::{files::files, load::load};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::life,
    rules, turn,
};

/// A candidate's file judged as of a day.
pub(super) async fn file_on(tx: &mut Tx, candidate: Candidate, day: Date) -> Result<File> {
    files(tx, vec![candidate], day).await?.pop().ok_or(Error::NotFound)
}

/// Records that a step was done, for those who keep the cell's members, judged by the rules of that day. Recorded again with another day or
/// number it is corrected; the same again changes nothing. Helper, introductions and ceremony have deeds of their own.
#[boxed]
pub async fn record(ctx: &Ctx, id: CandidateId, step: Step, draft: &FactDraft) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    // Who introduces and who is counted must not change until the vote is written.
    turn::take(ctx, &mut tx).await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let fact = draft.check(step)?;
    let file = file_on(&mut tx, candidate, fact.on).await?;
    if file.fact(step) == Some(&fact) {
        return Ok(());
    }
    let rules = rules::for_place(ctx, &mut tx, &place, fact.on).await?;
    let electorate = electorate(&mut tx, place.organisation, fact.on).await?;
    recruiting::record(&file, &fact, electorate, ctx.now().date(), &rules).map_err(Error::refused)?;
    kept::save_step(&mut tx, id, &fact, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("candidate.step_recorded").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("step", step.as_str())).await?;
    tx.commit().await?;
    Ok(())
}

async fn electorate(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Electorate> {
    Ok(Electorate::of(&members::roll_on(tx, cell, on).await?))
}

/// Undoes a step that no later one rests on; a ceremony is taken back with its admission, within a day. Doing it twice is safe.
#[boxed]
pub async fn undo(ctx: &Ctx, id: CandidateId, step: Step) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let file = file_on(&mut tx, candidate, ctx.now().date()).await?;
    if file.fact(step).is_none() {
        return Ok(());
    }
    if step == Step::Ceremony {
        let deed = kept::deed_of(&mut tx, id).await?.ok_or(Error::NotFound)?;
        let member = file.candidate.member.ok_or(Error::NotFound)?;
        drop(tx);
        return life::take_back(ctx, member, deed).await;
    }
    recruiting::undo(&file, step).map_err(Error::refused)?;
    match file.fact(step).and_then(|fact| fact.learner) {
        Some(learner) => learning::claim(&mut tx, learner, None).await?,
        None => kept::delete_step(&mut tx, id, step).await?,
    };
    let event = Event::new("candidate.step_undone").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("step", step.as_str())).await?;
    tx.commit().await?;
    Ok(())
}
