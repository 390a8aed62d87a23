//! What members commit to for a year.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, MemberId, OrganisationId},
    ratings::{Check, Commitment},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::rounds::year as read_year;
use crate::{
    Tx, WriteTx,
    columns::{At, day, maybe_at},
    error::{Error, Result},
    pieces::in_pieces,
};

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    year: i64,
    body: String,
    written_at: At,
    written_by: Option<Uuid>,
    checked_at: Option<At>,
    checked_by: Option<Uuid>,
    check_note: String,
}

impl TryFrom<Row> for Commitment {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let by = row.checked_by.map(AccountId);
        Ok(Self {
            member: MemberId(row.member_id),
            year: read_year(row.year)?,
            body: row.body,
            written_at: row.written_at.0,
            written_by: row.written_by.map(AccountId),
            check: row.checked_at.map(|at| Check { at: at.0, by, note: row.check_note }),
        })
    }
}

/// Adds commitments with what was found of them; gives how many were new.
pub async fn insert_commitments(tx: &mut WriteTx, commitments: &[Commitment]) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(commitments) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into commitments (member_id, year, body, written_at, written_by, checked_at, checked_by, check_note) ",
            );
            query.push_values(chunk, |mut row, one| {
                let check = one.check.as_ref();
                row.push_bind(one.member.0)
                    .push_bind(i64::from(one.year))
                    .push_bind(&one.body)
                    .push_bind(At(one.written_at))
                    .push_bind(one.written_by.map(|id| id.0))
                    .push_bind(maybe_at(check.map(|check| check.at)))
                    .push_bind(check.and_then(|check| check.by).map(|id| id.0))
                    .push_bind(check.map_or("", |check| check.note.as_str()));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Writes a commitment in place of the one there was; what was found of that is gone with it.
pub async fn save_commitment(tx: &mut WriteTx, one: &Commitment) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into commitments (member_id, year, body, written_at, written_by, check_note) values ($1, $2, $3, $4, $5, '')
             on conflict (member_id, year) do update set body = excluded.body, written_at = excluded.written_at,
             written_by = excluded.written_by, checked_at = null, checked_by = null, check_note = ''"
        )
        .bind(one.member.0)
        .bind(i64::from(one.year))
        .bind(&one.body)
        .bind(At(one.written_at))
        .bind(one.written_by.map(|id| id.0))
    )?;
    Ok(())
}

/// Writes what the cell committee found, or takes it back (`None`). `false`: there is no commitment.
pub async fn set_check(tx: &mut WriteTx, member: MemberId, year: i16, check: Option<&Check>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update commitments set checked_at = $3, checked_by = $4, check_note = $5 where member_id = $1 and year = $2"
        )
        .bind(member.0)
        .bind(i64::from(year))
        .bind(maybe_at(check.map(|check| check.at)))
        .bind(check.and_then(|check| check.by).map(|id| id.0))
        .bind(check.map_or("", |check| check.note.as_str()))
    )?;
    Ok(done == 1)
}

/// A member's commitment of a year.
pub async fn find_commitment(tx: &mut Tx, member: MemberId, year: i16) -> Result<Option<Commitment>> {
    let row: Option<Row> = on_both!(tx, |c| {
        sqlx::query_as(
        "select member_id, year, body, written_at, written_by, checked_at, checked_by, check_note from commitments
         where member_id = $1 and year = $2"
    )
    .bind(member.0)
    .bind(i64::from(year))
    .fetch_optional(c)
    .await
    })?;
    row.map(Commitment::try_from).transpose()
}

/// A member of a cell, with the commitment if there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promised {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// The commitment.
    pub commitment: Option<Commitment>,
}

/// Everybody who belongs to a cell on a day and takes part, by given name, each with the commitment of a year.
pub async fn commitments_in(tx: &mut Tx, cell: OrganisationId, year: i16, on: Date) -> Result<Vec<Promised>> {
    #[derive(sqlx::FromRow)]
    struct Found {
        member: Uuid,
        full_name: String,
        body: Option<String>,
        written_at: Option<At>,
        written_by: Option<Uuid>,
        checked_at: Option<At>,
        checked_by: Option<Uuid>,
        check_note: Option<String>,
    }
    let rows: Vec<Found> = on_both!(tx, |c| {
        sqlx::query_as(
        "select s.member_id as member, m.full_name, p.body, p.written_at, p.written_by, p.checked_at, p.checked_by, p.check_note
         from standings s join members m on m.id = s.member_id
         left join commitments p on p.member_id = s.member_id and p.year = $2
         where s.cell_id = $1 and s.state in ('active', 'away', 'suspended') and s.from_on <= $3
           and (s.to_on is null or s.to_on > $3) order by m.sort_key, m.id"
    )
    .bind(cell.0)
    .bind(i64::from(year))
    .bind(day(on))
    .fetch_all(c)
    .await
    })?;
    let promised = |row: Found| {
        let member = MemberId(row.member);
        let by = row.checked_by.map(AccountId);
        let note = row.check_note.unwrap_or_default();
        let commitment = row.body.zip(row.written_at).map(|(body, at)| Commitment {
            member,
            year,
            body,
            written_at: at.0,
            written_by: row.written_by.map(AccountId),
            check: row.checked_at.map(|at| Check { at: at.0, by, note }),
        });
        Promised { member, name: row.full_name, commitment }
    };
    Ok(rows.into_iter().map(promised).collect())
}
