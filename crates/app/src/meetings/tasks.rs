//! Tasks as a meeting deals with them: whoever runs it writes down for the others what was reported, accepted or changed.

use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, TaskId},
    tasks::{Task, TaskDraft, TaskReport},
};
use nennep_store::{Tx, tasks};

use super::load::{Loaded, load};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    tasks::{accept_for_cell, change_for_cell, report_for_cell},
};

/// A task of the meeting's cell, for those who run the meeting while its minutes can be written.
async fn of_cell(ctx: &Ctx, tx: &mut Tx, meeting: MeetingId, id: TaskId) -> Result<(Task, Loaded)> {
    let loaded = load(ctx, tx, meeting, Action::RunMeeting).await?;
    if loaded.meeting.steps.closed.is_none() {
        loaded.meeting.must_be_running().map_err(Error::refused)?;
    }
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let task = tasks::find(tx, id).await?.filter(|task| task.cell == loaded.meeting.cell);
    Ok((task.ok_or(Error::NotFound)?, loaded))
}

/// Writes down what was reported of a task in a meeting.
#[boxed]
pub async fn report_task(
    ctx: &Ctx,
    meeting: MeetingId,
    id: TaskId,
    result: &str,
    done_percent: u32,
) -> Result<()> {
    let report = TaskReport::check(result, done_percent)?;
    let mut tx = ctx.store.write().await?;
    let (task, loaded) = of_cell(ctx, &mut tx, meeting, id).await?;
    report_for_cell(ctx, tx, &task, &loaded.place, &report).await
}

/// Accepts a task's result in a meeting, or takes the acceptance back (`false`).
#[boxed]
pub async fn accept_task(ctx: &Ctx, meeting: MeetingId, id: TaskId, accepted: bool) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (task, _) = of_cell(ctx, &mut tx, meeting, id).await?;
    accept_for_cell(ctx, tx, &task, Some(meeting), accepted).await
}

/// Changes what a task says in a meeting, if its version is still `version`.
#[boxed]
pub async fn change_task(
    ctx: &Ctx,
    meeting: MeetingId,
    id: TaskId,
    version: u32,
    draft: TaskDraft,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (task, loaded) = of_cell(ctx, &mut tx, meeting, id).await?;
    change_for_cell(ctx, tx, task, &loaded.place, version, draft).await
}
