//! Tasks as people look at them: what is due first, what is behind them, how each went, and how many a cell has.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MeetingId, MemberId, OrganisationId, TaskId},
    tasks::{Task, TaskReview, TaskState},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Row, SELECT, percent};
use crate::{
    Tx,
    columns::{At, Word, count, day, month},
    error::Result,
};

/// Whose tasks are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// A cell's.
    Cell(OrganisationId),
    /// A member's, in whichever cell.
    Owner(MemberId),
}

/// Where tasks without a deadline stand among the others: last.
const NEVER: Date = jiff::civil::date(9999, 12, 31);

/// Where an open task stands in [`due_first`], to continue after it.
pub fn due_key(task: &Task) -> (Date, TaskId) {
    (task.deadline.unwrap_or(NEVER), task.id)
}

/// Open tasks, earliest deadline first and those without one last, at most `limit`; continues after a [`due_key`].
pub async fn due_first(
    tx: &mut Tx,
    whose: Whose,
    after: Option<(Date, TaskId)>,
    limit: u32,
) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where accepted_at is null and dropped_on is null and ");
        match whose {
            Whose::Cell(cell) => query.push("cell_id = ").push_bind(cell.0),
            Whose::Owner(member) => query.push("owner_id = ").push_bind(member.0),
        };
        if let Some((deadline, id)) = after {
            query.push(" and (coalesce(deadline, ").push_bind(day(NEVER)).push("), id) > (");
            query.push_bind(day(deadline)).push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by coalesce(deadline, ").push_bind(day(NEVER)).push("), id limit ");
        query.push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}

/// Tasks that were accepted or let drop, latest set first, at most `limit`.
pub async fn settled(tx: &mut Tx, whose: Whose, after: Option<TaskId>, limit: u32) -> Result<Vec<Task>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where (accepted_at is not null or dropped_on is not null) and ");
        match whose {
            Whose::Cell(cell) => query.push("cell_id = ").push_bind(cell.0),
            Whose::Owner(member) => query.push("owner_id = ").push_bind(member.0),
        };
        if let Some(after) = after {
            query.push(" and id < ").push_bind(after.0);
        }
        query.push(" order by id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Task::try_from).collect()
}

/// How many open tasks a cell has, and how many of them are late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellTasks {
    /// The cell.
    pub cell: OrganisationId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Open tasks.
    pub open: u32,
    /// Of them, past their deadline and not reported done.
    pub late: u32,
}

#[derive(sqlx::FromRow)]
struct CellRow {
    id: Uuid,
    code: String,
    name: String,
    open: i64,
    late: i64,
}

/// The cells within an organisation by code, each with its open and late tasks, at most `limit`.
pub async fn of_cells(
    tx: &mut Tx,
    within: OrganisationId,
    today: Date,
    after: Option<(&str, OrganisationId)>,
    limit: u32,
) -> Result<Vec<CellTasks>> {
    let rows: Vec<CellRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select o.id, o.code, o.name, count(t.id) as open, count(case when t.deadline < ",
        );
        query.push_bind(day(today));
        query.push(" and t.done_on is null then 1 end) as late from organisation_ancestors a");
        query.push(
            " join organisations o on o.id = a.organisation_id and o.kind = 'cell' and o.to_on is null",
        );
        query.push(
            " left join tasks t on t.cell_id = o.id and t.accepted_at is null and t.dropped_on is null",
        );
        query.push(" where a.ancestor_id = ").push_bind(within.0);
        if let Some((code, id)) = after {
            query.push(" and (o.code, o.id) > (").push_bind(code).push(", ").push_bind(id.0).push(")");
        }
        query.push(" group by o.id, o.code, o.name order by o.code, o.id limit ");
        query.push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    let cell = |row: CellRow| {
        let (open, late) = (count(row.open)?, count(row.late)?);
        Ok(CellTasks { cell: OrganisationId(row.id), code: row.code, name: row.name, open, late })
    };
    rows.into_iter().map(cell).collect()
}

/// What is known of a task beside what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// When it was set.
    pub set_at: Instant,
    /// The month of the meeting that set it.
    pub set_in: Month,
    /// Why it was let drop; else empty.
    pub drop_reason: String,
    /// The meeting that accepted its result, with its month.
    pub accepted_in: Option<(MeetingId, Month)>,
}

#[derive(sqlx::FromRow)]
struct RecordRow {
    set_at: At,
    set_in: i64,
    drop_reason: String,
    accepted_in: Option<Uuid>,
    accepted_month: Option<i64>,
}

/// What is known of a task beside what it says.
pub async fn record(tx: &mut Tx, id: TaskId) -> Result<Option<Record>> {
    let row: Option<RecordRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select t.set_at, s.month as set_in, t.drop_reason, t.accepted_in, a.month as accepted_month
         from tasks t join meetings s on s.id = t.meeting_id left join meetings a on a.id = t.accepted_in where t.id = $1"
    )
    .bind(id.0)
    .fetch_optional(c)
    .await
    })?;
    let Some(row) = row else { return Ok(None) };
    let accepted_in = match (row.accepted_in, row.accepted_month) {
        (Some(id), Some(index)) => Some((MeetingId(id), month(index)?)),
        _ => None,
    };
    let (set_in, drop_reason) = (month(row.set_in)?, row.drop_reason);
    Ok(Some(Record { set_at: row.set_at.0, set_in, drop_reason, accepted_in }))
}

#[derive(sqlx::FromRow)]
struct PassedRow {
    meeting_id: Uuid,
    task_id: Uuid,
    state_before: Word<TaskState>,
    result: String,
    done_percent: i64,
    month: i64,
}

/// How the meetings before found a task, latest first, each with its month, at most `limit`.
pub async fn reviews_of(tx: &mut Tx, id: TaskId, limit: u32) -> Result<Vec<(Month, TaskReview)>> {
    let rows: Vec<PassedRow> = on_both!(tx, |c| sqlx::query_as(
        "select r.meeting_id, r.task_id, r.state_before, r.result, r.done_percent, m.month
         from task_reviews r join meetings m on m.id = r.meeting_id where r.task_id = $1
         order by m.month desc, r.meeting_id desc limit $2"
    )
    .bind(id.0)
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    let passed = |row: PassedRow| {
        let review = TaskReview {
            meeting: MeetingId(row.meeting_id),
            task: TaskId(row.task_id),
            state_before: row.state_before.0,
            result: row.result,
            done_percent: percent(row.done_percent)?,
        };
        Ok((month(row.month)?, review))
    };
    rows.into_iter().map(passed).collect()
}
