//! Remarks: who spoke under which item, and what was said.

use nennep_domain::{
    ids::{AccountId, GuestId, ItemId, MeetingId, MemberId, RemarkId},
    meetings::{Remark, RemarkKind, Speaker},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, count, maybe_at},
    error::{Error, Result},
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    item_id: Uuid,
    member_id: Option<Uuid>,
    guest_id: Option<Uuid>,
    kind: Word<RemarkKind>,
    body: String,
    at: At,
    version: i64,
}

impl TryFrom<Row> for Remark {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let speaker = match (row.member_id, row.guest_id) {
            (Some(member), _) => Speaker::Member(MemberId(member)),
            (None, Some(guest)) => Speaker::Guest(GuestId(guest)),
            (None, None) => return Err(Error::Unreadable("a remark without a speaker".to_owned())),
        };
        Ok(Self {
            id: RemarkId(row.id),
            meeting: MeetingId(row.meeting_id),
            item: ItemId(row.item_id),
            speaker,
            kind: row.kind.0,
            body: row.body,
            at: row.at.0,
            version: count(row.version)?,
        })
    }
}

const SELECT: &str = "select id, meeting_id, item_id, member_id, guest_id, kind, body, at, version from remarks where withdrawn_at is null";

/// The remarks of a meeting that were not taken back, in the order they were made.
pub async fn remarks(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Remark>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and meeting_id = ").push_bind(meeting.0).push(" order by at, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Remark::try_from).collect()
}

/// The remark with this id, if it was not taken back.
pub async fn find_remark(tx: &mut Tx, id: RemarkId) -> Result<Option<Remark>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Remark::try_from).transpose()
}

/// Adds remarks; gives how many were new. One already there, by its id, stays: a form posted twice is one remark.
pub async fn insert_remarks(tx: &mut WriteTx, remarks: &[Remark], by: Option<AccountId>) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(remarks) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into remarks (id, meeting_id, item_id, member_id, guest_id, kind, body, at, by_account, version) ",
            );
            query.push_values(chunk, |mut row, remark| {
                let (member, guest) = match remark.speaker {
                    Speaker::Member(id) => (Some(id.0), None),
                    Speaker::Guest(id) => (None, Some(id.0)),
                };
                row.push_bind(remark.id.0)
                    .push_bind(remark.meeting.0)
                    .push_bind(remark.item.0)
                    .push_bind(member)
                    .push_bind(guest)
                    .push_bind(remark.kind.as_str())
                    .push_bind(&remark.body)
                    .push_bind(At(remark.at))
                    .push_bind(by.map(|id| id.0))
                    .push_bind(i64::from(remark.version));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes a remark's text and kind anew, if its version is still `version`. `false`: somebody wrote meanwhile.
pub async fn change_remark(
    tx: &mut WriteTx,
    id: RemarkId,
    version: u32,
    kind: RemarkKind,
    body: &str,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update remarks set kind = $3, body = $4, version = version + 1
             where id = $1 and version = $2 and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(i64::from(version))
        .bind(kind.as_str())
        .bind(body)
    )?;
    Ok(done == 1)
}

/// Takes a remark of a meeting back, or with `None` brings it again. `false`: it was so before, or is of another meeting.
pub async fn withdraw_remark(
    tx: &mut WriteTx,
    meeting: MeetingId,
    id: RemarkId,
    at: Option<Instant>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update remarks set withdrawn_at = $2
             where id = $1 and meeting_id = $4 and ((withdrawn_at is null) <> ($3 <> 0))"
        )
        .bind(id.0)
        .bind(maybe_at(at))
        .bind(i64::from(at.is_none()))
        .bind(meeting.0)
    )?;
    Ok(done == 1)
}
