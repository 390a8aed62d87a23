//! Off the list: dropped, put back, moved to another cell's list; and forgotten once the months of keeping have passed.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, OrganisationId},
    names,
    organisations::OrganisationKind,
    problems::Sentence,
    recruiting::RecordError,
    time::{Instant, minus_months, plus_months},
};
use nennep_store::{organisations, recruiting};

use super::load::load;
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    jobs::{self, Task},
    rules,
};

/// The most letters of a reason.
const MOST_LETTERS: usize = 500;

/// Takes a candidate off the list, with the reason. The file is deleted after the months a rule names (`privacy.dropped_candidate_months`).
/// Doing it twice is safe.
#[boxed]
pub async fn drop_from_list(ctx: &Ctx, id: CandidateId, on: Date, reason: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if candidate.dropped.is_some() {
        return Ok(());
    }
    if candidate.member.is_some() {
        return Err(Error::refused(RecordError::Admitted));
    }
    let reason: String = names::tidy(reason).chars().take(MOST_LETTERS).collect();
    if reason.is_empty() {
        return Err(Error::invalid("reason", Sentence::new("recruiting-reason-missing")));
    }
    let today = ctx.now().date();
    if on > today || on < candidate.listed_on {
        let key = if on > today { "recruiting-refused-to-come" } else { "recruiting-dropped-before-listed" };
        return Err(Error::invalid("on", sentence(key)));
    }
    recruiting::take_off(&mut tx, id, on, &reason).await?;
    let months = rules::for_place(ctx, &mut tx, &place, today).await?.dropped_candidate_months().value;
    let run_at = Instant::from_local(plus_months(on, months).at(3, 0, 0, 0));
    jobs::enqueue_at(&mut tx, ctx, Task::ForgetCandidate { candidate: id }, run_at).await?;
    events::record(&mut tx, ctx, Event::new("candidate.dropped").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

const fn sentence(key: &'static str) -> Sentence {
    Sentence::new(key)
}

/// Puts a candidate back on the list. Doing it twice is safe.
#[boxed]
pub async fn put_back(ctx: &Ctx, id: CandidateId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if recruiting::put_back(&mut tx, id).await? {
        let event = Event::new("candidate.put_back").at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Hands a candidate with the whole file over to another cell's list. Doing it twice is safe as long as the asker keeps that list too.
#[boxed]
pub async fn move_to(ctx: &Ctx, id: CandidateId, to: OrganisationId, on: Date) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if candidate.cell == to {
        return Ok(());
    }
    if let Some(dropped) = candidate.dropped {
        return Err(Error::refused(RecordError::Dropped { on: dropped.on }));
    }
    if candidate.member.is_some() {
        return Err(Error::refused(RecordError::Admitted));
    }
    if on > ctx.now().date() {
        return Err(Error::invalid("on", sentence("recruiting-refused-to-come")));
    }
    let cell = organisations::find(&mut tx, to).await?;
    let is_cell = cell.is_some_and(|cell| cell.kind == OrganisationKind::Cell && cell.exists_on(on));
    if !is_cell {
        return Err(Error::invalid("cell", sentence("members-not-a-cell")));
    }
    let from = place.organisation;
    recruiting::move_to(&mut tx, id, (from, to), on, ctx.now(), ctx.actor.account).await?;
    let event = Event::new("candidate.moved").at(from).to(id.0).with("cell", to.to_string());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Forgets a candidate who was dropped so long ago that the file is no longer kept; the job finds nothing to do where somebody was put
/// back, or a committee keeps files longer by now, and then looks again in a month.
pub(crate) async fn forget_dropped(app: &App, id: CandidateId) -> Result<()> {
    let ctx = app.as_system();
    let mut tx = app.store.write().await?;
    let Some(candidate) = recruiting::find(&mut tx, id).await? else { return Ok(()) };
    if candidate.dropped.is_none() {
        return Ok(());
    }
    let place = organisations::place(&mut tx, candidate.cell).await?.ok_or(Error::NotFound)?;
    let today = app.now().date();
    let months = rules::for_place(app, &mut tx, &place, today).await?.dropped_candidate_months().value;
    if recruiting::forget(&mut tx, id, minus_months(today, months)).await? {
        let event = Event::new("candidate.forgotten").at(candidate.cell).to(id.0);
        events::record(&mut tx, &ctx, event).await?;
    } else {
        let run_at = Instant::from_local(plus_months(today, 1).at(3, 0, 0, 0));
        jobs::enqueue_at(&mut tx, &ctx, Task::ForgetCandidate { candidate: id }, run_at).await?;
    }
    tx.commit().await?;
    Ok(())
}
