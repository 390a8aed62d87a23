//! Who holds which office, where, and over which term.

use jiff::civil::Date;
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, DeedId, MemberId, OfficeId, OrganisationId},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day, maybe_day},
    error::Result,
    pieces::{in_pieces, push_list},
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
    for chunk in in_pieces(terms) {
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

/// Ends every term in organisations that come to their end by a deed, those too that were to end later; gives how many. One that would begin later never
/// begins.
pub async fn end_all(
    tx: &mut WriteTx,
    organisations: &[OrganisationId],
    on: Date,
    deed: DeedId,
) -> Result<u64> {
    let mut ended = 0;
    for ids in organisations.chunks(500) {
        ended += on_both!(tx, |c| {
            let mut query = QueryBuilder::new("update offices set before_to_on = to_on, ended_deed_id = ");
            query.push_bind(deed.0).push(", to_on = case when from_on > ").push_bind(day(on));
            query.push(" then from_on else ").push_bind(day(on));
            query.push(" end where (to_on is null or to_on > ").push_bind(day(on));
            query.push(") and organisation_id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(ended)
}

/// Ends every term a member holds by a deed, those too that were to end later, or only those in one organisation; gives how many.
pub async fn end_of_member(
    tx: &mut WriteTx,
    member: MemberId,
    only_in: Option<OrganisationId>,
    on: Date,
    deed: DeedId,
) -> Result<u64> {
    Ok(run!(
        tx,
        sqlx::query(
            "update offices set before_to_on = to_on, ended_deed_id = $4,
               to_on = case when from_on > $3 then from_on else $3 end
             where (to_on is null or to_on > $3) and member_id = $1 and ($2 is null or organisation_id = $2)"
        )
        .bind(member.0)
        .bind(only_in.map(|id| id.0))
        .bind(day(on))
        .bind(deed.0)
    )?)
}

/// Opens the terms again that a deed ended.
pub async fn reopen_by(tx: &mut WriteTx, deed: DeedId) -> Result<()> {
    run!(
        tx,
        sqlx::query("update offices set to_on = before_to_on, before_to_on = null, ended_deed_id = null where ended_deed_id = $1")
            .bind(deed.0)
    )?;
    Ok(())
}

/// Opens a term again that was ended. `false`: it had not ended.
pub async fn reopen(tx: &mut WriteTx, id: OfficeId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update offices set to_on = null where id = $1 and to_on is not null").bind(id.0)
    )?;
    Ok(done == 1)
}

/// Takes a term back that was entered at `since` or later. `false`: it was entered before, or there is none.
pub async fn take_back(tx: &mut WriteTx, id: OfficeId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from offices where id = $1 and recorded_at >= $2").bind(id.0).bind(At(since))
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

/// Every office an account held or holds, itself or as the member it belongs to, latest first.
pub async fn of_account(tx: &mut Tx, account: AccountId) -> Result<Vec<OfficeTerm>> {
    let rows: Vec<Row> = on_both!(tx, |c| sqlx::query_as(
        "select f.id, f.organisation_id, f.office, f.member_id, f.account_id, f.from_on, f.to_on, f.basis
         from offices f
         where f.account_id = $1 or f.member_id = (select member_id from accounts where id = $1)
         order by f.from_on desc, f.id desc"
    )
    .bind(account.0)
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

impl From<HolderRow> for Holder {
    fn from(row: HolderRow) -> Self {
        Self { term: row.term.into(), name: row.holder_name }
    }
}

const HOLDERS: &str = "select f.id, f.organisation_id, f.office, f.member_id, f.account_id, f.from_on, f.to_on, f.basis, \
     coalesce(m.full_name, a.name, '') as holder_name \
     from offices f left join members m on m.id = f.member_id left join accounts a on a.id = f.account_id where ";

/// The offices held on a day in an organisation itself (not below it).
pub async fn holders(tx: &mut Tx, organisation: OrganisationId, on: Date) -> Result<Vec<Holder>> {
    holders_of(tx, &[organisation], on).await
}

/// The offices held on a day in these organisations themselves.
pub async fn holders_of(tx: &mut Tx, organisations: &[OrganisationId], on: Date) -> Result<Vec<Holder>> {
    let mut found = Vec::new();
    for organisations in organisations.chunks(500) {
        let rows: Vec<HolderRow> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(HOLDERS);
            query.push("f.organisation_id in (");
            push_list(&mut query, organisations.iter().map(|organisation| organisation.0));
            query.push(") and f.from_on <= ").push_bind(day(on));
            query.push(" and (f.to_on is null or f.to_on > ").push_bind(day(on));
            query.push(") order by f.organisation_id, f.office, f.from_on, f.id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Holder::from));
    }
    Ok(found)
}

/// The offices held on a day in an organisation and all below it.
pub async fn holders_within(tx: &mut Tx, organisation: OrganisationId, on: Date) -> Result<Vec<Holder>> {
    let rows: Vec<HolderRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(HOLDERS);
        query.push(
            "f.organisation_id in (select organisation_id from organisation_ancestors where ancestor_id = ",
        );
        query.push_bind(organisation.0).push(") and f.from_on <= ").push_bind(day(on));
        query.push(" and (f.to_on is null or f.to_on > ").push_bind(day(on));
        query.push(") order by f.organisation_id, f.office, f.from_on, f.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Holder::from).collect())
}

/// Every term of an organisation, ended ones too, latest first, at most `limit`.
pub async fn history(tx: &mut Tx, organisation: OrganisationId, limit: u32) -> Result<Vec<Holder>> {
    let rows: Vec<HolderRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(HOLDERS);
        query.push("f.organisation_id = ").push_bind(organisation.0);
        query.push(" order by f.from_on desc, f.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Holder::from).collect())
}
