//! Closing a meeting, and reopening it while the minutes are not adopted.

use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::{Closure, MeetingState},
};
use nennep_store::{
    meetings::{self, Step},
    motions, tasks,
};

use super::{items, load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    jobs,
};

/// Closes the meeting: fixes length and roll, ends the current item, keeps the due tasks as the meeting found them.
/// Closing a closed meeting gives the same closure again.
#[boxed]
pub async fn close(ctx: &Ctx, id: MeetingId) -> Result<Closure> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    let meeting = &loaded.meeting;
    let roll = meetings::roll(&mut tx, id).await?;
    let open = motions::list(&mut tx, id).await?.iter().filter(|motion| motion.decision.is_none()).count();
    let rules = loaded.rules(ctx, &mut tx).await?;
    let open = u32::try_from(open).unwrap_or(u32::MAX);
    let closure = meeting.close(&roll, open, &rules, ctx.done()).map_err(Error::refused)?;
    if meeting.state() != MeetingState::Running {
        return Ok(closure);
    }
    let at = closure.done.at;
    for item in meetings::items(&mut tx, id)
        .await?
        .iter()
        .filter(|item| item.started_at.is_some() && item.ended_at.is_none())
    {
        meetings::time_item(&mut tx, item.id, item.started_at, Some(at)).await?;
    }
    let due = crate::tasks::reviews_of_due(&mut tx, meeting, at.date()).await?;
    tasks::save_reviews(&mut tx, &due, at, ctx.actor.account).await?;
    meetings::mark_step(&mut tx, id, Step::Closed, closure.done).await?;
    if let Some(days) = rules.report_days_after().set() {
        let run_at = at.plus_minutes((i64::from(days.value) * 24 - 12) * 60);
        jobs::enqueue_at(&mut tx, ctx, jobs::Task::RemindToReport { meeting: id }, run_at).await?;
    }
    finish(ctx, tx, meeting, "meeting.closed", &[meeting.month]).await?;
    Ok(closure)
}

/// Opens a closed meeting again, while its minutes are not adopted, with the item it closed in; doing it twice is safe.
#[boxed]
pub async fn reopen(ctx: &Ctx, id: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if let Some(closed) = loaded.meeting.steps.closed {
        items::go_on(&mut tx, id, closed.at).await?;
    }
    meetings::clear_step(&mut tx, id, Step::Closed).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.reopened", &[loaded.meeting.month]).await
}
