//! Tasks: set by a meeting with owner, deadline and reporting meeting; reported; accepted by the cell.

mod evidence;
mod lists;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ItemId, MeetingId, MemberId, OrganisationId, TaskId},
    meetings::Meeting,
    names,
    organisations::Place,
    problems::Sentence,
    tasks::{Task, TaskDraft, TaskReport, TaskReview},
};
use nennep_store::{
    Tx, WriteTx, meetings, organisations,
    tasks::{self, Filter},
};

use crate::{
    Ctx, boxed,
    error::{Conflict, Error, Result},
    events::{self, Event},
    meetings::load::load,
    rules,
};

pub(crate) use evidence::shown_of_member;
pub use evidence::{
    EvidenceForm, attach_evidence, download_evidence, evidence_of, remove_evidence, send_back,
};
pub use lists::{History, Leaf, Of, due_first, history, of_cells, settled};
pub use nennep_store::tasks::CellTasks;

/// Sets a task in a meeting; the same id posted twice is one task. Owner, deadline and reporting meeting are asked for
/// (statement 18).
#[boxed]
pub async fn set(
    ctx: &Ctx,
    meeting: MeetingId,
    id: TaskId,
    item: Option<ItemId>,
    draft: TaskDraft,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    if loaded.meeting.steps.closed.is_none() {
        loaded.meeting.must_be_running().map_err(Error::refused)?;
    }
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let rules = loaded.rules(ctx, &mut tx).await?;
    let plan = draft.check(loaded.day(ctx), &rules)?;
    if let Some(owner) = plan.owner {
        owner_stands(&mut tx, &loaded.meeting, owner).await?;
    }
    if let Some(item) = item {
        meetings::find_item(&mut tx, item)
            .await?
            .filter(|item| item.meeting == meeting)
            .ok_or(Error::NotFound)?;
    }
    let position = tasks::set_by_meeting(&mut tx, meeting).await?.last().map_or(1, |last| last.position + 1);
    let task = Task {
        id,
        cell: loaded.meeting.cell,
        meeting,
        item,
        position,
        title: plan.title,
        product: plan.product,
        owner: plan.owner,
        deadline: plan.deadline,
        reports_in: plan.reports_in,
        state: plan.state,
        result: String::new(),
        done_percent: 0,
        done_on: None,
        dropped_on: None,
        accepted_at: None,
        version: 1,
    };
    tasks::insert_many(&mut tx, &[task], ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "task.set", loaded.meeting.cell, id).await?;
    tx.commit().await?;
    Ok(())
}

async fn owner_stands(tx: &mut Tx, meeting: &Meeting, owner: MemberId) -> Result<()> {
    let roll = meetings::roll(tx, meeting.id).await?;
    if roll.iter().any(|entry| entry.who.member == owner) {
        return Ok(());
    }
    Err(Error::invalid("owner", Sentence::new("tasks-owner-not-in-cell")))
}

async fn record(
    ctx: &Ctx,
    tx: &mut WriteTx,
    kind: &'static str,
    cell: OrganisationId,
    id: TaskId,
) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(cell).to(id.0)).await
}

struct Loaded {
    task: Task,
    place: Place,
}

async fn find(ctx: &Ctx, tx: &mut Tx, id: TaskId, action: Action) -> Result<Loaded> {
    let task = tasks::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, task.cell).await?.ok_or(Error::NotFound)?;
    let resource = Resource { member: task.owner, ..Resource::at(&place) };
    ctx.must(action, &resource, Action::SeeTasks)?;
    Ok(Loaded { task, place })
}

/// Changes what a task says, if its version is still `version`. Tasks of adopted minutes keep title and product: what was
/// resolved stands.
#[boxed]
pub async fn change(ctx: &Ctx, id: TaskId, version: u32, draft: TaskDraft) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { task, place } = find(ctx, &mut tx, id, Action::KeepTasks).await?;
    change_for_cell(ctx, tx, task, &place, version, draft).await
}

pub(crate) async fn change_for_cell(
    ctx: &Ctx,
    mut tx: WriteTx,
    task: Task,
    place: &Place,
    version: u32,
    draft: TaskDraft,
) -> Result<()> {
    let meeting = meetings::find(&mut tx, task.meeting).await?.ok_or(Error::NotFound)?;
    let rules = rules::for_place(ctx, &mut tx, place, ctx.now().date()).await?;
    let plan = draft.check(task.deadline.unwrap_or(ctx.now().date()).min(ctx.now().date()), &rules)?;
    if meeting.steps.adopted.is_some() && (plan.title != task.title || plan.product != task.product) {
        return Err(Error::invalid("title", Sentence::new("tasks-title-adopted")));
    }
    let changed = Task {
        title: plan.title,
        product: plan.product,
        owner: plan.owner,
        deadline: plan.deadline,
        reports_in: plan.reports_in,
        state: plan.state,
        version,
        ..task.clone()
    };
    if !tasks::change(&mut tx, &changed).await? {
        return Err(Error::Conflict(Box::new(Conflict { version: task.version, text: task.title })));
    }
    record(ctx, &mut tx, "task.changed", task.cell, task.id).await?;
    tx.commit().await?;
    Ok(())
}

/// Reports what came of a task so far: by its owner, or by secretary and deputy for the owner.
#[boxed]
pub async fn report(ctx: &Ctx, id: TaskId, result: &str, done_percent: u32) -> Result<()> {
    let report = TaskReport::check(result, done_percent)?;
    let mut tx = ctx.store.write().await?;
    let Loaded { task, place } = find(ctx, &mut tx, id, Action::ReportTask).await?;
    report_for_cell(ctx, tx, &task, &place, &report).await
}

