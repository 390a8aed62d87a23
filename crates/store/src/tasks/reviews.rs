//! Each due task as a meeting found it.

use nennep_domain::{
    ids::{AccountId, MeetingId, TaskId},
    tasks::{TaskReview, TaskState},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::percent;
use crate::{
    Tx, WriteTx,
    columns::{At, Word},
    error::Result,
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct ReviewRow {
    meeting_id: Uuid,
    task_id: Uuid,
    state_before: Word<TaskState>,
    result: String,
    done_percent: i64,
}

/// The due tasks as a meeting found them.
pub async fn reviews(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<TaskReview>> {
    let rows: Vec<ReviewRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select r.meeting_id, r.task_id, r.state_before, r.result, r.done_percent
         from task_reviews r join tasks t on t.id = r.task_id where r.meeting_id = $1 order by t.position, t.id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await
    })?;
    rows.into_iter()
        .map(|row| {
            Ok(TaskReview {
                meeting: MeetingId(row.meeting_id),
                task: TaskId(row.task_id),
                state_before: row.state_before.0,
                result: row.result,
                done_percent: percent(row.done_percent)?,
            })
        })
        .collect()
}

/// Writes how a meeting found due tasks, in place of what it found before.
pub async fn save_reviews(
    tx: &mut WriteTx,
    reviews: &[TaskReview],
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    let reviews: Vec<_> = reviews.iter().map(|review| (review, at)).collect();
    save_dated_reviews(tx, &reviews, by).await
}

/// Writes how meetings found due tasks, each with its moment, in place of what they found before.
pub async fn save_dated_reviews(
    tx: &mut WriteTx,
    reviews: &[(&TaskReview, Instant)],
    by: Option<AccountId>,
) -> Result<()> {
    for chunk in in_pieces(reviews) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into task_reviews (meeting_id, task_id, state_before, result, done_percent, at, by_account) ",
            );
            query.push_values(chunk, |mut row, (review, at)| {
                row.push_bind(review.meeting.0)
                    .push_bind(review.task.0)
                    .push_bind(review.state_before.as_str())
                    .push_bind(&review.result)
                    .push_bind(i64::from(review.done_percent))
                    .push_bind(At(*at))
                    .push_bind(by.map(|id| id.0));
            });
            query.push(
                " on conflict (meeting_id, task_id) do update set result = excluded.result, \
                 done_percent = excluded.done_percent, at = excluded.at, by_account = excluded.by_account",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}
