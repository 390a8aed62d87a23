//! Jobs: enqueued in the transaction of the deed they follow, run later, at least once, with growing pauses.

use nennep_domain::{ids::JobId, time::Instant};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, count, maybe_at},
    error::{Error, Result},
};

/// A job.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What is to be done, e.g. `mail.notice`.
    pub kind: String,
    /// Ids that say to what.
    pub payload: serde_json::Value,
    /// Not before this.
    pub run_at: Instant,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was given up; then a person sees it.
    pub failed_at: Option<Instant>,
    /// What went wrong last, without names or texts.
    pub last_error: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    payload: Json<serde_json::Value>,
    run_at: At,
    attempts: i64,
    failed_at: Option<At>,
    last_error: String,
}

impl TryFrom<Row> for Job {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: JobId(row.id),
            kind: row.kind,
            payload: row.payload.0,
            run_at: row.run_at.0,
            attempts: count(row.attempts)?,
            failed_at: row.failed_at.map(|at| at.0),
            last_error: row.last_error,
        })
    }
}

/// Enqueues a job.
pub async fn insert(
    tx: &mut WriteTx,
    id: JobId,
    kind: &str,
    payload: &serde_json::Value,
    run_at: Instant,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into jobs (id, kind, payload, run_at, attempts, last_error) values ($1, $2, $3, $4, 0, '')"
        )
        .bind(id.0)
        .bind(kind)
        .bind(Json(payload))
        .bind(At(run_at))
    )?;
    Ok(())
}

/// The next job that is due and nobody works on, claimed until `until`; counts one more attempt.
pub async fn claim(tx: &mut WriteTx, now: Instant, until: Instant) -> Result<Option<Job>> {
    let row: Option<Row> = on_both!(tx, |c| sqlx::query_as(
        "update jobs set claimed_until = $2, attempts = attempts + 1 where id = (
           select id from jobs where finished_at is null and failed_at is null and run_at <= $1
           and (claimed_until is null or claimed_until <= $1) order by run_at, id limit 1)
         and (claimed_until is null or claimed_until <= $1)
         returning id, kind, payload, run_at, attempts, failed_at, last_error"
    )
    .bind(At(now))
    .bind(At(until))
    .fetch_optional(c)
    .await)?;
    row.map(Job::try_from).transpose()
}

/// Marks a job as done.
pub async fn finish(tx: &mut WriteTx, id: JobId, at: Instant) -> Result<()> {
    run!(
        tx,
        sqlx::query("update jobs set finished_at = $2, claimed_until = null where id = $1")
            .bind(id.0)
            .bind(At(at))
    )?;
    Ok(())
}

/// Puts a job back until `again`, or gives it up at `failed_at`.
pub async fn put_back(
    tx: &mut WriteTx,
    id: JobId,
    again: Instant,
    failed_at: Option<Instant>,
    error: &str,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update jobs set run_at = $2, failed_at = $3, last_error = $4, claimed_until = null where id = $1"
        )
        .bind(id.0)
        .bind(At(again))
        .bind(maybe_at(failed_at))
        .bind(error)
    )?;
    Ok(())
}

/// Takes a job up again that was given up, as if it were new. `false`: it was not given up.
pub async fn retry(tx: &mut WriteTx, id: JobId, now: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update jobs set failed_at = null, attempts = 0, run_at = $2 where id = $1 and failed_at is not null"
        )
        .bind(id.0)
        .bind(At(now))
    )?;
    Ok(done == 1)
}

/// Jobs that were given up, latest first, at most `limit`.
pub async fn failed(tx: &mut Tx, limit: u32) -> Result<Vec<Job>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select id, kind, payload, run_at, attempts, failed_at, last_error from jobs
         where failed_at is not null order by failed_at desc, id desc limit $1"
    )
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    rows.into_iter().map(Job::try_from).collect()
}

/// How many jobs wait, and how many were given up.
pub async fn counts(tx: &mut Tx) -> Result<(u32, u32)> {
    let row: (i64, i64) = on_both!(tx, |c| sqlx::query_as(
        "select coalesce(sum(case when finished_at is null and failed_at is null then 1 else 0 end), 0),
                coalesce(sum(case when failed_at is not null then 1 else 0 end), 0) from jobs"
    )
    .fetch_one(c)
    .await)?;
    Ok((count(row.0)?, count(row.1)?))
}
