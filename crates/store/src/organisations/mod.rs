//! Organisations, the tree they stand in, and how both were on another day.

mod chapters;
mod keep;
mod places;
mod undo;

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    names,
    organisations::{CellType, Organisation, OrganisationKind, Place},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

pub(crate) use chapters::push_within;
pub use chapters::{chapters_of, history, lineage, predecessors, successors};
pub use keep::{correct, insert_many, perform, place_below, take_out};
pub use places::{place, places};
pub use undo::{KEPT_ABOUT, Touched, kept_about, take_back, touched_by};

use crate::{
    Tx,
    columns::{Day, Word, day},
    error::Result,
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: Uuid,
    code: String,
    name: String,
    kind: Word<OrganisationKind>,
    cell_type: Option<Word<CellType>>,
    parent_id: Option<Uuid>,
    from_on: Day,
    to_on: Option<Day>,
}

impl From<Row> for Organisation {
    fn from(row: Row) -> Self {
        Self {
            id: OrganisationId(row.id),
            code: row.code,
            name: row.name,
            kind: row.kind.0,
            cell_type: row.cell_type.map(|word| word.0),
            parent: row.parent_id.map(OrganisationId),
            from_on: row.from_on.to_jiff(),
            to_on: row.to_on.map(Day::to_jiff),
        }
    }
}

pub(crate) const COLUMNS: &str = "o.id, o.code, o.name, o.kind, o.cell_type, o.parent_id, o.from_on, o.to_on";

/// The organisation with this id.
pub async fn find(tx: &mut Tx, id: OrganisationId) -> Result<Option<Organisation>> {
    let mut found = find_many(tx, &[id]).await?;
    Ok(found.pop())
}

/// Those of `ids` that exist, in no particular order.
pub async fn find_many(tx: &mut Tx, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select ");
            query.push(COLUMNS).push(" from organisations o where o.id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Organisation::from));
    }
    Ok(found)
}

/// The existing organisation with this code.
pub async fn find_by_code(tx: &mut Tx, code: &str) -> Result<Option<Organisation>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from organisations o where o.to_on is null and o.code = ").push_bind(code);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Organisation::from))
}

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    /// As they stood on this day; as they stand if none is named.
    pub on: Option<Date>,
    /// Only this organisation and those below it.
    pub within: Option<OrganisationId>,
    /// Only of this kind.
    pub kind: Option<OrganisationKind>,
    /// Only cells of this type.
    pub cell_type: Option<CellType>,
    /// Only those followed by this member as overseer on this day.
    pub overseen: Option<(MemberId, Date)>,
    /// Only those whose folded name or code begins a word with this text.
    pub words: &'a str,
    /// Continue after the organisation with this code.
    pub after: Option<(&'a str, OrganisationId)>,
}

/// Those that existed on a day, as they stood then.
const ON_A_DAY: &str =
    " from (select c.organisation_id as id, c.code, c.name, c.name_key, c.kind, c.cell_type, c.parent_id, e.from_on, e.to_on
     from organisation_chapters c join organisations e on e.id = c.organisation_id where c.from_on <= ";

/// Organisations in order of code, at most `limit`: those that exist, or existed on the day named.
pub async fn list(tx: &mut Tx, filter: Filter<'_>, limit: u32) -> Result<Vec<Organisation>> {
    let words = names::fold(filter.words);
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        if let Some((within, on)) = filter.within.zip(filter.on) {
            push_within(&mut query, within, on);
        }
        query.push("select ").push(COLUMNS);
        match filter.on {
            None => query.push(" from organisations o"),
            Some(on) => {
                query.push(ON_A_DAY).push_bind(day(on)).push(" and (c.to_on is null or c.to_on > ");
                query.push_bind(day(on)).push(")) o")
            }
        };
        if let Some(within) = filter.within {
            match filter.on {
                Some(_) => query.push(" join within w on w.id = o.id"),
                None => query
                    .push(" join organisation_ancestors a on a.organisation_id = o.id and a.ancestor_id = ")
                    .push_bind(within.0),
            };
        }
        query.push(if filter.on.is_some() { " where o.id is not null" } else { " where o.to_on is null" });
        if let Some(kind) = filter.kind {
            query.push(" and o.kind = ").push_bind(kind.as_str());
        }
        if let Some(cell_type) = filter.cell_type {
            query.push(" and o.cell_type = ").push_bind(cell_type.as_str());
        }
        if !words.is_empty() {
            query.push(" and (o.name_key like ").push_bind(format!("%{words}%"));
            query.push(" or o.code like ").push_bind(format!("%{}%", filter.words.trim()));
            query.push(")");
        }
        if let Some((overseer, on)) = filter.overseen {
            query.push(" and exists (select 1 from offices f where f.organisation_id = o.id and f.office = 'overseer'");
            query.push(" and f.member_id = ").push_bind(overseer.0);
            query.push(" and f.from_on <= ").push_bind(day(on));
            query.push(" and (f.to_on is null or f.to_on > ").push_bind(day(on)).push("))");
        }
        if let Some((code, id)) = filter.after {
            query.push(" and (o.code, o.id) > (").push_bind(code).push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by o.code, o.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// The organisations at the top: those without a parent.
pub async fn roots(tx: &mut Tx) -> Result<Vec<Organisation>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS);
        query.push(
            " from organisations o where o.parent_id is null and o.to_on is null order by o.code, o.id",
        );
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// The existing cells within an organisation that match, each with all above it, in order of code, at most `limit`.
pub async fn cells_with_places(
    tx: &mut Tx,
    filter: Filter<'_>,
    limit: u32,
) -> Result<Vec<(Organisation, Place)>> {
    let cells = list(tx, Filter { kind: Some(OrganisationKind::Cell), ..filter }, limit).await?;
    let ids: Vec<_> = cells.iter().map(|cell| cell.id).collect();
    let mut above: HashMap<OrganisationId, Vec<OrganisationId>> = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select organisation_id, ancestor_id from organisation_ancestors where depth > 0 and organisation_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by organisation_id, depth");
            query.build_query_as().fetch_all(c).await
        })?;
        for (cell, ancestor) in rows {
            above.entry(OrganisationId(cell)).or_default().push(OrganisationId(ancestor));
        }
    }
    let with_place = cells.into_iter().map(|cell| {
        let place = Place { organisation: cell.id, above: above.remove(&cell.id).unwrap_or_default() };
        (cell, place)
    });
    Ok(with_place.collect())
}
