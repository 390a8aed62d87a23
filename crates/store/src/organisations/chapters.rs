//! How organisations stood from a day to a day, and what came out of what.

use jiff::civil::Date;
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    names,
    organisations::{
        CellType, Organisation, OrganisationKind,
        history::{Chapter, History, Succession},
    },
};
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::Row as PresentRow;
use crate::{
    Tx, WriteTx,
    columns::{Day, Word, day, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct Row {
    organisation_id: Uuid,
    from_on: Day,
    to_on: Option<Day>,
    code: String,
    name: String,
    kind: Word<OrganisationKind>,
    cell_type: Option<Word<CellType>>,
    parent_id: Option<Uuid>,
    deed_id: Option<Uuid>,
}

impl From<Row> for (Chapter, Option<DeedId>) {
    fn from(row: Row) -> Self {
        let chapter = Chapter {
            organisation: OrganisationId(row.organisation_id),
            code: row.code,
            name: row.name,
            kind: row.kind.0,
            cell_type: row.cell_type.map(|word| word.0),
            parent: row.parent_id.map(OrganisationId),
            from_on: row.from_on.to_jiff(),
            to_on: row.to_on.map(Day::to_jiff),
        };
        (chapter, row.deed_id.map(DeedId))
    }
}

const COLUMNS: &str =
    "select organisation_id, from_on, to_on, code, name, kind, cell_type, parent_id, deed_id
     from organisation_chapters";

/// All organisations with all their chapters, and what came out of what.
pub async fn history(tx: &mut Tx) -> Result<History> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(COLUMNS)).fetch_all(c).await)?;
    let successions: Vec<(Uuid, Uuid, Day)> = on_both!(tx, |c| {
        sqlx::query_as("select predecessor_id, successor_id, on_date from successions").fetch_all(c).await
    })?;
    let chapters = rows.into_iter().map(|row| <(Chapter, Option<DeedId>)>::from(row).0);
    Ok(History::new(chapters, successions.into_iter().map(succession)))
}

fn succession((predecessor, successor, on): (Uuid, Uuid, Day)) -> Succession {
    Succession {
        predecessor: OrganisationId(predecessor),
        successor: OrganisationId(successor),
        on: on.to_jiff(),
    }
}

/// The chapters of some organisations, oldest first, each with the deed by which it began.
pub async fn chapters_of(tx: &mut Tx, ids: &[OrganisationId]) -> Result<Vec<(Chapter, Option<DeedId>)>> {
    let mut chapters = Vec::new();
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" where organisation_id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by organisation_id, from_on");
            query.build_query_as().fetch_all(c).await
        })?;
        chapters.extend(rows.into_iter().map(<(Chapter, Option<DeedId>)>::from));
    }
    Ok(chapters)
}

/// An organisation and all above it as they stood on a day, itself first, then the nearest; empty where it did not exist then.
pub async fn lineage(tx: &mut Tx, id: OrganisationId, on: Date) -> Result<Vec<Organisation>> {
    let rows: Vec<PresentRow> = on_both!(tx, |c| {
        sqlx::query_as(
            "with recursive up (id, parent_id, depth) as (
           select c.organisation_id, c.parent_id, 0 from organisation_chapters c
           where c.organisation_id = $1 and c.from_on <= $2 and (c.to_on is null or c.to_on > $2)
           union all
           select c.organisation_id, c.parent_id, up.depth + 1 from organisation_chapters c
           join up on c.organisation_id = up.parent_id
           where c.from_on <= $2 and (c.to_on is null or c.to_on > $2) and up.depth < 20)
         select o.organisation_id as id, o.code, o.name, o.kind, o.cell_type, o.parent_id, e.from_on, e.to_on
         from up join organisation_chapters o on o.organisation_id = up.id
           and o.from_on <= $2 and (o.to_on is null or o.to_on > $2)
         join organisations e on e.id = up.id order by up.depth",
        )
        .bind(id.0)
        .bind(day(on))
        .fetch_all(c)
        .await
    })?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// What an organisation came out of, earliest first.
