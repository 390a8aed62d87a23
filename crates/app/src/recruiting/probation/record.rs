//! Recording a step of a probation, and undoing it.

use nennep_domain::{
    accounts::permission::Action,
    ids::MemberId,
    recruiting::{
        Electorate, FactDraft,
        probation::{self, ProbationStep},
    },
};
use nennep_store::{members, recruiting as kept};

use super::load::load;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules, turn,
};

/// Records that a step was done, for those who keep the cell's members, judged by the rules of that day. Recorded again it is corrected; the
/// same again changes nothing. The recognition itself is a deed in the member's life.
#[boxed]
pub async fn record(ctx: &Ctx, id: MemberId, step: ProbationStep, draft: &FactDraft) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    // Who is counted must not change until a vote is written.
    turn::take(ctx, &mut tx).await?;
    let found = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let fact = step.read(draft)?;
    if found.file.fact(step) == Some(&fact) {
        return Ok(());
    }
    let rules = rules::for_place(ctx, &mut tx, &found.place, fact.on).await?;
    let roll = members::roll_on(&mut tx, found.place.organisation, fact.on).await?;
    probation::record(&found.file, &fact, Electorate::of(&roll), ctx.now().date(), &rules)
        .map_err(Error::refused)?;
    let of = (id, found.file.ceremony_on);
    kept::save_probation_step(&mut tx, of, &fact, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("probation.step_recorded").at(found.place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("step", step.as_str())).await?;
    tx.commit().await?;
    Ok(())
}

/// Undoes a step while the member is on probation. Doing it twice is safe.
#[boxed]
pub async fn undo(ctx: &Ctx, id: MemberId, step: ProbationStep) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let found = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if found.file.fact(step).is_none() {
        return Ok(());
    }
    probation::undo(&found.file, step).map_err(Error::refused)?;
    if kept::delete_probation_step(&mut tx, (id, found.file.ceremony_on), step).await? {
        let event = Event::new("probation.step_undone").at(found.place.organisation).to(id.0);
        events::record(&mut tx, ctx, event.with("step", step.as_str())).await?;
        tx.commit().await?;
    }
    Ok(())
}
