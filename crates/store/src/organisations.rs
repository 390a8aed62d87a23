//! Organisations and the tree they stand in.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    names,
    organisations::{CellType, Organisation, OrganisationKind, Place},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, Word, day, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
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

/// Existing organisations in order of code, at most `limit`.
pub async fn list(tx: &mut Tx, filter: Filter<'_>, limit: u32) -> Result<Vec<Organisation>> {
    let words = names::fold(filter.words);
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from organisations o");
        if let Some(within) = filter.within {
            query
                .push(" join organisation_ancestors a on a.organisation_id = o.id and a.ancestor_id = ")
                .push_bind(within.0);
        }
        query.push(" where o.to_on is null");
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

/// The organisation with all above it, nearest first.
pub async fn place(tx: &mut Tx, id: OrganisationId) -> Result<Option<Place>> {
    let above: Vec<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select ancestor_id from organisation_ancestors where organisation_id = $1 order by depth, ancestor_id"
    )
    .bind(id.0)
    .fetch_all(c)
    .await
    })?;
    let mut above = above.into_iter().map(|(id,)| OrganisationId(id));
    Ok(above.next().map(|organisation| Place { organisation, above: above.collect() }))
}

/// Those of `ids` that exist, each with all above it, in no particular order.
pub async fn places(tx: &mut Tx, ids: &[OrganisationId]) -> Result<Vec<Place>> {
    let mut found: Vec<Place> = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select organisation_id, ancestor_id from organisation_ancestors where organisation_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by organisation_id, depth, ancestor_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (organisation, above) in rows {
            match found.last_mut().filter(|place| place.organisation.0 == organisation) {
                Some(place) => place.above.push(OrganisationId(above)),
                None => found.push(Place { organisation: OrganisationId(organisation), above: Vec::new() }),
            }
        }
    }
    Ok(found)
}

/// Adds organisations, each after its parent: the caller orders them so. A code that exists already is an error.
pub async fn insert_many(tx: &mut WriteTx, organisations: &[Organisation]) -> Result<()> {
    for chunk in in_pieces(organisations) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into organisations (id, code, name, name_key, kind, cell_type, parent_id, from_on, to_on) ",
            );
            query.push_values(chunk, |mut row, organisation| {
                row.push_bind(organisation.id.0)
                    .push_bind(&organisation.code)
                    .push_bind(&organisation.name)
                    .push_bind(names::fold(&organisation.name))
                    .push_bind(organisation.kind.as_str())
                    .push_bind(organisation.cell_type.map(CellType::as_str))
                    .push_bind(organisation.parent.map(|id| id.0))
                    .push_bind(day(organisation.from_on))
                    .push_bind(maybe_day(organisation.to_on));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
        for organisation in chunk {
            insert_ancestors(tx, organisation.id, organisation.parent).await?;
        }
    }
    Ok(())
}

async fn insert_ancestors(
    tx: &mut WriteTx,
    id: OrganisationId,
    parent: Option<OrganisationId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into organisation_ancestors (organisation_id, ancestor_id, depth)
         select $1, ancestor_id, depth + 1 from organisation_ancestors where organisation_id = $2"
        )
        .bind(id.0)
        .bind(parent.map(|parent| parent.0))
    )?;
    run!(
        tx,
        sqlx::query(
            "insert into organisation_ancestors (organisation_id, ancestor_id, depth) values ($1, $1, 0)"
        )
        .bind(id.0)
    )?;
    Ok(())
}

/// Writes name, kind, type and founding date anew; code and parent stay. `false`: there is none with that id.
pub async fn update(tx: &mut WriteTx, organisation: &Organisation) -> Result<bool> {
    let done = run!(tx, sqlx::query(
        "update organisations set name = $2, name_key = $3, kind = $4, cell_type = $5, from_on = $6 where id = $1"
    )
    .bind(organisation.id.0)
    .bind(&organisation.name)
    .bind(names::fold(&organisation.name))
    .bind(organisation.kind.as_str())
    .bind(organisation.cell_type.map(CellType::as_str))
    .bind(day(organisation.from_on)))?;
    Ok(done == 1)
}

/// Takes an organisation, with all below it, out from under those above it; [`place_below`] puts it under another. Where
/// several move at once, all are taken out before the first is placed, so that none passes through a circle.
pub async fn take_out(tx: &mut WriteTx, id: OrganisationId) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "delete from organisation_ancestors
             where organisation_id in (select organisation_id from organisation_ancestors where ancestor_id = $1)
             and ancestor_id in (select ancestor_id from organisation_ancestors where organisation_id = $1 and depth > 0)"
        )
        .bind(id.0)
    )?;
    Ok(())
}

/// Puts an organisation that was taken out, with all below it, under another.
pub async fn place_below(tx: &mut WriteTx, id: OrganisationId, parent: OrganisationId) -> Result<()> {
    run!(tx, sqlx::query("update organisations set parent_id = $2 where id = $1").bind(id.0).bind(parent.0))?;
    run!(
        tx,
        sqlx::query(
            "insert into organisation_ancestors (organisation_id, ancestor_id, depth)
             select below.organisation_id, above.ancestor_id, below.depth + above.depth + 1
             from organisation_ancestors below cross join organisation_ancestors above
             where below.ancestor_id = $1 and above.organisation_id = $2"
        )
        .bind(id.0)
        .bind(parent.0)
    )?;
    Ok(())
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