pub async fn predecessors(tx: &mut Tx, id: OrganisationId) -> Result<Vec<Succession>> {
    let rows: Vec<(Uuid, Uuid, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select predecessor_id, successor_id, on_date from successions where successor_id = $1
         order by on_date, predecessor_id"
    )
    .bind(id.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(succession).collect())
}

/// What an organisation became, or what came out of it, earliest first.
pub async fn successors(tx: &mut Tx, id: OrganisationId) -> Result<Vec<Succession>> {
    let rows: Vec<(Uuid, Uuid, Day)> = on_both!(tx, |c| sqlx::query_as(
        "select predecessor_id, successor_id, on_date from successions where predecessor_id = $1
         order by on_date, successor_id"
    )
    .bind(id.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(succession).collect())
}

/// Begins a query with the organisations that stood within one on a day, as `within (id)`.
pub(crate) fn push_within<'v, DB>(query: &mut QueryBuilder<DB>, root: OrganisationId, on: Date)
where
    DB: Database,
    Uuid: Encode<'v, DB> + Type<DB>,
    Day: Encode<'v, DB> + Type<DB>,
{
    query.push("with recursive within (id) as (select c.organisation_id from organisation_chapters c where c.organisation_id = ");
    query.push_bind(root.0).push(" and c.from_on <= ").push_bind(day(on));
    query.push(" and (c.to_on is null or c.to_on > ").push_bind(day(on));
    query.push(") union select c.organisation_id from organisation_chapters c join within w on c.parent_id = w.id where c.from_on <= ");
    query.push_bind(day(on)).push(" and (c.to_on is null or c.to_on > ").push_bind(day(on)).push(")) ");
}

/// Ends the open chapters of organisations. One that began that very day would have lasted no day, and is not kept.
pub(super) async fn end_chapters(tx: &mut WriteTx, ids: &[OrganisationId], on: Date) -> Result<()> {
    for ids in ids.chunks(500) {
        for begun in [
            "delete from organisation_chapters where from_on = ",
            "update organisation_chapters set to_on = ",
        ] {
            on_both!(tx, |c| {
                let mut query = QueryBuilder::new(begun);
                query.push_bind(day(on));
                query.push(if begun.starts_with("update") { " where" } else { " and" });
                query.push(" to_on is null and organisation_id in (");
                push_list(&mut query, ids.iter().map(|id| id.0));
                query.push(")");
                query.build().execute(c).await.map(|done| done.rows_affected())
            })?;
        }
    }
    Ok(())
}

pub(super) async fn insert_chapters(
    tx: &mut WriteTx,
    chapters: &[Chapter],
    deed: Option<DeedId>,
) -> Result<()> {
    for chunk in in_pieces(chapters) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into organisation_chapters
                 (organisation_id, from_on, to_on, code, name, name_key, kind, cell_type, parent_id, deed_id) ",
            );
            query.push_values(chunk, |mut row, chapter| {
                row.push_bind(chapter.organisation.0)
                    .push_bind(day(chapter.from_on))
                    .push_bind(maybe_day(chapter.to_on))
                    .push_bind(&chapter.code)
                    .push_bind(&chapter.name)
                    .push_bind(names::fold(&chapter.name))
                    .push_bind(chapter.kind.as_str())
                    .push_bind(chapter.cell_type.map(CellType::as_str))
                    .push_bind(chapter.parent.map(|id| id.0))
                    .push_bind(deed.map(|id| id.0));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

pub(super) async fn insert_successions(
    tx: &mut WriteTx,
    successions: &[Succession],
    deed: DeedId,
) -> Result<()> {
    for chunk in in_pieces(successions) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into successions (predecessor_id, successor_id, on_date, deed_id) ",
            );
            query.push_values(chunk, |mut row, one| {
                row.push_bind(one.predecessor.0)
                    .push_bind(one.successor.0)
                    .push_bind(day(one.on))
                    .push_bind(deed.0);
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}
