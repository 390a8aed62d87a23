//! By what members' dues are reckoned, and who pays in a cell.

use jiff::civil::Date;
use nennep_domain::{
    dues::{Basis, DuesCategory},
    ids::{AccountId, MemberId, OrganisationId},
    members::StandingState,
    time::{Instant, Month, PartialDate, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day, month, partial},
    error::Result,
    pieces::{in_pieces, push_list},
};

/// Whoever may owe dues in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayerRow {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// The day party age runs from.
    pub admitted_on: Option<PartialDate>,
}

#[derive(sqlx::FromRow)]
struct PayerOfRow {
    member_id: Uuid,
    full_name: String,
    state: Word<StandingState>,
    admitted_on: Option<Day>,
    admitted_precision: Option<Word<Precision>>,
}

#[derive(sqlx::FromRow)]
struct BasisRow {
    member_id: Uuid,
    from_month: i64,
    category: Word<DuesCategory>,
    dong: Option<i64>,
    note: String,
}

/// Whoever stands in a cell on a day, but for those who only keep residence contact; by given name.
pub async fn payers(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<PayerRow>> {
    let rows: Vec<PayerOfRow> = on_both!(tx, |c| {
        sqlx::query_as(
            "select s.member_id, m.full_name, s.state, m.admitted_on, m.admitted_precision
             from standings s join members m on m.id = s.member_id
             where s.cell_id = $1 and s.state <> 'residence' and s.from_on <= $2 and (s.to_on is null or s.to_on > $2)
             order by m.sort_key, m.id, s.id",
        )
        .bind(cell.0)
        .bind(day(on))
        .fetch_all(c)
        .await
    })?;
    let payers = rows.into_iter().map(|row| PayerRow {
        member: MemberId(row.member_id),
        name: row.full_name,
        state: row.state.0,
        admitted_on: partial(row.admitted_on, row.admitted_precision),
    });
    Ok(payers.collect())
}

/// Every basis ever stated for these members, by member and month.
pub async fn bases_of(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<Basis>> {
    let rows: Vec<BasisRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select member_id, from_month, category, dong, note from dues_bases where member_id in (",
        );
        push_list(&mut query, members.iter().map(|id| id.0));
        query.push(") order by member_id, from_month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|row| {
            let (member, from) = (MemberId(row.member_id), month(row.from_month)?);
            Ok(Basis { member, from, category: row.category.0, dong: row.dong, note: row.note })
        })
        .collect()
}

/// States by what a member's dues are reckoned from a month on; what was stated for that month before is replaced.
pub async fn state_basis(tx: &mut WriteTx, basis: &Basis, at: Instant, by: Option<AccountId>) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into dues_bases (member_id, from_month, category, dong, note, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (member_id, from_month) do update set category = excluded.category, dong = excluded.dong,
             note = excluded.note, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(basis.member.0)
        .bind(i64::from(basis.from.index()))
        .bind(basis.category.as_str())
        .bind(basis.dong)
        .bind(&basis.note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// States many bases, each the first of its member's month.
pub async fn insert_bases(tx: &mut WriteTx, bases: &[Basis], at: Instant) -> Result<()> {
    for piece in in_pieces(bases) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into dues_bases (member_id, from_month, category, dong, note, recorded_at) ",
            );
            query.push_values(piece, |mut row, one| {
                row.push_bind(one.member.0).push_bind(i64::from(one.from.index()));
                row.push_bind(one.category.as_str())
                    .push_bind(one.dong)
                    .push_bind(&one.note)
                    .push_bind(At(at));
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Takes a basis back that was stated since a moment. `false`: there is none so young.
pub async fn take_basis_back(
    tx: &mut WriteTx,
    member: MemberId,
    from: Month,
    since: Instant,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from dues_bases where member_id = $1 and from_month = $2 and recorded_at >= $3")
            .bind(member.0)
            .bind(i64::from(from.index()))
            .bind(At(since))
    )?;
    Ok(done == 1)
}
