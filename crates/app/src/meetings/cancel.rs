//! Calling a meeting off, with a reason, while it is ahead; and taking that back.

use nennep_domain::{accounts::permission::Action, ids::MeetingId, names, problems::Sentence};
use nennep_store::meetings::{self, Step};

use super::{
    load::load,
    plan::month_taken,
    register::{finish, tell_again},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Calls a meeting off, and tells whoever was called to it; doing it twice keeps the first reason.
#[boxed]
pub async fn cancel(ctx: &Ctx, id: MeetingId, reason: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    if loaded.meeting.steps.cancelled.is_some() {
        return Ok(());
    }
    loaded.meeting.must_be_ahead().map_err(Error::refused)?;
    let reason = names::tidy(reason);
    if reason.is_empty() {
        return Err(Error::invalid("reason", Sentence::new("form-reason-missing")));
    }
    meetings::set_cancel_reason(&mut tx, id, &reason).await?;
    meetings::mark_step(&mut tx, id, Step::Cancelled, ctx.done()).await?;
    tell_again(ctx, &mut tx, id).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.cancelled", &[loaded.meeting.month]).await
}

/// Takes the calling off back, unless the month has another routine meeting by now.
#[boxed]
pub async fn uncancel(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::PrepareMeeting).await?;
    let meeting = &loaded.meeting;
    if meeting.steps.cancelled.is_none() {
        return Ok(());
    }
    let others = meetings::of_cell_month(&mut tx, meeting.cell, meeting.month).await?;
    if meeting.kind.is_routine() && others.iter().any(|other| other.kind.is_routine()) {
        return Err(month_taken(meeting.month));
    }
    meetings::clear_step(&mut tx, id, Step::Cancelled).await?;
    meetings::set_cancel_reason(&mut tx, id, "").await?;
    tell_again(ctx, &mut tx, id).await?;
    finish(ctx, tx, meeting, "meeting.uncancelled", &[meeting.month]).await
}
