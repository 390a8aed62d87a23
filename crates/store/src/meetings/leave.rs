//! Leave: asked by a member with a reason, answered by the secretary.

use nennep_domain::{
    ids::{AccountId, MeetingId, MemberId},
    meetings::{LeaveAnswer, LeaveRequest},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, maybe_at},
    error::Result,
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    meeting_id: Uuid,
    member_id: Uuid,
    reason: String,
    asked_at: At,
    answer: Option<Word<LeaveAnswer>>,
    answered_at: Option<At>,
    answer_note: String,
}

/// The leave requests of a meeting, in the order they were asked.
pub async fn leave_requests(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<LeaveRequest>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select meeting_id, member_id, reason, asked_at, answer, answered_at, answer_note
         from leave_requests where meeting_id = $1 order by asked_at, member_id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    let requests = rows.into_iter().map(|row| LeaveRequest {
        meeting: MeetingId(row.meeting_id),
        member: MemberId(row.member_id),
        reason: row.reason,
        asked_at: row.asked_at.0,
        answer: row.answer.map(|word| word.0),
        answered_at: row.answered_at.map(|at| at.0),
        answer_note: row.answer_note,
    });
    Ok(requests.collect())
}

/// Asks leave, or asks again with another reason: then a former answer is void.
pub async fn ask_leave(
    tx: &mut WriteTx,
    meeting: MeetingId,
    member: MemberId,
    reason: &str,
    at: Instant,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into leave_requests (meeting_id, member_id, reason, asked_at, answer_note) values ($1, $2, $3, $4, '')
             on conflict (meeting_id, member_id) do update set reason = excluded.reason, asked_at = excluded.asked_at,
             answer = null, answered_at = null, answered_by = null, answer_note = ''"
        )
        .bind(meeting.0)
        .bind(member.0)
        .bind(reason)
        .bind(At(at))
    )?;
    Ok(())
}

/// Adds requests with the answers they have; one already there is an error. For samples.
pub async fn insert_leave_requests(
    tx: &mut WriteTx,
    requests: &[LeaveRequest],
    answered_by: Option<AccountId>,
) -> Result<()> {
    for chunk in in_pieces(requests) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into leave_requests (meeting_id, member_id, reason, asked_at, answer, answered_at, answered_by, \
                 answer_note) ",
            );
            query.push_values(chunk, |mut row, request| {
                row.push_bind(request.meeting.0)
                    .push_bind(request.member.0)
                    .push_bind(&request.reason)
                    .push_bind(At(request.asked_at))
                    .push_bind(request.answer.map(LeaveAnswer::as_str))
                    .push_bind(maybe_at(request.answered_at))
                    .push_bind(answered_by.filter(|_| request.answer.is_some()).map(|id| id.0))
                    .push_bind(&request.answer_note);
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Answers a request. `false`: there is none.
pub async fn answer_leave(
    tx: &mut WriteTx,
    meeting: MeetingId,
    member: MemberId,
    answer: LeaveAnswer,
    note: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update leave_requests set answer = $3, answer_note = $4, answered_at = $5, answered_by = $6
             where meeting_id = $1 and member_id = $2"
        )
        .bind(meeting.0)
        .bind(member.0)
        .bind(answer.as_str())
        .bind(note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes an answer back, so that the request waits again. `false`: there was none.
pub async fn clear_leave_answer(tx: &mut WriteTx, meeting: MeetingId, member: MemberId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update leave_requests set answer = null, answered_at = null, answered_by = null, answer_note = ''
             where meeting_id = $1 and member_id = $2 and answer is not null"
        )
        .bind(meeting.0)
        .bind(member.0)
    )?;
    Ok(done == 1)
}

/// Withdraws a request. `false`: there is none.
pub async fn withdraw_leave(tx: &mut WriteTx, meeting: MeetingId, member: MemberId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from leave_requests where meeting_id = $1 and member_id = $2")
            .bind(meeting.0)
            .bind(member.0)
    )?;
    Ok(done == 1)
}
