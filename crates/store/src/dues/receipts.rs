//! Receipts: dues paid, in the cell or elsewhere, for one month or several.

use jiff::civil::Date;
use nennep_domain::{
    dues::{PaymentWay, Receipt},
    ids::{AccountId, MemberId, OrganisationId, ReceiptId},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day, month},
    error::Result,
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    cell_id: Uuid,
    member_id: Uuid,
    number: Option<i64>,
    paid_on: Day,
    way: Word<PaymentWay>,
    note: String,
    recorded_at: At,
    withdrawn_at: Option<At>,
}

const COLUMNS: &str =
    "select r.id, r.cell_id, r.member_id, r.number, r.paid_on, r.way, r.note, r.recorded_at, r.withdrawn_at
     from dues_receipts r";

/// Adds a receipt. `false`: one of that id, or of that number in the cell's year, is there.
pub async fn insert_receipt(tx: &mut WriteTx, receipt: &Receipt, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into dues_receipts (id, cell_id, member_id, year, number, paid_on, way, note, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing"
        )
        .bind(receipt.id.0)
        .bind(receipt.cell.0)
        .bind(receipt.member.0)
        .bind(i64::from(receipt.paid_on.year()))
        .bind(receipt.number.map(i64::from))
        .bind(day(receipt.paid_on))
        .bind(receipt.way.as_str())
        .bind(&receipt.note)
        .bind(At(receipt.recorded_at))
        .bind(by.map(|id| id.0))
    )?;
    if done == 0 {
        return Ok(false);
    }
    insert_payments(tx, std::slice::from_ref(receipt)).await?;
    Ok(true)
}

/// Adds many receipts, each new.
pub async fn insert_receipts(tx: &mut WriteTx, receipts: &[Receipt]) -> Result<()> {
    for piece in in_pieces(receipts) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into dues_receipts (id, cell_id, member_id, year, number, paid_on, way, note, recorded_at) ",
            );
            query.push_values(piece, |mut row, one| {
                row.push_bind(one.id.0).push_bind(one.cell.0).push_bind(one.member.0);
                row.push_bind(i64::from(one.paid_on.year())).push_bind(one.number.map(i64::from));
                row.push_bind(day(one.paid_on)).push_bind(one.way.as_str()).push_bind(&one.note);
                row.push_bind(At(one.recorded_at));
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    insert_payments(tx, receipts).await
}

async fn insert_payments(tx: &mut WriteTx, receipts: &[Receipt]) -> Result<()> {
    let parts: Vec<_> = receipts
        .iter()
        .flat_map(|one| one.months.iter().map(move |(month, dong)| (one.id, one.member, *month, *dong)))
        .collect();
    for piece in in_pieces(&parts) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into dues_payments (receipt_id, member_id, month, dong) ");
            query.push_values(piece, |mut row, (receipt, member, month, dong)| {
                row.push_bind(receipt.0).push_bind(member.0);
                row.push_bind(i64::from(month.index())).push_bind(*dong);
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// The number the next receipt of a cell's year takes: one more than the greatest, those struck out counted.
pub async fn next_number(tx: &mut WriteTx, cell: OrganisationId, year: i16) -> Result<u32> {
    let greatest: Option<i64> = on_both!(tx, |c| {
        sqlx::query_scalar("select max(number) from dues_receipts where cell_id = $1 and year = $2")
            .bind(cell.0)
            .bind(i64::from(year))
            .fetch_one(c)
            .await
    })?;
    Ok(count(greatest.unwrap_or_default())? + 1)
}

/// The receipt with this id.
pub async fn find_receipt(tx: &mut Tx, id: ReceiptId) -> Result<Option<Receipt>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where r.id = ").push_bind(id.0);
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(with_months(tx, rows).await?.pop())
}

/// A cell's receipts of a span of days, both included, by number.
pub async fn receipts_of_cell(tx: &mut Tx, cell: OrganisationId, days: (Date, Date)) -> Result<Vec<Receipt>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where r.cell_id = ").push_bind(cell.0);
        query.push(" and r.paid_on between ").push_bind(day(days.0)).push(" and ").push_bind(day(days.1));
        query.push(" order by r.paid_on, coalesce(r.number, 0), r.id");
        query.build_query_as().fetch_all(c).await
    })?;
    with_months(tx, rows).await
}

