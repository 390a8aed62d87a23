//! Members' files that were lent out, and their coming back.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, LoanId, MemberId, OrganisationId},
    members::loan::Loan,
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
    cell_id: Uuid,
    borrower: String,
    reason: String,
    lent_on: Day,
    due_on: Day,
    returned_on: Option<Day>,
}

impl From<Row> for Loan {
    fn from(row: Row) -> Self {
        Self {
            id: LoanId(row.id),
            member: MemberId(row.member_id),
            cell: OrganisationId(row.cell_id),
            borrower: row.borrower,
            reason: row.reason,
            lent_on: row.lent_on.to_jiff(),
            due_on: row.due_on.to_jiff(),
            returned_on: row.returned_on.map(Day::to_jiff),
        }
    }
}

const COLUMNS: &str = "select l.id, l.member_id, l.cell_id, l.borrower, l.reason, l.lent_on, l.due_on, l.returned_on from file_loans l";

/// Enters a lending. `false`: it is there, or the file is out.
pub async fn insert(tx: &mut WriteTx, one: &Loan, at: Instant, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into file_loans (id, member_id, cell_id, borrower, reason, lent_on, due_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.member.0)
        .bind(one.cell.0)
        .bind(&one.borrower)
        .bind(&one.reason)
        .bind(day(one.lent_on))
        .bind(day(one.due_on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The lending with this id.
pub async fn find(tx: &mut Tx, id: LoanId) -> Result<Option<Loan>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where l.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Loan::from))
}

/// How often a member's file was lent, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Loan>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where l.member_id = ").push_bind(member.0).push(" order by l.lent_on desc, l.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Loan::from).collect())
}

/// What a cell, or every cell below an organisation, lent up to a day, the earliest first.
pub async fn lent_within(tx: &mut Tx, within: OrganisationId, until: Date) -> Result<Vec<Loan>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where l.cell_id in (select a.organisation_id from organisation_ancestors a where a.ancestor_id = ");
        query
            .push_bind(within.0)
            .push(") and l.lent_on <= ")
            .push_bind(day(until))
            .push(" order by l.lent_on, l.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Loan::from).collect())
}

/// What of these cells' files is out, the longest first.
pub async fn open_of(tx: &mut Tx, cells: &[OrganisationId]) -> Result<Vec<Loan>> {
    let mut found = Vec::new();
    for cells in cells.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(COLUMNS);
            query.push(" where l.returned_on is null and l.cell_id in (");
            push_list(&mut query, cells.iter().map(|id| id.0));
            query.push(") order by l.lent_on, l.id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Loan::from));
    }
    Ok(found)
}

/// Notes that a file came back, or with `None` that it did not. `false`: it was so before.
pub async fn give_back(tx: &mut WriteTx, id: LoanId, on: Option<Date>) -> Result<bool> {
    let sql = if on.is_some() {
        "update file_loans set returned_on = $2 where id = $1 and returned_on is null"
    } else {
        "update file_loans set returned_on = $2 where id = $1 and returned_on is not null
         and not exists (select 1 from file_loans o where o.member_id = file_loans.member_id and o.returned_on is null)"
    };
    let done = run!(tx, sqlx::query(sql).bind(id.0).bind(on.map(day)))?;
    Ok(done == 1)
}

/// Removes a lending entered by mistake since a moment. `false`: there is none so young.
pub async fn delete(tx: &mut WriteTx, id: LoanId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from file_loans where id = $1 and recorded_at >= $2").bind(id.0).bind(At(since))
    )?;
    Ok(done == 1)
}