pub(crate) async fn report_for_cell(
    ctx: &Ctx,
    mut tx: WriteTx,
    task: &Task,
    place: &Place,
    report: &TaskReport,
) -> Result<()> {
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, place, today).await?;
    let is_done = u32::from(report.done_percent) >= rules.done_from_percent().value;
    let done_on = if is_done { task.done_on.or(Some(today)) } else { None };
    if !tasks::report(&mut tx, task.id, &report.result, report.done_percent, done_on).await? {
        return Err(Error::invalid("", Sentence::new("tasks-closed")));
    }
    record(ctx, &mut tx, "task.reported", task.cell, task.id).await?;
    tx.commit().await?;
    Ok(())
}

/// Accepts a task's result for the cell, in a meeting if one runs; or takes the acceptance back (`false`).
#[boxed]
pub async fn accept(ctx: &Ctx, id: TaskId, meeting: Option<MeetingId>, accepted: bool) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { task, .. } = find(ctx, &mut tx, id, Action::KeepTasks).await?;
    accept_for_cell(ctx, tx, &task, meeting, accepted).await
}

pub(crate) async fn accept_for_cell(
    ctx: &Ctx,
    mut tx: WriteTx,
    task: &Task,
    meeting: Option<MeetingId>,
    accepted: bool,
) -> Result<()> {
    if accepted && task.done_on.is_none() {
        return Err(Error::invalid("", Sentence::new("tasks-not-done")));
    }
    tasks::accept(&mut tx, task.id, accepted.then(|| ctx.now()), ctx.actor.account, meeting).await?;
    let kind = if accepted { "task.accepted" } else { "task.acceptance_taken_back" };
    record(ctx, &mut tx, kind, task.cell, task.id).await?;
    tx.commit().await?;
    Ok(())
}

/// Lets a task drop with a reason, or takes it up again (`None`).
#[boxed]
pub async fn let_drop(ctx: &Ctx, id: TaskId, reason: Option<&str>) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let Loaded { task, .. } = find(ctx, &mut tx, id, Action::KeepTasks).await?;
    let tidied = reason.map(names::tidy).unwrap_or_default();
    if reason.is_some() && tidied.is_empty() {
        return Err(Error::invalid("reason", Sentence::new("form-reason-missing")));
    }
    let on: Option<Date> = reason.map(|_| ctx.now().date());
    tasks::drop_task(&mut tx, id, on, &tidied).await?;
    record(ctx, &mut tx, if on.is_some() { "task.dropped" } else { "task.taken_up" }, task.cell, id).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes a task set by mistake while its meeting's minutes can still be written; doing it twice is safe.
#[boxed]
pub async fn remove(ctx: &Ctx, meeting: MeetingId, id: TaskId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let Some(task) = tasks::find(&mut tx, id).await?.filter(|task| task.meeting == meeting) else {
        return Ok(());
    };
    if !tasks::delete(&mut tx, id).await? {
        return Err(Error::invalid("", Sentence::new("tasks-reported-already")));
    }
    record(ctx, &mut tx, "task.removed", task.cell, id).await?;
    tx.commit().await?;
    Ok(())
}

/// A task, for those who may see it.
#[boxed]
pub async fn show(ctx: &Ctx, id: TaskId) -> Result<Task> {
    let mut tx = ctx.store.read().await?;
    let task = tasks::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, task.cell).await?.ok_or(Error::NotFound)?;
    let own = task.owner.is_some() && task.owner == ctx.actor.member;
    if !own {
        ctx.must(Action::SeeTasks, &Resource::at(&place), Action::SeeTasks)?;
    }
    Ok(task)
}

/// Tasks of a cell, latest set first.
#[boxed]
pub async fn of_cell(
    ctx: &Ctx,
    cell: OrganisationId,
    open: bool,
    after: Option<TaskId>,
    limit: u32,
) -> Result<Vec<Task>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeTasks, &Resource::at(&place), Action::SeeTasks)?;
    Ok(tasks::list(&mut tx, Filter { cell: Some(cell), owner: None, open, after }, limit).await?)
}

/// The actor's own tasks, latest set first.
#[boxed]
pub async fn mine(ctx: &Ctx, open: bool, limit: u32) -> Result<Vec<Task>> {
    mine_after(ctx, open, None, limit).await
}

/// The actor's own tasks, latest set first, continued after one of them.
#[boxed]
pub async fn mine_after(ctx: &Ctx, open: bool, after: Option<TaskId>, limit: u32) -> Result<Vec<Task>> {
    let Some(member) = ctx.actor.member else { return Ok(Vec::new()) };
    let mut tx = ctx.store.read().await?;
    Ok(tasks::list(&mut tx, Filter { owner: Some(member), cell: None, open, after }, limit).await?)
}

/// The tasks due at a meeting, as it finds them at its closing: they stand so in its resolution's table.
pub(crate) async fn reviews_of_due(tx: &mut Tx, meeting: &Meeting, on: Date) -> Result<Vec<TaskReview>> {
    if !meeting.kind.is_routine() {
        return Ok(Vec::new());
    }
    let open = tasks::open_of_cell(tx, meeting.cell).await?;
    let accepted_here = tasks::accepted_in(tx, meeting.id).await?;
    let due = open
        .iter()
        .filter(|task| task.meeting != meeting.id && task.is_due(meeting.month, on))
        .chain(&accepted_here);
    let review = |task: &Task| TaskReview {
        meeting: meeting.id,
        task: task.id,
        state_before: task.state,
        result: task.result.clone(),
        done_percent: task.done_percent,
    };
    Ok(due.map(review).collect())
}
