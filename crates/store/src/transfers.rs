//! Official transfers: introduced by one cell, received by the other, withdrawn.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::{AccountId, DeedId, MemberId, OrganisationId, TransferId},
    members::life::{Destination, Transfer},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day},
    error::Result,
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    member_id: Uuid,
    from_cell_id: Uuid,
    to_cell_id: Option<Uuid>,
    to_place: String,
    decision_number: String,
    decided_on: Day,
    decided_by: String,
    introduced_on: Day,
    received_on: Option<Day>,
    withdrawn_on: Option<Day>,
}

impl From<Row> for Transfer {
    fn from(row: Row) -> Self {
        Self {
            id: TransferId(row.id),
            member: MemberId(row.member_id),
            from: OrganisationId(row.from_cell_id),
            to: row
                .to_cell_id
                .map_or(Destination::Outside(row.to_place), |id| Destination::Cell(OrganisationId(id))),
            decision: Decision {
                number: row.decision_number,
                on: row.decided_on.to_jiff(),
                by: row.decided_by,
            },
            introduced_on: row.introduced_on.to_jiff(),
            received_on: row.received_on.map(Day::to_jiff),
            withdrawn_on: row.withdrawn_on.map(Day::to_jiff),
        }
    }
}

const COLUMNS: &str =
    "select t.id, t.member_id, t.from_cell_id, t.to_cell_id, t.to_place, t.decision_number, t.decided_on,
     t.decided_by, t.introduced_on, t.received_on, t.withdrawn_on from transfers t";

/// Adds a transfer. `false`: the same one is there, or another of the member is on its way.
pub async fn insert(
    tx: &mut WriteTx,
    transfer: &Transfer,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let (to, place) = match &transfer.to {
        Destination::Cell(id) => (Some(id.0), ""),
        Destination::Outside(place) => (None, place.as_str()),
    };
    let done = run!(
        tx,
        sqlx::query(
            "insert into transfers (id, member_id, from_cell_id, to_cell_id, to_place, decision_number, decided_on,
             decided_by, introduced_on, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict do nothing"
        )
        .bind(transfer.id.0)
        .bind(transfer.member.0)
        .bind(transfer.from.0)
        .bind(to)
        .bind(place)
        .bind(&transfer.decision.number)
        .bind(day(transfer.decision.on))
        .bind(&transfer.decision.by)
        .bind(day(transfer.introduced_on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The transfer with this id.
pub async fn find(tx: &mut Tx, id: TransferId) -> Result<Option<Transfer>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where t.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Transfer::from))
}

/// All transfers of a member, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Transfer>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where t.member_id = ").push_bind(member.0);
        query.push(" order by t.introduced_on desc, t.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Transfer::from).collect())
}

/// The transfers on their way out of or into cells within these organisations, the longest on their way first.
pub async fn open_within(tx: &mut Tx, within: &[OrganisationId]) -> Result<Vec<Transfer>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where t.received_on is null and t.withdrawn_on is null");
        query.push(" and exists (select 1 from organisation_ancestors a");
        query.push(" where (a.organisation_id = t.from_cell_id or a.organisation_id = t.to_cell_id)");
        query.push(" and a.ancestor_id in (");
        push_list(&mut query, within.iter().map(|id| id.0));
        query.push(")) order by t.introduced_on, t.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Transfer::from).collect())
}

/// Says that the other received, and by which deed the member moved. `false`: it is not on its way.
pub async fn receive(tx: &mut WriteTx, id: TransferId, on: Date, deed: DeedId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update transfers set received_on = $2, deed_id = $3
             where id = $1 and received_on is null and withdrawn_on is null"
        )
        .bind(id.0)
        .bind(day(on))
        .bind(deed.0)
    )?;
    Ok(done == 1)
}

/// Withdraws a transfer. `false`: it is not on its way.
pub async fn withdraw(tx: &mut WriteTx, id: TransferId, on: Date) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update transfers set withdrawn_on = $2 where id = $1 and received_on is null and withdrawn_on is null"
        )
        .bind(id.0)
        .bind(day(on))
    )?;
    Ok(done == 1)
}

/// Withdraws a member's transfer on its way, unless it is this one: the member moved or left otherwise.
pub async fn withdraw_others(
    tx: &mut WriteTx,
    member: MemberId,
    received: Option<TransferId>,
    on: Date,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update transfers set withdrawn_on = $3 where member_id = $1 and received_on is null and withdrawn_on is null
             and id is distinct from $2"
        )
        .bind(member.0)
        .bind(received.map(|id| id.0))
        .bind(day(on))
    )?;
    Ok(())
}

/// Puts transfers on their way again whose deed was taken back.
pub async fn reopen(tx: &mut WriteTx, deed: DeedId) -> Result<()> {
    run!(
        tx,
        sqlx::query("update transfers set received_on = null, deed_id = null where deed_id = $1")
            .bind(deed.0)
    )?;
    Ok(())
}
