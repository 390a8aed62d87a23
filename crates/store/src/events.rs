//! What happened: one row per deed, written in the deed's own transaction. Payloads hold ids and counts, never names.

use nennep_domain::{
    ids::{AccountId, EventId, MemberId, OrganisationId},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{Tx, WriteTx, columns::At, error::Result, pieces::in_pieces};

/// One event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its id; ids rise with time.
    pub id: EventId,
    /// When.
    pub at: Instant,
    /// Who did it; none for the program itself.
    pub account: Option<AccountId>,
    /// What, e.g. `meeting.closed`.
    pub kind: String,
    /// In which organisation.
    pub organisation: Option<OrganisationId>,
    /// To what.
    pub subject: Option<Uuid>,
    /// Ids and counts that say more.
    pub payload: serde_json::Value,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    at: At,
    account_id: Option<Uuid>,
    kind: String,
    organisation_id: Option<Uuid>,
    subject_id: Option<Uuid>,
    payload: Json<serde_json::Value>,
}

/// Writes an event.
pub async fn insert(tx: &mut WriteTx, event: &Event) -> Result<()> {
    insert_many(tx, std::slice::from_ref(event)).await
}

/// Writes events.
pub async fn insert_many(tx: &mut WriteTx, events: &[Event]) -> Result<()> {
    for chunk in in_pieces(events) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into events (id, at, account_id, kind, organisation_id, subject_id, payload) ",
            );
            query.push_values(chunk, |mut row, event| {
                row.push_bind(event.id.0)
                    .push_bind(At(event.at))
                    .push_bind(event.account.map(|id| id.0))
                    .push_bind(&event.kind)
                    .push_bind(event.organisation.map(|id| id.0))
                    .push_bind(event.subject)
                    .push_bind(Json(&event.payload));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// When the latest event was written; `None` before the first.
pub async fn latest(tx: &mut Tx) -> Result<Option<Instant>> {
    let row: (Option<At>,) =
        on_both!(tx, |c| sqlx::query_as("select max(at) from events").fetch_one(c).await)?;
    Ok(row.0.map(|at| at.0))
}

/// The latest events about a subject, newest first, at most `limit`.
pub async fn list_of(tx: &mut Tx, subject: Uuid, limit: u32) -> Result<Vec<Event>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select id, at, account_id, kind, organisation_id, subject_id, payload from events
         where subject_id = $1 order by at desc, id desc limit $2"
    )
    .bind(subject)
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    let events = rows.into_iter().map(|row| Event {
        id: EventId(row.id),
        at: row.at.0,
        account: row.account_id.map(AccountId),
        kind: row.kind,
        organisation: row.organisation_id.map(OrganisationId),
        subject: row.subject_id,
        payload: row.payload.0,
    });
    Ok(events.collect())
}

/// Somebody who opened a member's file, had its identity number shown or opened what is kept of discipline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub at: Instant,
    /// `member.read`, `member.identity_revealed`, `member.rating_read`, `member.discipline_read`, `member.extract_written` or
    /// `member.nomination_read`.
    pub kind: String,
    /// The account's name; empty for the program itself.
    pub name: String,
}

#[derive(sqlx::FromRow)]
struct ReadingRow {
    at: At,
    kind: String,
    name: String,
}

/// Who opened a member's file, latest first, at most `limit`.
pub async fn readings_of(tx: &mut Tx, member: MemberId, limit: u32) -> Result<Vec<Reading>> {
    let rows: Vec<ReadingRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select e.at, e.kind, coalesce(a.name, '') as name from events e left join accounts a on a.id = e.account_id
         where e.subject_id = $1
         and e.kind in ('member.read', 'member.identity_revealed', 'member.rating_read', 'member.discipline_read',
           'member.extract_written', 'member.nomination_read')
         order by e.at desc, e.id desc limit $2"
    )
    .bind(member.0)
    .bind(i64::from(limit))
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(|row| Reading { at: row.at.0, kind: row.kind, name: row.name }).collect())
}
