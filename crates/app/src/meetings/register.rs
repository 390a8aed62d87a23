//! Date and place: changed while a meeting is ahead, registered with the superior committee, agreed to by it.

use std::slice;

use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::Meeting,
    names,
    problems::{Refusal, Sentence},
    time::{Instant, Month},
};
use nennep_store::{
    WriteTx,
    meetings::{self, Step},
};

use super::{
    load::{Loaded, load},
    plan::{self, PlanLine},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    jobs, months,
};

/// Date, place and kind as they were typed.
pub type PlaceForm = PlanLine;

#[derive(Debug, thiserror::Error)]
#[error("date and place are not set")]
struct NoDateOrPlace;

impl Refusal for NoDateOrPlace {
    fn sentence(&self) -> Sentence {
        Sentence::new("meetings-refused-no-date-or-place")
    }
}

/// Changes kind, theme, date and place of a meeting that is ahead. Registered or agreed date and place must be
/// registered and agreed to anew if they change, and who was called is called anew.
#[boxed]
pub async fn change_place(ctx: &Ctx, id: MeetingId, form: &PlaceForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, .. } = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    meeting.must_be_ahead().map_err(Error::refused)?;
    let problems = plan::check_plan(form);
    if !problems.0.is_empty() {
        return Err(problems.into());
    }
    let changed = Meeting {
        month: form.month,
        kind: form.kind,
        topic: names::tidy(&form.topic),
        starts_at: form.starts_at.map(Instant::from_local),
        place: names::tidy(&form.place),
        ..meeting.clone()
    };
    if !meetings::update_plan(&mut tx, &changed).await? {
        return Err(plan::month_taken(form.month));
    }
    if (meeting.starts_at, &meeting.place) != (changed.starts_at, &changed.place) {
        moved(ctx, &mut tx, &meeting).await?;
    }
    finish(ctx, tx, &meeting, "meeting.changed", &[meeting.month, changed.month]).await
}

/// What follows when date or place change: what was agreed to is open again, and notices go out anew.
pub(super) async fn moved(ctx: &Ctx, tx: &mut WriteTx, meeting: &Meeting) -> Result<()> {
    meetings::clear_step(tx, meeting.id, Step::Approved).await?;
    meetings::clear_step(tx, meeting.id, Step::Registered).await?;
    tell_again(ctx, tx, meeting.id).await
}

/// Whoever was called is told anew what has become of the meeting.
pub(super) async fn tell_again(ctx: &Ctx, tx: &mut WriteTx, meeting: MeetingId) -> Result<()> {
    let renewed = meetings::renew_notices(tx, meeting, ctx.now()).await?;
    if renewed > 0 && ctx.mailer.is_configured() {
        jobs::enqueue(tx, ctx, jobs::Task::MailNotices { meeting }).await?;
    }
    Ok(())
}

/// Registers date and place with the superior committee; doing it twice is safe.
#[boxed]
pub async fn register(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, .. } = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    meeting.must_be_ahead().map_err(Error::refused)?;
    if meeting.starts_at.is_none() || meeting.place.is_empty() {
        return Err(Error::refused(NoDateOrPlace));
    }
    meetings::mark_step(&mut tx, id, Step::Registered, ctx.done()).await?;
    finish(ctx, tx, &meeting, "meeting.registered", &[meeting.month]).await
}

/// Takes the registration back while the meeting is ahead; an agreement goes with it.
#[boxed]
pub async fn take_registration_back(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, .. } = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    meeting.must_be_ahead().map_err(Error::refused)?;
    meetings::clear_step(&mut tx, id, Step::Approved).await?;
    meetings::clear_step(&mut tx, id, Step::Registered).await?;
    finish(ctx, tx, &meeting, "meeting.registration_taken_back", &[meeting.month]).await
}

/// Agrees to date and place for the superior committee; doing it twice is safe.
#[boxed]
pub async fn approve(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, .. } = load(ctx, &mut tx, id, Action::ApproveMeeting).await?;
    meeting.must_be_ahead().map_err(Error::refused)?;
    if meeting.steps.registered.is_none() {
        return Err(Error::refused(NoDateOrPlace));
    }
    meetings::mark_step(&mut tx, id, Step::Approved, ctx.done()).await?;
    finish(ctx, tx, &meeting, "meeting.approved", &[meeting.month]).await
}

/// Takes the agreement back while the meeting is ahead.
#[boxed]
pub async fn take_approval_back(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { meeting, .. } = load(ctx, &mut tx, id, Action::ApproveMeeting).await?;
    meeting.must_be_ahead().map_err(Error::refused)?;
    meetings::clear_step(&mut tx, id, Step::Approved).await?;
    finish(ctx, tx, &meeting, "meeting.approval_taken_back", &[meeting.month]).await
}

/// The month that a change of who attended or spoke touches: the committee's month counts them once the meeting is closed.
pub(super) fn counted(meeting: &Meeting) -> &[Month] {
    if meeting.steps.closed.is_some() { slice::from_ref(&meeting.month) } else { &[] }
}

/// Writes the deed's event, brings the committee's months into step, and makes it last.
pub(crate) async fn finish(
    ctx: &Ctx,
    mut tx: WriteTx,
    meeting: &Meeting,
    event: &'static str,
    touched: &[Month],
) -> Result<()> {
    events::record(&mut tx, ctx, Event::new(event).at(meeting.cell).to(meeting.id.0)).await?;
    for month in touched {
        months::refresh(ctx, &mut tx, meeting.cell, *month).await?;
    }
    tx.commit().await?;
    Ok(())
}
