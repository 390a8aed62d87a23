//! Files put to tasks, and results that a cell returned. The bytes of a file stand once, beside those of papers.

use nennep_domain::{
    ids::{AccountId, EvidenceId, MemberId, TaskId},
    tasks::{Evidence, Return},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, count},
    error::{Error, Result},
    meetings::{delete_files_of_nobody, insert_files},
};

#[derive(sqlx::FromRow)]
struct EvidenceRow {
    id: Uuid,
    task_id: Uuid,
    name: String,
    note: String,
    media_type: String,
    size: i64,
    sha256: Vec<u8>,
    added_at: At,
    added_by: Option<Uuid>,
}

impl TryFrom<EvidenceRow> for Evidence {
    type Error = Error;
    fn try_from(row: EvidenceRow) -> Result<Self> {
        Ok(Self {
            id: EvidenceId(row.id),
            task: TaskId(row.task_id),
            name: row.name,
            note: row.note,
            media_type: row.media_type,
            size: u64::try_from(row.size).map_err(|_| Error::Unreadable(format!("size {}", row.size)))?,
            sha256: row.sha256,
            added_at: row.added_at.0,
            added_by: row.added_by.map(AccountId),
        })
    }
}

const EVIDENCE: &str =
    "select id, task_id, name, note, media_type, size, sha256, added_at, added_by from task_evidence";

/// The files of a task, in the order they were put there.
pub async fn evidence(tx: &mut Tx, task: TaskId) -> Result<Vec<Evidence>> {
    let rows: Vec<EvidenceRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(EVIDENCE);
        query.push(" where task_id = ").push_bind(task.0).push(" order by added_at, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Evidence::try_from).collect()
}

/// The file with this id.
pub async fn find_evidence(tx: &mut Tx, id: EvidenceId) -> Result<Option<Evidence>> {
    let row: Option<EvidenceRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(EVIDENCE);
        query.push(" where id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Evidence::try_from).transpose()
}

/// Puts a file with its bytes to a task. `false`: it was there before.
pub async fn insert_evidence(tx: &mut WriteTx, one: &Evidence, bytes: &[u8]) -> Result<bool> {
    insert_files(tx, &[(one.sha256.as_slice(), bytes)]).await?;
    let done = run!(
        tx,
        sqlx::query(
            "insert into task_evidence (id, task_id, name, note, media_type, size, sha256, added_at, added_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.task.0)
        .bind(&one.name)
        .bind(&one.note)
        .bind(&one.media_type)
        .bind(i64::try_from(one.size).unwrap_or(i64::MAX))
        .bind(one.sha256.as_slice())
        .bind(At(one.added_at))
        .bind(one.added_by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes a file away, and its bytes if nothing else has them. `false`: it was away before.
pub async fn delete_evidence(tx: &mut WriteTx, id: EvidenceId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from task_evidence where id = $1").bind(id.0))?;
    delete_files_of_nobody(tx).await?;
    Ok(done == 1)
}

/// Notes that the cell returned a task's result.
pub async fn insert_return(
    tx: &mut WriteTx,
    task: TaskId,
    reason: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into task_returns (task_id, at, reason, by_account) values ($1, $2, $3, $4) on conflict do nothing"
        )
        .bind(task.0)
        .bind(At(at))
        .bind(reason)
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// How often the cell returned a task's result, and why, the latest first.
pub async fn returns(tx: &mut Tx, task: TaskId) -> Result<Vec<Return>> {
    let rows: Vec<(At, String)> = on_both!(tx, |c| {
        sqlx::query_as("select at, reason from task_returns where task_id = $1 order by at desc, task_id")
            .bind(task.0)
            .fetch_all(c)
            .await
    })?;
    Ok(rows.into_iter().map(|(at, reason)| Return { at: at.0, reason }).collect())
}

/// The ids of a member's tasks that were reported done in a span of days, with how many files each has; by the day reported done.
pub async fn shown_of_member(
    tx: &mut Tx,
    member: MemberId,
    days: (jiff::civil::Date, jiff::civil::Date),
    limit: u32,
) -> Result<Vec<(TaskId, u32)>> {
    let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select t.id, (select count(*) from task_evidence e where e.task_id = t.id) from tasks t
             where t.owner_id = $1 and t.dropped_on is null and t.done_on between $2 and $3 order by t.done_on, t.id limit $4",
        )
        .bind(member.0)
        .bind(crate::columns::day(days.0))
        .bind(crate::columns::day(days.1))
        .bind(i64::from(limit))
        .fetch_all(c)
        .await
    })?;
    rows.into_iter().map(|(id, files)| Ok((TaskId(id), count(files)?))).collect()
}
