//! Tables on their way in: kept while a person looks at the preview, and gone soon after.

use nennep_domain::{
    ids::{AccountId, ImportId, OrganisationId},
    time::Instant,
};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, maybe_at},
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
    /// The file.
    pub bytes: Vec<u8>,
    /// The organisation into which members go whose row names no cell.
    pub into: Option<OrganisationId>,
    /// The mapping of columns as a person changed it; null as recognised.
    pub mapping: serde_json::Value,
    /// When it was uploaded.
    pub uploaded_at: Instant,
    /// By whom.
    pub uploaded_by: AccountId,
    /// When it was taken over.
    pub taken_at: Option<Instant>,
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
    taken_at: Option<At>,
}

/// Keeps an uploaded table; older ones of the same person that were not taken over are forgotten.
pub async fn insert(tx: &mut WriteTx, import: &Import) -> Result<()> {
    run!(
        tx,
        sqlx::query("delete from imports where uploaded_by = $1 and taken_at is null")
            .bind(import.uploaded_by.0)
    )?;
    run!(
        tx,
        sqlx::query(
            "insert into imports (id, kind, file_name, bytes, into_id, mapping, uploaded_at, uploaded_by, taken_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
        )
        .bind(import.id.0)
        .bind(&import.kind)
        .bind(&import.file_name)
        .bind(&import.bytes)
        .bind(import.into.map(|id| id.0))
        .bind(Json(&import.mapping))
        .bind(At(import.uploaded_at))
        .bind(import.uploaded_by.0)
        .bind(maybe_at(import.taken_at))
    )?;
    Ok(())
}

/// The table with this id.
pub async fn find(tx: &mut Tx, id: ImportId) -> Result<Option<Import>> {
    let row: Option<Row> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, kind, file_name, bytes, into_id, mapping, uploaded_at, uploaded_by, taken_at from imports where id = $1"
    )
    .bind(id.0)
    .fetch_optional(c)
    .await
    })?;
    Ok(row.map(|row| Import {
        id: ImportId(row.id),
        kind: row.kind,
        file_name: row.file_name,
        bytes: row.bytes,
        into: row.into_id.map(OrganisationId),
        mapping: row.mapping.0,
        uploaded_at: row.uploaded_at.0,
        uploaded_by: AccountId(row.uploaded_by),
        taken_at: row.taken_at.map(|at| at.0),
    }))
}

/// Keeps the mapping as a person changed it.
pub async fn set_mapping(tx: &mut WriteTx, id: ImportId, mapping: &serde_json::Value) -> Result<()> {
    run!(
        tx,
        sqlx::query("update imports set mapping = $2 where id = $1 and taken_at is null")
            .bind(id.0)
            .bind(Json(mapping))
    )?;
    Ok(())
}

/// Marks a table as taken over and forgets its bytes. `false`: it was taken over before.
pub async fn mark_taken(
    tx: &mut WriteTx,
    id: ImportId,
    at: Instant,
    counts: (u32, u32, u32),
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update imports set taken_at = $2, bytes = $3, added = $4, changed = $5, unchanged = $6
             where id = $1 and taken_at is null"
        )
        .bind(id.0)
        .bind(At(at))
        .bind(Vec::<u8>::new())
        .bind(i64::from(counts.0))
        .bind(i64::from(counts.1))
        .bind(i64::from(counts.2))
    )?;
    Ok(done == 1)
}

/// Forgets a table. `false`: there is none, or it was taken over.
pub async fn delete(tx: &mut WriteTx, id: ImportId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from imports where id = $1 and taken_at is null").bind(id.0))?;
    Ok(done == 1)
}
