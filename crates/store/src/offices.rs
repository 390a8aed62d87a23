//! Who holds which office, where, and over which term.

use jiff::civil::Date;
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, MemberId, OfficeId, OrganisationId},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day, maybe_day},
    error::Result,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    organisation_id: Uuid,
    office: Word<Office>,
    member_id: Option<Uuid>,
    account_id: Option<Uuid>,
    from_on: Day,
    to_on: Option<Day>,
    basis: String,
}

impl From<Row> for OfficeTerm {
    fn from(row: Row) -> Self {
        Self {
            id: OfficeId(row.id),
            organisation: OrganisationId(row.organisation_id),
            office: row.office.0,
            member: row.member_id.map(MemberId),
            account: row.account_id.map(AccountId),
            from_on: row.from_on.to_jiff(),
            to_on: row.to_on.map(Day::to_jiff),
            basis: row.basis,
        }
    }
}

/// Adds terms of office.
pub async fn insert_many(
    tx: &mut WriteTx,
    terms: &[OfficeTerm],
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    for chunk in terms.chunks(1000) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into offices (id, organisation_id, office, member_id, account_id, from_on, to_on, basis, recorded_at, recorded_by) ",
            );
            query.push_values(chunk, |mut row, term| {
                row.push_bind(term.id.0)
                    .push_bind(term.organisation.0)
                    .push_bind(term.office.as_str())
                    .push_bind(term.member.map(|id| id.0))
                    .push_bind(term.account.map(|id| id.0))
                    .push_bind(day(term.from_on))
                    .push_bind(maybe_day(term.to_on))
                    .push_bind(&term.basis)
                    .push_bind(At(at))
                    .push_bind(by.map(|id| id.0));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Ends a term. `false`: it had ended before.
pub async fn end(tx: &mut WriteTx, id: OfficeId, on: Date) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update offices set to_on = $2 where id = $1 and to_on is null").bind(id.0).bind(day(on))
    )?;
    Ok(done == 1)
}

/// The term with this id.
pub async fn find(tx: &mut Tx, id: OfficeId) -> Result<Option<OfficeTerm>> {
    let row: Option<Row> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, organisation_id, office, member_id, account_id, from_on, to_on, basis from offices where id = $1"
    )
    .bind(id.0)
    .fetch_optional(c)
    .await
    })?;
    Ok(row.map(OfficeTerm::from))
}

/// The offices an account holds on a day, itself or as the member it belongs to.
pub async fn held_by(tx: &mut Tx, account: AccountId, on: Date) -> Result<Vec<OfficeTerm>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select f.id, f.organisation_id, f.office, f.member_id, f.account_id, f.from_on, f.to_on, f.basis
         from offices f
         where (f.account_id = $1 or f.member_id = (select member_id from accounts where id = $1))
           and f.from_on <= $2 and (f.to_on is null or f.to_on > $2)
         order by f.from_on, f.id"
    )
    .bind(account.0)
    .bind(day(on))
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(OfficeTerm::from).collect())
}

/// Every office a member held or holds, oldest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<OfficeTerm>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select id, organisation_id, office, member_id, account_id, from_on, to_on, basis from offices
         where member_id = $1 order by from_on, id"
    )
    .bind(member.0)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().map(OfficeTerm::from).collect())
}

/// Who holds an office in an organisation on a day, with the holder's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The term.
    pub term: OfficeTerm,
    /// The member's or the account's name.
    pub name: String,
}

#[derive(sqlx::FromRow)]
struct HolderRow {
    #[sqlx(flatten)]
    term: Row,
    holder_name: String,
}

/// The offices held on a day in an organisation itself (not below it).
pub async fn holders(tx: &mut Tx, organisation: OrganisationId, on: Date) -> Result<Vec<Holder>> {
    holders_where(tx, "f.organisation_id = ", organisation, on).await
}

/// The offices held on a day in an organisation and all below it.
pub async fn holders_within(tx: &mut Tx, organisation: OrganisationId, on: Date) -> Result<Vec<Holder>> {
    let within =
        "f.organisation_id in (select organisation_id from organisation_ancestors where ancestor_id = ";
    holders_where(tx, within, organisation, on).await
}

async fn holders_where(
    tx: &mut Tx,
    within: &'static str,
    organisation: OrganisationId,
    on: Date,
) -> Result<Vec<Holder>> {
    let rows: Vec<HolderRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select f.id, f.organisation_id, f.office, f.member_id, f.account_id, f.from_on, f.to_on, f.basis,
             coalesce(m.full_name, a.name, '') as holder_name
             from offices f left join members m on m.id = f.member_id left join accounts a on a.id = f.account_id where ",
        );
        query.push(within).push_bind(organisation.0);
        if within.contains('(') {
            query.push(")");
        }
        query.push(" and f.from_on <= ").push_bind(day(on));
        query.push(" and (f.to_on is null or f.to_on > ").push_bind(day(on));
        query.push(") order by f.organisation_id, f.office, f.from_on, f.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|row| Holder { term: row.term.into(), name: row.holder_name }).collect())
}
