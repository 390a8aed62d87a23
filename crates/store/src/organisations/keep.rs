//! Writing organisations: as they stand now, and the chapter each is in.

use jiff::civil::Date;
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    names,
    organisations::{
        CellType, Organisation,
        history::{Chapter, Outcome},
    },
};
use sqlx::QueryBuilder;

use super::chapters::{end_chapters, insert_chapters, insert_successions};
use crate::{
    WriteTx,
    columns::{day, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
};

/// Adds organisations, each after its parent: the caller orders them so. A code that exists already is an error.
pub async fn insert_many(tx: &mut WriteTx, organisations: &[Organisation]) -> Result<()> {
    insert_present(tx, organisations).await?;
    let chapters: Vec<Chapter> = organisations.iter().map(Chapter::from).collect();
    insert_chapters(tx, &chapters, None).await
}

async fn insert_present(tx: &mut WriteTx, organisations: &[Organisation]) -> Result<()> {
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
    join_ancestors(tx, id, parent).await
}

/// Gives an organisation that was taken out, with all below it, those above another.
async fn join_ancestors(tx: &mut WriteTx, id: OrganisationId, parent: OrganisationId) -> Result<()> {
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

/// Writes name, kind, type and founding date as a register gives them; code and parent stay as they were placed. What stood until
/// `today` otherwise stays as a chapter of its own. `false`: there is none with that id.
pub async fn correct(tx: &mut WriteTx, organisation: &Organisation, today: Date) -> Result<bool> {
    let done = write_present(tx, organisation.id, &organisation.into(), Some(organisation.from_on)).await?;
    run!(
        tx,
        sqlx::query(
            "update organisation_chapters set from_on = $2 where organisation_id = $1 and (to_on is null or to_on > $2)
             and from_on = (select min(c.from_on) from organisation_chapters c where c.organisation_id = $1)"
        )
        .bind(organisation.id.0)
        .bind(day(organisation.from_on))
    )?;
    let ended = run!(
        tx,
        sqlx::query(
            "update organisation_chapters set to_on = $2 where organisation_id = $1 and to_on is null and from_on < $2
             and exists (select 1 from organisations o where o.id = $1 and (o.name <> organisation_chapters.name
               or o.code <> organisation_chapters.code or o.kind <> organisation_chapters.kind
               or o.cell_type is distinct from organisation_chapters.cell_type
               or o.parent_id is distinct from organisation_chapters.parent_id))"
        )
        .bind(organisation.id.0)
        .bind(day(today))
    )?;
    if ended > 0 {
        run!(
            tx,
            sqlx::query(
                "insert into organisation_chapters
                   (organisation_id, from_on, code, name, name_key, kind, cell_type, parent_id)
                 select id, $2, code, name, name_key, kind, cell_type, parent_id from organisations where id = $1"
            )
            .bind(organisation.id.0)
            .bind(day(today))
        )?;
    } else {
        run!(
            tx,
            sqlx::query(
                "update organisation_chapters set (code, name, name_key, kind, cell_type, parent_id) =
                   (select code, name, name_key, kind, cell_type, parent_id from organisations where id = $1)
                 where organisation_id = $1 and to_on is null"
            )
            .bind(organisation.id.0)
        )?;
    }
    Ok(done)
}

/// How an organisation stands now; its place in the tree is not touched.
pub(super) async fn write_present(
    tx: &mut WriteTx,
    id: OrganisationId,
    chapter: &Chapter,
    founded: Option<Date>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update organisations set name = $2, name_key = $3, kind = $4, cell_type = $5, from_on = coalesce($6, from_on)
             where id = $1"
        )
        .bind(id.0)
        .bind(&chapter.name)
        .bind(names::fold(&chapter.name))
        .bind(chapter.kind.as_str())
        .bind(chapter.cell_type.map(CellType::as_str))
        .bind(maybe_day(founded))
    )?;
    Ok(done == 1)
}

/// Writes what a deed changes of organisations: their chapters, and how they stand from now on. One that came to its end keeps its
/// books below what it became, so that who leads that can read them.
pub async fn perform(tx: &mut WriteTx, deed: DeedId, outcome: &Outcome) -> Result<()> {
    let ceased: Vec<OrganisationId> = outcome.ceased().collect();
    end_chapters(tx, &outcome.ended, outcome.on).await?;
    end(tx, &ceased, outcome.on).await?;
    let founded: Vec<Organisation> = outcome.founded().map(Organisation::from).collect();
    insert_present(tx, &founded).await?;
    let turned: Vec<&Chapter> = outcome.turned().collect();
    let before = super::find_many(tx, &outcome.ended).await?;
    let moves = |chapter: &&Chapter| {
        before.iter().any(|one| one.id == chapter.organisation && one.parent != chapter.parent)
    };
    let moving: Vec<&Chapter> = turned.iter().copied().filter(moves).collect();
    for chapter in &moving {
        take_out(tx, chapter.organisation).await?;
    }
    for chapter in &turned {
        write_present(tx, chapter.organisation, chapter, None).await?;
        write_code(tx, chapter).await?;
    }
    for chapter in &moving {
        if let Some(parent) = chapter.parent {
            place_below(tx, chapter.organisation, parent).await?;
        }
    }
    for succession in outcome.successions.iter().filter(|one| ceased.contains(&one.predecessor)) {
        take_out(tx, succession.predecessor).await?;
        join_ancestors(tx, succession.predecessor, succession.successor).await?;
    }
    insert_chapters(tx, &outcome.begun, Some(deed)).await?;
    insert_successions(tx, &outcome.successions, deed).await
}

async fn end(tx: &mut WriteTx, ids: &[OrganisationId], on: Date) -> Result<()> {
    for ids in ids.chunks(500) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new("update organisations set to_on = ");
            query.push_bind(day(on)).push(" where id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

pub(super) async fn write_code(tx: &mut WriteTx, chapter: &Chapter) -> Result<()> {
    run!(
        tx,
        sqlx::query("update organisations set code = $2 where id = $1 and code <> $2")
            .bind(chapter.organisation.0)
            .bind(&chapter.code)
    )?;
    Ok(())
}
