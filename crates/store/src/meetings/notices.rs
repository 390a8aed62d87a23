//! Notices: who was called to a meeting, when, and whether they opened it.

use nennep_domain::{
    ids::{MeetingId, MemberId},
    meetings::Notice,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, maybe_at},
    error::Result,
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    meeting_id: Uuid,
    member_id: Uuid,
    overseer: bool,
    sent_at: At,
    mailed_at: Option<At>,
    seen_at: Option<At>,
}

impl From<Row> for Notice {
    fn from(row: Row) -> Self {
        Self {
            meeting: MeetingId(row.meeting_id),
            member: MemberId(row.member_id),
            overseer: row.overseer,
            sent_at: row.sent_at.0,
            mailed_at: row.mailed_at.map(|at| at.0),
            seen_at: row.seen_at.map(|at| at.0),
        }
    }
}

/// The notices of a meeting.
pub async fn notices(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Notice>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select meeting_id, member_id, overseer, sent_at, mailed_at, seen_at from notices
         where meeting_id = $1 order by member_id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(Notice::from).collect())
}

/// A member's notices, latest first, at most `limit`.
pub async fn notices_of_member(tx: &mut Tx, member: MemberId, limit: u32) -> Result<Vec<Notice>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select meeting_id, member_id, overseer, sent_at, mailed_at, seen_at from notices
         where member_id = $1 order by sent_at desc, meeting_id desc limit $2"
    )
    .bind(member.0)
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(Notice::from).collect())
}

/// Adds notices; who was called before keeps the first time. Gives how many were new.
pub async fn insert_notices(tx: &mut WriteTx, notices: &[Notice]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(notices) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into notices (meeting_id, member_id, overseer, sent_at, mailed_at, seen_at) ",
            );
            query.push_values(chunk, |mut row, notice| {
                row.push_bind(notice.meeting.0)
                    .push_bind(notice.member.0)
                    .push_bind(notice.overseer)
                    .push_bind(At(notice.sent_at))
                    .push_bind(maybe_at(notice.mailed_at))
                    .push_bind(maybe_at(notice.seen_at));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Sends the notices of a meeting anew, since what they said has changed: none counts as mailed or opened any more.
/// Gives how many there are.
pub async fn renew_notices(tx: &mut WriteTx, meeting: MeetingId, at: Instant) -> Result<u64> {
    Ok(run!(
        tx,
        sqlx::query(
            "update notices set sent_at = $2, mailed_at = null, seen_at = null where meeting_id = $1"
        )
        .bind(meeting.0)
        .bind(At(at))
    )?)
}

/// Notes that a notice left by mail.
pub async fn mark_mailed(tx: &mut WriteTx, meeting: MeetingId, member: MemberId, at: Instant) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update notices set mailed_at = $3 where meeting_id = $1 and member_id = $2 and mailed_at is null"
        )
        .bind(meeting.0)
        .bind(member.0)
        .bind(At(at))
    )?;
    Ok(())
}

/// Notes that the one called opened the notice; only the first time counts. `true`: this was it.
pub async fn mark_seen(tx: &mut WriteTx, meeting: MeetingId, member: MemberId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update notices set seen_at = $3 where meeting_id = $1 and member_id = $2 and seen_at is null"
        )
        .bind(meeting.0)
        .bind(member.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}
