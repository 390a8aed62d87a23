//! What cells sent up of their dues, and what the committee received.

use jiff::civil::Date;
use nennep_domain::{
    dues::Remittance,
    ids::{AccountId, OrganisationId, RemittanceId},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day, month},
    error::Result,
};

#[derive(sqlx::FromRow)]
pub(super) struct RemittanceRow {
    id: Uuid,
    cell_id: Uuid,
    month: i64,
    dong: i64,
    sent_on: Day,
    note: String,
    received_dong: Option<i64>,
    received_on: Option<Day>,
}

pub(super) fn remittance(row: RemittanceRow) -> Result<Remittance> {
    Ok(Remittance {
        id: RemittanceId(row.id),
        cell: OrganisationId(row.cell_id),
        month: month(row.month)?,
        dong: row.dong,
        sent_on: row.sent_on.to_jiff(),
        note: row.note,
        received: row.received_dong.zip(row.received_on.map(Day::to_jiff)),
    })
}

pub(super) const REMITTANCE: &str = "select r.id, r.cell_id, r.month, r.dong, r.sent_on, r.note, r.received_dong, r.received_on from dues_remittances r";

/// Adds what a cell sent. `false`: it is there.
pub async fn insert_remittance(
    tx: &mut WriteTx,
    one: &Remittance,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into dues_remittances (id, cell_id, month, dong, sent_on, note, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.cell.0)
        .bind(i64::from(one.month.index()))
        .bind(one.dong)
        .bind(day(one.sent_on))
        .bind(&one.note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// What a cell sent, by id, unless it was withdrawn.
pub async fn find_remittance(tx: &mut Tx, id: RemittanceId) -> Result<Option<Remittance>> {
    let row: Option<RemittanceRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(REMITTANCE);
        query.push(" where r.withdrawn_at is null and r.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(remittance).transpose()
}

/// What a cell sent of the dues of a month, by day.
pub async fn remittances(tx: &mut Tx, cell: OrganisationId, of: Month) -> Result<Vec<Remittance>> {
    let rows: Vec<RemittanceRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(REMITTANCE);
        query.push(" where r.withdrawn_at is null and r.cell_id = ").push_bind(cell.0);
        query.push(" and r.month = ").push_bind(i64::from(of.index())).push(" order by r.sent_on, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(remittance).collect()
}

/// Notes what the committee received, and when. `false`: it has said so already, or it was withdrawn.
pub async fn receive(
    tx: &mut WriteTx,
    id: RemittanceId,
    received: (i64, Date),
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update dues_remittances set received_dong = $2, received_on = $3, received_at = $4, received_by = $5
             where id = $1 and received_dong is null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(received.0)
        .bind(day(received.1))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes back that it was received, if that was noted since a moment. `false`: nothing so young is there.
pub async fn take_reception_back(tx: &mut WriteTx, id: RemittanceId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update dues_remittances set received_dong = null, received_on = null, received_at = null, received_by = null
             where id = $1 and received_at >= $2"
        )
        .bind(id.0)
        .bind(At(since))
    )?;
    Ok(done == 1)
}

/// Withdraws what was entered as sent. `false`: it was received, or withdrawn.
pub async fn withdraw_remittance(tx: &mut WriteTx, id: RemittanceId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update dues_remittances set withdrawn_at = $2 where id = $1 and withdrawn_at is null and received_dong is null"
        )
        .bind(id.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}
