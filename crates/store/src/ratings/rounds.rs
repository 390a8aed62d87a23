//! Rounds of ratings.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, MemberId, OrganisationId, RatingRoundId},
    ratings::Round,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day, maybe_at},
    error::{Error, Result},
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation_id: Uuid,
    year: i64,
    counted_on: Day,
    opened_at: At,
    opened_by: Option<Uuid>,
    closed_at: Option<At>,
    closed_by: Option<Uuid>,
}

pub(super) fn year(column: i64) -> Result<i16> {
    i16::try_from(column).map_err(|_| Error::Unreadable(format!("year {column}")))
}

impl TryFrom<Row> for Round {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: RatingRoundId(row.id),
            organisation: OrganisationId(row.organisation_id),
            year: year(row.year)?,
            counted_on: row.counted_on.to_jiff(),
            opened_at: row.opened_at.0,
            opened_by: row.opened_by.map(AccountId),
            closed_at: row.closed_at.map(|at| at.0),
            closed_by: row.closed_by.map(AccountId),
        })
    }
}

const COLUMNS: &str = "select r.id, r.organisation_id, r.year, r.counted_on, r.opened_at, r.opened_by, r.closed_at, r.closed_by";

/// Adds a round. `false`: that organisation has one of the year, or the same is there.
pub async fn insert_round(tx: &mut WriteTx, round: &Round) -> Result<bool> {
    Ok(insert_rounds(tx, std::slice::from_ref(round)).await? == 1)
}

/// Adds rounds as far as they have come; gives how many were new.
pub async fn insert_rounds(tx: &mut WriteTx, rounds: &[Round]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(rounds) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into rating_rounds (id, organisation_id, year, counted_on, opened_at, opened_by, closed_at, closed_by) ",
            );
            query.push_values(chunk, |mut row, round| {
                row.push_bind(round.id.0)
                    .push_bind(round.organisation.0)
                    .push_bind(i64::from(round.year))
                    .push_bind(day(round.counted_on))
                    .push_bind(At(round.opened_at))
                    .push_bind(round.opened_by.map(|id| id.0))
                    .push_bind(maybe_at(round.closed_at))
                    .push_bind(round.closed_by.map(|id| id.0));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// The round with this id.
pub async fn find_round(tx: &mut Tx, id: RatingRoundId) -> Result<Option<Round>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_rounds r where r.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Round::try_from).transpose()
}

/// The rounds of an organisation and of all below it, the latest year first, then by the organisation's code; of one year if one is
/// named.
pub async fn rounds_within(tx: &mut Tx, within: OrganisationId, year: Option<i16>) -> Result<Vec<Round>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_rounds r join organisations o on o.id = r.organisation_id");
        query.push(" join organisation_ancestors a on a.organisation_id = r.organisation_id");
        query.push(" where a.ancestor_id = ").push_bind(within.0);
        if let Some(year) = year {
            query.push(" and r.year = ").push_bind(i64::from(year));
        }
        query.push(" order by r.year desc, o.code, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Round::try_from).collect()
}

/// The rounds of these organisations themselves, the latest year first; of one year if one is named.
pub async fn rounds_at(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    year: Option<i16>,
) -> Result<Vec<Round>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_rounds r where r.organisation_id in (");
        push_list(&mut query, organisations.iter().map(|id| id.0));
        query.push(")");
        if let Some(year) = year {
            query.push(" and r.year = ").push_bind(i64::from(year));
        }
        query.push(" order by r.year desc, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Round::try_from).collect()
}

/// The rounds that rate a cell or committee organisation, the latest year first.
pub async fn rounds_of_cell(tx: &mut Tx, cell: OrganisationId) -> Result<Vec<Round>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_rounds r join rated_cells x on x.round_id = r.id");
        query.push(" where x.cell_id = ").push_bind(cell.0).push(" order by r.year desc, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Round::try_from).collect()
}

/// The rounds that rate a member, the latest year first.
pub async fn rounds_of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Round>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rating_rounds r join rated_members x on x.round_id = r.id");
        query.push(" where x.member_id = ").push_bind(member.0).push(" order by r.year desc, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Round::try_from).collect()
}

/// The open rounds that rate a member who has not rated themselves and on whom nothing is decided, the earliest year first.
pub async fn waiting_for(tx: &mut Tx, member: MemberId) -> Result<Vec<Round>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" from rated_members x join rating_rounds r on r.id = x.round_id and r.closed_at is null");
        query.push(" where x.member_id = ").push_bind(member.0);
        query.push(" and not exists (select 1 from rating_steps s where s.member_id = x.member_id");
        query.push(" and s.round_id = x.round_id and s.kind in ('self', 'decision')");
        query.push(" and s.replaced_by is null and s.withdrawn_at is null) order by r.year, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Round::try_from).collect()
}

/// Says on which day it was counted anew who is rated.
pub async fn set_counted(tx: &mut WriteTx, id: RatingRoundId, on: Date) -> Result<()> {
    run!(tx, sqlx::query("update rating_rounds set counted_on = $2 where id = $1").bind(id.0).bind(day(on)))?;
    Ok(())
}

/// Closes a round. `false`: it was closed before.
pub async fn close(tx: &mut WriteTx, id: RatingRoundId, at: Instant, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update rating_rounds set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null"
        )
        .bind(id.0)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Opens a closed round again. `false`: it is open.
pub async fn reopen(tx: &mut WriteTx, id: RatingRoundId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update rating_rounds set closed_at = null, closed_by = null where id = $1 and closed_at is not null"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// Takes a round away in which nobody has taken a step. `false`, with nothing changed: somebody has, or there is none.
pub async fn delete_round(tx: &mut WriteTx, id: RatingRoundId) -> Result<bool> {
    if super::has_steps(tx, id).await? {
        return Ok(false);
    }
    run!(tx, sqlx::query("delete from rated_members where round_id = $1").bind(id.0))?;
    run!(tx, sqlx::query("delete from rated_cells where round_id = $1").bind(id.0))?;
    let done = run!(tx, sqlx::query("delete from rating_rounds where id = $1").bind(id.0))?;
    Ok(done == 1)
}
