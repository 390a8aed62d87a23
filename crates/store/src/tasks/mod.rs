//! Tasks: set by a meeting, reported, accepted, let drop.

mod evidence;
mod lists;
mod reviews;

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, ItemId, MeetingId, MemberId, OrganisationId, TaskId},
    tasks::{Task, TaskState},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day, maybe_at, maybe_day, month},
    error::{Error, Result},
    pieces::{in_pieces, push_list},
};

pub use evidence::{
    delete_evidence, evidence, find_evidence, insert_evidence, insert_return, returns, shown_of_member,
};
pub use lists::{CellTasks, Record, Whose, due_first, due_key, of_cells, record, reviews_of, settled};
pub use reviews::{reviews, save_dated_reviews, save_reviews};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cell_id: Uuid,
    meeting_id: Uuid,
    item_id: Option<Uuid>,
    position: i64,
    title: String,
    product: String,
    owner_id: Option<Uuid>,
    deadline: Option<Day>,
    reports_in: Option<i64>,
    state: Word<TaskState>,
    result: String,
    done_percent: i64,
    done_on: Option<Day>,
    dropped_on: Option<Day>,
    accepted_at: Option<At>,
    version: i64,
}

fn percent(column: i64) -> Result<u8> {
    u8::try_from(column).map_err(|_| Error::Unreadable(format!("percent {column}")))
}

impl TryFrom<Row> for Task {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: TaskId(row.id),
            cell: OrganisationId(row.cell_id),
            meeting: MeetingId(row.meeting_id),
            item: row.item_id.map(ItemId),
            position: count(row.position)?,
            title: row.title,
            product: row.product,
            owner: row.owner_id.map(MemberId),
            deadline: row.deadline.map(Day::to_jiff),
            reports_in: row.reports_in.map(month).transpose()?,
            state: row.state.0,
            result: row.result,
            done_percent: percent(row.done_percent)?,
            done_on: row.done_on.map(Day::to_jiff),
            dropped_on: row.dropped_on.map(Day::to_jiff),
            accepted_at: row.accepted_at.map(|at| at.0),
            version: count(row.version)?,
        })
    }
}

const SELECT: &str = "select id, cell_id, meeting_id, item_id, position, title, product, owner_id, deadline, reports_in, \
     state, result, done_percent, done_on, dropped_on, accepted_at, version from tasks";

/// The task with this id.
pub async fn find(tx: &mut Tx, id: TaskId) -> Result<Option<Task>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Task::try_from).transpose()
}

/// The tasks a meeting set, in the order of its resolution.
pub async fn set_by_meeting(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where meeting_id = ").push_bind(meeting.0).push(" order by position, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}

/// The tasks of a cell that were neither accepted nor let drop, earliest deadline first.
pub async fn open_of_cell(tx: &mut Tx, cell: OrganisationId) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where cell_id = ").push_bind(cell.0);
        query.push(" and accepted_at is null and dropped_on is null order by case when deadline is null then 1 else 0 end, deadline, position, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}

/// The tasks of these ids, in no particular order.
pub async fn find_many(tx: &mut Tx, ids: &[TaskId]) -> Result<Vec<Task>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(SELECT);
            query.push(" where id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        for row in rows {
            found.push(Task::try_from(row)?);
        }
    }
    Ok(found)
}

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Only of this cell.
    pub cell: Option<OrganisationId>,
    /// Only of this member.
    pub owner: Option<MemberId>,
    /// Only those neither accepted nor let drop.
    pub open: bool,
    /// Continue after this task.
    pub after: Option<TaskId>,
}

/// Tasks, latest set first, at most `limit`.
pub async fn list(tx: &mut Tx, filter: Filter, limit: u32) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where 1 = 1");
        if let Some(cell) = filter.cell {
            query.push(" and cell_id = ").push_bind(cell.0);
        }
        if let Some(owner) = filter.owner {
            query.push(" and owner_id = ").push_bind(owner.0);
        }
        if filter.open {
            query.push(" and accepted_at is null and dropped_on is null");
        }
        if let Some(after) = filter.after {
            query.push(" and id < ").push_bind(after.0);
        }
        query.push(" order by id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}

/// A task with what the store keeps beside it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The task.
    pub task: Task,
    /// When it was set.
    pub set_at: Instant,
    /// By whom.
    pub set_by: Option<AccountId>,
    /// The meeting that accepted its result.
    pub accepted_in: Option<MeetingId>,
    /// Why it was let drop; else empty.
    pub drop_reason: String,
}

/// Sets tasks; gives how many were new. One already there, by its id, stays.
pub async fn insert_many(
    tx: &mut WriteTx,
    tasks: &[Task],
    at: Instant,
    by: Option<AccountId>,
) -> Result<u64> {
    let new = |task: &Task| Kept {
        task: task.clone(),
        set_at: at,
        set_by: by,
        accepted_in: None,
        drop_reason: String::new(),
    };
    let kept: Vec<Kept> = tasks.iter().map(new).collect();
    insert_kept(tx, &kept).await
}

