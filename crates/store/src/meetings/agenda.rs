//! The agenda, and what the minutes say of each item.

use nennep_domain::{
    ids::{ItemId, MeetingId, MemberId},
    meetings::{Item, ItemKind, ItemSource, Part},
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
    position: i64,
    part: Word<Part>,
    kind: Word<ItemKind>,
    title: String,
    body: String,
    planned_minutes: i64,
    presenter_id: Option<Uuid>,
    source: Word<ItemSource>,
    source_key: String,
    started_at: Option<At>,
    ended_at: Option<At>,
    notes: String,
    conclusion: String,
    version: i64,
}

impl TryFrom<Row> for Item {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: ItemId(row.id),
            meeting: MeetingId(row.meeting_id),
            position: count(row.position)?,
            part: row.part.0,
            kind: row.kind.0,
            title: row.title,
            body: row.body,
            planned_minutes: count(row.planned_minutes)?,
            presenter: row.presenter_id.map(MemberId),
            source: row.source.0,
            source_key: row.source_key,
            started_at: row.started_at.map(|at| at.0),
            ended_at: row.ended_at.map(|at| at.0),
            notes: row.notes,
            conclusion: row.conclusion,
            version: count(row.version)?,
        })
    }
}

const SELECT: &str = "select id, meeting_id, position, part, kind, title, body, planned_minutes, presenter_id, source, \
     source_key, started_at, ended_at, notes, conclusion, version from agenda_items";

/// The items of a meeting, in order.
pub async fn items(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Item>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where removed_at is null and meeting_id = ").push_bind(meeting.0);
        query.push(" order by position, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Item::try_from).collect()
}

/// The items that were taken off a meeting's agenda, latest first: each can be put back.
pub async fn removed_items(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Item>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where removed_at is not null and meeting_id = ").push_bind(meeting.0);
        query.push(" order by removed_at desc, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Item::try_from).collect()
}

/// The item with this id, unless it was taken off the agenda.
pub async fn find_item(tx: &mut Tx, id: ItemId) -> Result<Option<Item>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where removed_at is null and id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Item::try_from).transpose()
}

/// Adds items; gives how many were new. An item already there, by its id or by the fact it was drafted from, stays.
pub async fn insert_items(tx: &mut WriteTx, items: &[Item]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(items) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into agenda_items (id, meeting_id, position, part, kind, title, body, planned_minutes, \
                 presenter_id, source, source_key, started_at, ended_at, notes, conclusion, version) ",
            );
            query.push_values(chunk, |mut row, item| {
                row.push_bind(item.id.0)
                    .push_bind(item.meeting.0)
                    .push_bind(i64::from(item.position))
                    .push_bind(item.part.as_str())
                    .push_bind(item.kind.as_str())
                    .push_bind(&item.title)
                    .push_bind(&item.body)
                    .push_bind(i64::from(item.planned_minutes))
                    .push_bind(item.presenter.map(|id| id.0))
                    .push_bind(item.source.as_str())
                    .push_bind(&item.source_key)
                    .push_bind(maybe_at(item.started_at))
                    .push_bind(maybe_at(item.ended_at))
                    .push_bind(&item.notes)
                    .push_bind(&item.conclusion)
                    .push_bind(i64::from(item.version));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes the prepared side of an item anew: part, kind, title, text, minutes, presenter.
pub async fn update_item(tx: &mut WriteTx, item: &Item) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update agenda_items set part = $2, kind = $3, title = $4, body = $5, planned_minutes = $6, presenter_id = $7
             where id = $1"
        )
        .bind(item.id.0)
        .bind(item.part.as_str())
        .bind(item.kind.as_str())
        .bind(&item.title)
        .bind(&item.body)
        .bind(i64::from(item.planned_minutes))
        .bind(item.presenter.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Puts items at their places: pairs of item and position.
pub async fn place_items(tx: &mut WriteTx, places: &[(ItemId, u32)]) -> Result<()> {
    for (item, position) in places {
        run!(
            tx,
            sqlx::query("update agenda_items set position = $2 where id = $1")
                .bind(item.0)
                .bind(i64::from(*position))
        )?;
    }
    Ok(())
}

/// Takes an item nobody has spoken to yet off the agenda. `false`: there is none, or the minutes already say something
/// of it. What was prepared for it and the papers attached to it wait for it to be put back.
pub async fn remove_item(tx: &mut WriteTx, id: ItemId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update agenda_items set removed_at = $2 where id = $1 and removed_at is null and notes = '' and conclusion = ''
             and not exists (select 1 from remarks where item_id = $1)
             and not exists (select 1 from motions where item_id = $1)
             and not exists (select 1 from tasks where item_id = $1)"
        )
        .bind(id.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Puts an item back on the agenda. `false`: it was not taken off.
pub async fn put_item_back(tx: &mut WriteTx, id: ItemId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update agenda_items set removed_at = null where id = $1 and removed_at is not null")
            .bind(id.0)
    )?;
    Ok(done == 1)
}

/// Writes what the minutes say of an item, if its version is still `version`. `false`: somebody wrote meanwhile.
pub async fn save_notes(tx: &mut WriteTx, id: ItemId, version: u32, notes: &str) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update agenda_items set notes = $3, version = version + 1 where id = $1 and version = $2"
        )
        .bind(id.0)
        .bind(i64::from(version))
        .bind(notes)
    )?;
    Ok(done == 1)
}

/// Writes an item's conclusion, if it still reads `was`. `false`: somebody wrote meanwhile. It is written beside the
/// notes, often by another, so that neither stands in the way of the other.
pub async fn save_conclusion(tx: &mut WriteTx, id: ItemId, was: &str, conclusion: &str) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update agenda_items set conclusion = $3 where id = $1 and conclusion = $2")
            .bind(id.0)
            .bind(was)
            .bind(conclusion)
    )?;
    Ok(done == 1)
}

/// Notes when an item was taken up and done with; `None` takes it back.
pub async fn time_item(
    tx: &mut WriteTx,
    id: ItemId,
    started_at: Option<Instant>,
    ended_at: Option<Instant>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query("update agenda_items set started_at = $2, ended_at = $3 where id = $1")
            .bind(id.0)
            .bind(maybe_at(started_at))
            .bind(maybe_at(ended_at))
    )?;
    Ok(())
}
