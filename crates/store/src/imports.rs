//! Tables on their way in: kept while a person looks at the preview, and gone soon after. What was taken stays as a line
//! of history without the file.

use nennep_domain::{
    ids::{AccountId, ImportId, OrganisationId},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, count},
    error::Result,
};

/// An uploaded table.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// `organisations` or `members`.
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// The file, encrypted; empty once it was taken over.
    pub bytes: Vec<u8>,
    /// The organisation into which lines go that name none.
    pub into: Option<OrganisationId>,
    /// The mapping of columns as a person changed it; null as recognised.
    pub mapping: serde_json::Value,
    /// When it was uploaded.
    pub uploaded_at: Instant,
    /// By whom.
    pub uploaded_by: AccountId,
    /// Since when it waits to be taken over by a job.
    pub requested_at: Option<Instant>,
    /// When taking it over failed last.
    pub failed_at: Option<Instant>,
    /// That it was taken over.
    pub taken: Option<Taken>,
}

/// That a table was taken over, and what that did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// When.
    pub at: Instant,
    /// Lines that were added.
    pub added: u32,
    /// Lines by which something changed.
    pub changed: u32,
    /// Lines that changed nothing.
    pub unchanged: u32,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    file_name: String,
    bytes: Vec<u8>,
    into_id: Option<Uuid>,
    mapping: Json<serde_json::Value>,
    uploaded_at: At,
    uploaded_by: Uuid,
    requested_at: Option<At>,
    failed_at: Option<At>,
    #[sqlx(flatten)]
    taken: TakenRow,
}

#[derive(sqlx::FromRow)]
struct TakenRow {
    taken_at: Option<At>,
    added: Option<i64>,
    changed: Option<i64>,
    unchanged: Option<i64>,
}

impl TakenRow {
    fn taken(&self) -> Result<Option<Taken>> {
        let Some(at) = &self.taken_at else { return Ok(None) };
        let number = |column: Option<i64>| count(column.unwrap_or(0));
        Ok(Some(Taken {
            at: at.0,
            added: number(self.added)?,
            changed: number(self.changed)?,
            unchanged: number(self.unchanged)?,
        }))
    }
}

/// Keeps an uploaded table; older ones of the same person that nobody asked to take over are forgotten.
pub async fn insert(tx: &mut WriteTx, import: &Import) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "delete from imports where uploaded_by = $1 and taken_at is null and requested_at is null"
        )
        .bind(import.uploaded_by.0)
    )?;
    run!(
        tx,
        sqlx::query(
            "insert into imports (id, kind, file_name, bytes, into_id, mapping, uploaded_at, uploaded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
        )
        .bind(import.id.0)
        .bind(&import.kind)
        .bind(&import.file_name)
        .bind(&import.bytes)
        .bind(import.into.map(|id| id.0))
        .bind(Json(&import.mapping))
        .bind(At(import.uploaded_at))
        .bind(import.uploaded_by.0)
    )?;
    Ok(())
}

/// The table with this id.
pub async fn find(tx: &mut Tx, id: ImportId) -> Result<Option<Import>> {
    let row: Option<Row> = on_both!(tx, |c| {
        sqlx::query_as(
            "select id, kind, file_name, bytes, into_id, mapping, uploaded_at, uploaded_by, requested_at, failed_at,
             taken_at, added, changed, unchanged from imports where id = $1",
        )
        .bind(id.0)
        .fetch_optional(c)
        .await
    })?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Import {
        id: ImportId(row.id),
        taken: row.taken.taken()?,
        kind: row.kind,
        file_name: row.file_name,
        bytes: row.bytes,
        into: row.into_id.map(OrganisationId),
        mapping: row.mapping.0,
        uploaded_at: row.uploaded_at.0,
        uploaded_by: AccountId(row.uploaded_by),
        requested_at: row.requested_at.map(|at| at.0),
        failed_at: row.failed_at.map(|at| at.0),
    }))
}

/// Keeps the mapping as a person changed it.
pub async fn set_mapping(tx: &mut WriteTx, id: ImportId, mapping: &serde_json::Value) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update imports set mapping = $2 where id = $1 and taken_at is null and requested_at is null"
        )
        .bind(id.0)
        .bind(Json(mapping))
    )?;
    Ok(())
}

/// Notes that a job is to take a table over. `false`: it waits already, or was taken over.
pub async fn request(tx: &mut WriteTx, id: ImportId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update imports set requested_at = $2, failed_at = null
             where id = $1 and taken_at is null and requested_at is null"
        )
        .bind(id.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Gives a table back to its person: the job did not take it over, or failed at `failed_at`.
pub async fn give_back(tx: &mut WriteTx, id: ImportId, failed_at: Option<Instant>) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update imports set requested_at = null, failed_at = $2 where id = $1 and taken_at is null"
        )
        .bind(id.0)
        .bind(failed_at.map(At))
    )?;
    Ok(())
}

/// Marks a table as taken over and forgets its bytes. `false`: it was taken over before.
pub async fn mark_taken(tx: &mut WriteTx, id: ImportId, taken: &Taken) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update imports set taken_at = $2, bytes = $3, added = $4, changed = $5, unchanged = $6
             where id = $1 and taken_at is null"
        )
        .bind(id.0)
        .bind(At(taken.at))
        .bind(Vec::<u8>::new())
        .bind(i64::from(taken.added))
        .bind(i64::from(taken.changed))
        .bind(i64::from(taken.unchanged))
    )?;
    Ok(done == 1)
}

/// Forgets a table. `false`: there is none, or it was taken over.
pub async fn delete(tx: &mut WriteTx, id: ImportId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from imports where id = $1 and taken_at is null").bind(id.0))?;
    Ok(done == 1)
}

/// A line of the history of imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The import.
    pub id: ImportId,
    /// `organisations` or `members`.
    pub kind: String,
    /// The file's name.
    pub file_name: String,
    /// The name of whoever did it.
    pub by: String,
    /// When, and what it did.
    pub taken: Taken,
}

#[derive(sqlx::FromRow)]
struct PastRow {
    id: Uuid,
    kind: String,
    file_name: String,
    name: String,
    #[sqlx(flatten)]
    taken: TakenRow,
}

/// Tables that were taken over, latest first, at most `limit`; those of one person, or everybody's.
pub async fn history(tx: &mut Tx, by: Option<AccountId>, limit: u32) -> Result<Vec<Past>> {
    let rows: Vec<PastRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select i.id, i.kind, i.file_name, a.name, i.taken_at, i.added, i.changed, i.unchanged
             from imports i join accounts a on a.id = i.uploaded_by where i.taken_at is not null",
        );
        if let Some(by) = by {
            query.push(" and i.uploaded_by = ").push_bind(by.0);
        }
        query.push(" order by i.taken_at desc, i.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    let mut past = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(taken) = row.taken.taken()? {
            past.push(Past {
                id: ImportId(row.id),
                kind: row.kind,
                file_name: row.file_name,
                by: row.name,
                taken,
            });
        }
    }
    Ok(past)
}