/// Writes tasks as far as they have come; gives how many were new. One already there, by its id, stays.
pub async fn insert_kept(tx: &mut WriteTx, tasks: &[Kept]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(tasks) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into tasks (id, cell_id, meeting_id, item_id, position, title, product, owner_id, deadline, \
                 reports_in, state, result, done_percent, done_on, dropped_on, drop_reason, set_at, set_by, accepted_at, \
                 accepted_by, accepted_in, version) ",
            );
            query.push_values(chunk, |mut row, kept| {
                let task = &kept.task;
                row.push_bind(task.id.0)
                    .push_bind(task.cell.0)
                    .push_bind(task.meeting.0)
                    .push_bind(task.item.map(|id| id.0))
                    .push_bind(i64::from(task.position))
                    .push_bind(&task.title)
                    .push_bind(&task.product)
                    .push_bind(task.owner.map(|id| id.0))
                    .push_bind(maybe_day(task.deadline))
                    .push_bind(task.reports_in.map(|month| i64::from(month.index())))
                    .push_bind(task.state.as_str())
                    .push_bind(&task.result)
                    .push_bind(i64::from(task.done_percent))
                    .push_bind(maybe_day(task.done_on))
                    .push_bind(maybe_day(task.dropped_on))
                    .push_bind(&kept.drop_reason)
                    .push_bind(At(kept.set_at))
                    .push_bind(kept.set_by.map(|id| id.0))
                    .push_bind(maybe_at(task.accepted_at))
                    .push_bind(kept.set_by.filter(|_| task.accepted_at.is_some()).map(|id| id.0))
                    .push_bind(kept.accepted_in.map(|id| id.0))
                    .push_bind(i64::from(task.version));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes what a task says anew, if its version is still the task's. `false`: somebody wrote meanwhile.
pub async fn change(tx: &mut WriteTx, task: &Task) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update tasks set title = $3, product = $4, owner_id = $5, deadline = $6, reports_in = $7, state = $8,
             version = version + 1 where id = $1 and version = $2"
        )
        .bind(task.id.0)
        .bind(i64::from(task.version))
        .bind(&task.title)
        .bind(&task.product)
        .bind(task.owner.map(|id| id.0))
        .bind(maybe_day(task.deadline))
        .bind(task.reports_in.map(|month: Month| i64::from(month.index())))
        .bind(task.state.as_str())
    )?;
    Ok(done == 1)
}

/// Writes what came of a task so far. `false`: there is no such task, or it was accepted or let drop.
pub async fn report(
    tx: &mut WriteTx,
    id: TaskId,
    result: &str,
    done_percent: u8,
    done_on: Option<Date>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update tasks set result = $2, done_percent = $3, done_on = $4, version = version + 1
             where id = $1 and accepted_at is null and dropped_on is null"
        )
        .bind(id.0)
        .bind(result)
        .bind(i64::from(done_percent))
        .bind(maybe_day(done_on))
    )?;
    Ok(done == 1)
}

/// Accepts a task's result in a meeting, or with `None` takes the acceptance back. `false`: it was so before.
pub async fn accept(
    tx: &mut WriteTx,
    id: TaskId,
    at: Option<Instant>,
    by: Option<AccountId>,
    meeting: Option<MeetingId>,
) -> Result<bool> {
    let (sql, set) = if at.is_some() {
        (
            "update tasks set accepted_at = $2, accepted_by = $3, accepted_in = $4 where id = $1 and accepted_at is null",
            true,
        )
    } else {
        (
            "update tasks set accepted_at = $2, accepted_by = $3, accepted_in = $4 where id = $1 and accepted_at is not null",
            false,
        )
    };
    let done = run!(
        tx,
        sqlx::query(sql)
            .bind(id.0)
            .bind(maybe_at(at))
            .bind(by.filter(|_| set).map(|id| id.0))
            .bind(meeting.filter(|_| set).map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Lets a task drop with a reason, or with `None` takes it up again.
pub async fn drop_task(tx: &mut WriteTx, id: TaskId, on: Option<Date>, reason: &str) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update tasks set dropped_on = $2, drop_reason = $3, version = version + 1 where id = $1"
        )
        .bind(id.0)
        .bind(maybe_day(on))
        .bind(reason)
    )?;
    Ok(done == 1)
}

/// Removes a task set by mistake in a meeting that is still running. `false`: there is none, or it was reported already.
pub async fn delete(tx: &mut WriteTx, id: TaskId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from tasks where id = $1 and result = '' and accepted_at is null
             and not exists (select 1 from task_reviews where task_id = $1)"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// The earliest deadline a cell's open tasks have, if any: what is due before it is late.
pub async fn next_deadline(tx: &mut Tx, cell: OrganisationId, from: Date) -> Result<Option<Date>> {
    let row: (Option<Day>,) = on_both!(tx, |c| {
        sqlx::query_as(
        "select min(deadline) from tasks where cell_id = $1 and accepted_at is null and dropped_on is null and deadline >= $2"
    )
    .bind(cell.0)
    .bind(day(from))
    .fetch_one(c)
    .await
    })?;
    Ok(row.0.map(Day::to_jiff))
}

/// The tasks whose results a meeting accepted.
pub async fn accepted_in(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where accepted_in = ").push_bind(meeting.0).push(" order by position, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}
