//! Dues of all cells within an organisation at once.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nennep_domain::{
    dues::{ClosedMonth, Remittance},
    ids::{MemberId, OrganisationId},
    rules::Hundredths,
    time::Month,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx,
    columns::{At, count, day, month},
    dues::remittances::{REMITTANCE, RemittanceRow, remittance},
    error::Result,
    organisations::push_within,
};

/// What one cell's book says of a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellSums {
    /// What reached the cell in the month so far, in đồng.
    pub collected: i64,
    /// How many members paid something for the month.
    pub payers: u32,
    /// How many of the members who owed something in the month, once closed, paid nothing and had no good reason.
    pub unpaid: u32,
}

/// What the books of the cells within an organisation say of a month; a cell whose book says nothing is left out.
pub async fn sums_within(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
    of: Month,
) -> Result<BTreeMap<OrganisationId, CellSums>> {
    let index = i64::from(of.index());
    let mut sums: BTreeMap<OrganisationId, CellSums> = BTreeMap::new();
    let collected: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select r.cell_id, cast(sum(p.dong) as bigint) from dues_receipts r join within w on w.id = r.cell_id");
        query.push(" join dues_payments p on p.receipt_id = r.id");
        query.push(" where r.withdrawn_at is null and r.way <> 'elsewhere' and r.paid_on between ");
        query.push_bind(day(of.first_day())).push(" and ").push_bind(day(of.last_day()));
        query.push(" group by r.cell_id order by r.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    for (cell, dong) in collected {
        sums.entry(OrganisationId(cell)).or_default().collected = dong;
    }
    let payers: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select r.cell_id, count(distinct p.member_id) from dues_payments p");
        query.push(" join dues_receipts r on r.id = p.receipt_id and r.withdrawn_at is null");
        query.push(" join within w on w.id = r.cell_id where p.month = ").push_bind(index);
        query.push(" group by r.cell_id order by r.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    for (cell, members) in payers {
        sums.entry(OrganisationId(cell)).or_default().payers = count(members)?;
    }
    let unpaid: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push(
            "select l.cell_id, count(*) from dues_lines l join within w on w.id = l.cell_id where l.month = ",
        );
        query.push_bind(index).push(UNPAID).push(" group by l.cell_id order by l.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    for (cell, members) in unpaid {
        sums.entry(OrganisationId(cell)).or_default().unpaid = count(members)?;
    }
    Ok(sums)
}

/// The cells within an organisation that closed a month, each with what it said then.
pub async fn closed_within(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
    of: Month,
) -> Result<Vec<ClosedMonth>> {
    let rows: Vec<(Uuid, i64, i64, At)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select d.cell_id, d.collected_dong, d.share_percent, d.closed_at from dues_months d");
        query.push(" join within w on w.id = d.cell_id where d.month = ").push_bind(i64::from(of.index()));
        query.push(" order by d.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    let closed = rows.into_iter().map(|(cell, collected, share, at)| ClosedMonth {
        cell: OrganisationId(cell),
        month: of,
        closed_at: at.0,
        collected,
        share: Hundredths::new(share),
    });
    Ok(closed.collect())
}

/// What the cells within an organisation sent of the dues of a month, by cell and day.
pub async fn remittances_within(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
    of: Month,
) -> Result<Vec<Remittance>> {
    let rows: Vec<RemittanceRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query
            .push(REMITTANCE)
            .push(" join within w on w.id = r.cell_id where r.withdrawn_at is null and r.month = ");
        query.push_bind(i64::from(of.index())).push(" order by r.cell_id, r.sent_on, r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(remittance).collect()
}

/// Of `l`, a line of a closed month: something was owed, nothing was paid, and there was no good reason.
const UNPAID: &str = " and l.owed_dong > 0
     and not exists (select 1 from dues_excuses e where e.member_id = l.member_id and e.month = l.month)
     and not exists (select 1 from dues_payments p join dues_receipts r on r.id = p.receipt_id and r.withdrawn_at is null
       where p.member_id = l.member_id and p.month = l.month)";

/// The months from one to another, both included, that count as unpaid, of whoever belongs to a cell within an organisation on
/// a day; also months in a cell the member has left since.
pub async fn unpaid_within(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
    months: (Month, Month),
) -> Result<Vec<(MemberId, Month)>> {
    let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select distinct l.member_id, l.month from dues_lines l");
        query.push(" join standings s on s.member_id = l.member_id join within w on w.id = s.cell_id");
        query.push(" where s.state in ('active', 'exempt', 'away', 'suspended') and s.from_on <= ");
        query.push_bind(day(on)).push(" and (s.to_on is null or s.to_on > ").push_bind(day(on));
        query.push(") and l.month between ").push_bind(i64::from(months.0.index()));
        query.push(" and ").push_bind(i64::from(months.1.index())).push(UNPAID);
        query.push(" order by l.member_id, l.month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(member, index)| Ok((MemberId(member), month(index)?))).collect()
}
