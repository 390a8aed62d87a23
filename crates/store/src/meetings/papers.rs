//! Papers attached to a meeting; their bytes stand once, under their SHA-256.

use nennep_domain::{
    ids::{AccountId, ItemId, MeetingId, PaperId},
    meetings::Paper,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::At,
    error::{Error, Result},
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    item_id: Option<Uuid>,
    name: String,
    media_type: String,
    size: i64,
    sha256: Vec<u8>,
    posted_at: At,
    posted_by: Option<Uuid>,
}

impl TryFrom<Row> for Paper {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: PaperId(row.id),
            meeting: MeetingId(row.meeting_id),
            item: row.item_id.map(ItemId),
            name: row.name,
            media_type: row.media_type,
            size: u64::try_from(row.size).map_err(|_| Error::Unreadable(format!("size {}", row.size)))?,
            sha256: row.sha256,
            posted_at: row.posted_at.0,
            posted_by: row.posted_by.map(AccountId),
        })
    }
}

const SELECT: &str =
    "select id, meeting_id, item_id, name, media_type, size, sha256, posted_at, posted_by from papers";

/// The papers of a meeting, in the order they were posted.
pub async fn papers(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Paper>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where meeting_id = ").push_bind(meeting.0).push(" order by posted_at, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Paper::try_from).collect()
}

/// The paper with this id.
pub async fn find_paper(tx: &mut Tx, id: PaperId) -> Result<Option<Paper>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Paper::try_from).transpose()
}

/// The bytes under a SHA-256.
pub async fn file_bytes(tx: &mut Tx, sha256: &[u8]) -> Result<Option<Vec<u8>>> {
    let row: Option<(Vec<u8>,)> = on_both!(tx, |c| {
        sqlx::query_as("select bytes from files where sha256 = $1").bind(sha256).fetch_optional(c).await
    })?;
    Ok(row.map(|(bytes,)| bytes))
}

/// Posts a paper with its bytes. `false`: it was posted before.
pub async fn insert_paper(tx: &mut WriteTx, paper: &Paper, bytes: &[u8]) -> Result<bool> {
    insert_files(tx, &[(paper.sha256.as_slice(), bytes)]).await?;
    Ok(insert_papers(tx, std::slice::from_ref(paper)).await? == 1)
}

/// Keeps the bytes of files, each with its SHA-256; bytes already there stay.
pub async fn insert_files(tx: &mut WriteTx, files: &[(&[u8], &[u8])]) -> Result<()> {
    for chunk in in_pieces(files) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new("insert into files (sha256, size, bytes) ");
            query.push_values(chunk, |mut row, (sha256, bytes)| {
                let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
                row.push_bind(*sha256).push_bind(size).push_bind(*bytes);
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Posts papers whose bytes are kept already; gives how many were new.
pub async fn insert_papers(tx: &mut WriteTx, papers: &[Paper]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(papers) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into papers (id, meeting_id, item_id, name, media_type, size, sha256, posted_at, posted_by) ",
            );
            query.push_values(chunk, |mut row, paper| {
                row.push_bind(paper.id.0)
                    .push_bind(paper.meeting.0)
                    .push_bind(paper.item.map(|id| id.0))
                    .push_bind(&paper.name)
                    .push_bind(&paper.media_type)
                    .push_bind(i64::try_from(paper.size).unwrap_or(i64::MAX))
                    .push_bind(&paper.sha256)
                    .push_bind(At(paper.posted_at))
                    .push_bind(paper.posted_by.map(|id| id.0));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Takes a paper away, and its bytes if no other paper has them. `false`: it was away before.
pub async fn delete_paper(tx: &mut WriteTx, id: PaperId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from papers where id = $1").bind(id.0))?;
    delete_files_of_nobody(tx).await?;
    Ok(done == 1)
}

/// Lets go of bytes that neither a paper nor a task's evidence has.
pub(crate) async fn delete_files_of_nobody(tx: &mut WriteTx) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "delete from files where not exists (select 1 from papers where papers.sha256 = files.sha256)
             and not exists (select 1 from task_evidence where task_evidence.sha256 = files.sha256)"
        )
    )?;
    Ok(())
}
