//! What members prepare: private until released.

use nennep_domain::{
    ids::{ItemId, MeetingId, MemberId, PreparationId, TaskId},
    meetings::{Preparation, PreparationKind},
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
    id: Uuid,
    meeting_id: Uuid,
    member_id: Uuid,
    kind: Word<PreparationKind>,
    item_id: Option<Uuid>,
    task_id: Option<Uuid>,
    body: String,
    changed_at: At,
    released_at: Option<At>,
}

impl From<Row> for Preparation {
    fn from(row: Row) -> Self {
        Self {
            id: PreparationId(row.id),
            meeting: MeetingId(row.meeting_id),
            member: MemberId(row.member_id),
            kind: row.kind.0,
            item: row.item_id.map(ItemId),
            task: row.task_id.map(TaskId),
            body: row.body,
            changed_at: row.changed_at.0,
            released_at: row.released_at.map(|at| at.0),
        }
    }
}

const SELECT: &str = "select id, meeting_id, member_id, kind, item_id, task_id, body, changed_at, released_at from preparations";

/// What `reader` may see of a meeting's preparations: all of the own, and what others released.
pub async fn preparations(
    tx: &mut Tx,
    meeting: MeetingId,
    reader: Option<MemberId>,
) -> Result<Vec<Preparation>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where meeting_id = ").push_bind(meeting.0);
        query
            .push(" and (released_at is not null or member_id = ")
            .push_bind(reader.map_or(Uuid::nil(), |id| id.0));
        query.push(") order by member_id, id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Preparation::from).collect())
}

/// The preparation with this id, released or not: the caller shows it only to its owner.
pub async fn find_preparation(tx: &mut Tx, id: PreparationId) -> Result<Option<Preparation>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Preparation::from))
}

/// Writes a preparation, new or anew. `false`: the id is another member's.
pub async fn save_preparation(tx: &mut WriteTx, preparation: &Preparation) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into preparations (id, meeting_id, member_id, kind, item_id, task_id, body, changed_at, released_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do update set item_id = excluded.item_id, body = excluded.body, changed_at = excluded.changed_at
             where preparations.member_id = excluded.member_id and preparations.meeting_id = excluded.meeting_id"
        )
        .bind(preparation.id.0)
        .bind(preparation.meeting.0)
        .bind(preparation.member.0)
        .bind(preparation.kind.as_str())
        .bind(preparation.item.map(|id| id.0))
        .bind(preparation.task.map(|id| id.0))
        .bind(&preparation.body)
        .bind(At(preparation.changed_at))
        .bind(maybe_at(preparation.released_at))
    )?;
    Ok(done == 1)
}

/// Adds preparations of many members; one already there, by its id, is an error. For samples.
pub async fn insert_preparations(tx: &mut WriteTx, preparations: &[Preparation]) -> Result<()> {
    for chunk in in_pieces(preparations) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into preparations (id, meeting_id, member_id, kind, item_id, task_id, body, changed_at, released_at) ",
            );
            query.push_values(chunk, |mut row, one| {
                row.push_bind(one.id.0)
                    .push_bind(one.meeting.0)
                    .push_bind(one.member.0)
                    .push_bind(one.kind.as_str())
                    .push_bind(one.item.map(|id| id.0))
                    .push_bind(one.task.map(|id| id.0))
                    .push_bind(&one.body)
                    .push_bind(At(one.changed_at))
                    .push_bind(maybe_at(one.released_at));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Releases a member's preparation to the meeting, or with `None` takes it back. `false`: there is none of theirs.
pub async fn release_preparation(
    tx: &mut WriteTx,
    id: PreparationId,
    member: MemberId,
    at: Option<Instant>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update preparations set released_at = $3 where id = $1 and member_id = $2")
            .bind(id.0)
            .bind(member.0)
            .bind(maybe_at(at))
    )?;
    Ok(done == 1)
}

/// Deletes a member's own preparation. `false`: there is none of theirs.
pub async fn delete_preparation(tx: &mut WriteTx, id: PreparationId, member: MemberId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from preparations where id = $1 and member_id = $2").bind(id.0).bind(member.0)
    )?;
    Ok(done == 1)
}
