//! Terms of organisations: from the closing of one congress to the closing of the next.

use jiff::civil::Date;
use nennep_domain::ids::OrganisationId;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{Day, day, maybe_day},
    error::Result,
    pieces::in_pieces,
};

/// A term of an organisation: numbers of papers run on through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: Uuid,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name, e.g. `2025-2030`.
    pub name: String,
    /// The first day.
    pub from_on: Date,
    /// The first day of the next.
    pub to_on: Option<Date>,
}

/// Begins terms.
pub async fn insert_terms(tx: &mut WriteTx, terms: &[Term]) -> Result<()> {
    for chunk in in_pieces(terms) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into terms (id, organisation_id, name, from_on, to_on) ");
            query.push_values(chunk, |mut row, term| {
                row.push_bind(term.id)
                    .push_bind(term.organisation.0)
                    .push_bind(&term.name)
                    .push_bind(day(term.from_on))
                    .push_bind(maybe_day(term.to_on));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// The term of an organisation that holds on a day.
pub async fn term_on(tx: &mut Tx, organisation: OrganisationId, on: Date) -> Result<Option<Term>> {
    let row: Option<(Uuid, String, Day, Option<Day>)> = on_both!(tx, |c| sqlx::query_as(
        "select id, name, from_on, to_on from terms where organisation_id = $1 and from_on <= $2
         and (to_on is null or to_on > $2) order by from_on desc, id desc limit 1"
    )
    .bind(organisation.0)
    .bind(day(on))
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(id, name, from, to)| Term {
        id,
        organisation,
        name,
        from_on: from.to_jiff(),
        to_on: to.map(Day::to_jiff),
    }))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    from_on: Day,
    to_on: Option<Day>,
}

/// All terms of an organisation, earliest first.
pub async fn terms(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Term>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select id, name, from_on, to_on from terms where organisation_id = $1 order by from_on, id"
    )
    .bind(organisation.0)
    .fetch_all(c)
    .await)?;
    let terms = rows.into_iter().map(|row| Term {
        id: row.id,
        organisation,
        name: row.name,
        from_on: row.from_on.to_jiff(),
        to_on: row.to_on.map(Day::to_jiff),
    });
    Ok(terms.collect())
}

/// Waits until no other writer begins a term of the organisation; until this transaction ends, no other will.
pub async fn begin_turn(tx: &mut WriteTx, organisation: OrganisationId) -> Result<()> {
    run!(tx, sqlx::query("update organisations set code = code where id = $1").bind(organisation.0))?;
    Ok(())
}

/// Ends a term on the first day of the next, or with `None` lets it run on.
pub async fn end_term(tx: &mut WriteTx, id: Uuid, to_on: Option<Date>) -> Result<()> {
    run!(tx, sqlx::query("update terms set to_on = $2 where id = $1").bind(id).bind(maybe_day(to_on)))?;
    Ok(())
}

/// Takes a term back in which no paper has a number. `false`: there is none, or papers are numbered in it.
pub async fn delete_term(tx: &mut WriteTx, id: Uuid) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from terms where id = $1 and not exists (select 1 from issues where term_id = $1)"
        )
        .bind(id)
    )?;
    Ok(done == 1)
}