/// A member's receipts in every cell, the latest first.
pub async fn receipts_of_member(tx: &mut Tx, member: MemberId, limit: u32) -> Result<Vec<Receipt>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where r.member_id = ").push_bind(member.0);
        query.push(" order by r.paid_on desc, r.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    with_months(tx, rows).await
}

async fn with_months(tx: &mut Tx, rows: Vec<Row>) -> Result<Vec<Receipt>> {
    let parts: Vec<(Uuid, i64, i64)> = on_both!(tx, |c| {
        let mut query =
            QueryBuilder::new("select receipt_id, month, dong from dues_payments where receipt_id in (");
        push_list(&mut query, rows.iter().map(|row| row.id));
        query.push(") order by receipt_id, month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|row| {
            let of_row = parts.iter().filter(|part| part.0 == row.id);
            let months: Result<Vec<_>> = of_row.map(|part| Ok((month(part.1)?, part.2))).collect();
            Ok(Receipt {
                id: ReceiptId(row.id),
                cell: OrganisationId(row.cell_id),
                member: MemberId(row.member_id),
                number: row.number.map(count).transpose()?,
                paid_on: row.paid_on.to_jiff(),
                way: row.way.0,
                note: row.note,
                months: months?,
                recorded_at: row.recorded_at.0,
                withdrawn_at: row.withdrawn_at.map(|at| at.0),
            })
        })
        .collect()
}

/// Strikes a receipt out that was entered since a moment; it keeps its number. `false`: there is none so young that stands.
pub async fn withdraw_receipt(
    tx: &mut WriteTx,
    id: ReceiptId,
    since: Instant,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update dues_receipts set withdrawn_at = $3, withdrawn_by = $4
             where id = $1 and withdrawn_at is null and recorded_at >= $2"
        )
        .bind(id.0)
        .bind(At(since))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// What these members paid for each month of a span, both included, in whichever cell: (member, month, đồng).
pub async fn paid(
    tx: &mut Tx,
    members: &[MemberId],
    months: (Month, Month),
) -> Result<Vec<(MemberId, Month, i64)>> {
    let rows: Vec<(Uuid, i64, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select p.member_id, p.month, cast(sum(p.dong) as bigint) from dues_payments p
             join dues_receipts r on r.id = p.receipt_id and r.withdrawn_at is null where p.month between ",
        );
        query.push_bind(i64::from(months.0.index())).push(" and ").push_bind(i64::from(months.1.index()));
        query.push(" and p.member_id in (");
        push_list(&mut query, members.iter().map(|id| id.0));
        query.push(") group by p.member_id, p.month order by p.member_id, p.month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(member, of, dong)| Ok((MemberId(member), month(of)?, dong))).collect()
}

/// What reached a cell on the days of a span, both included, in đồng.
pub async fn collected(tx: &mut Tx, cell: OrganisationId, days: (Date, Date)) -> Result<i64> {
    Ok(on_both!(tx, |c| {
        sqlx::query_scalar(
            "select cast(coalesce(sum(p.dong), 0) as bigint) from dues_receipts r
             join dues_payments p on p.receipt_id = r.id
             where r.cell_id = $1 and r.withdrawn_at is null and r.way <> 'elsewhere' and r.paid_on between $2 and $3",
        )
        .bind(cell.0)
        .bind(day(days.0))
        .bind(day(days.1))
        .fetch_one(c)
        .await
    })?)
}

/// Whoever a cell entered payments of for months of a span, both included.
pub async fn payers_of_months(
    tx: &mut Tx,
    cell: OrganisationId,
    months: (Month, Month),
) -> Result<Vec<MemberId>> {
    let ids: Vec<Uuid> = on_both!(tx, |c| {
        sqlx::query_scalar(
            "select distinct p.member_id from dues_payments p join dues_receipts r on r.id = p.receipt_id
             where r.cell_id = $1 and r.withdrawn_at is null and p.month between $2 and $3 order by p.member_id",
        )
        .bind(cell.0)
        .bind(i64::from(months.0.index()))
        .bind(i64::from(months.1.index()))
        .fetch_all(c)
        .await
    })?;
    Ok(ids.into_iter().map(MemberId).collect())
}
