//! What members ask to have corrected of what is kept about them.

use nennep_domain::{
    ids::{AccountId, CorrectionId, MemberId, OrganisationId},
    members::correction::{Correction, CorrectionAnswer, FieldChange},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::Result,
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    member_id: Uuid,
    fields: Json<Vec<FieldChange>>,
    reason: String,
    asked_at: At,
    answer: Option<Word<CorrectionAnswer>>,
    note: String,
    answered_at: Option<At>,
    withdrawn_at: Option<At>,
}

impl From<Row> for Correction {
    fn from(row: Row) -> Self {
        Self {
            id: CorrectionId(row.id),
            member: MemberId(row.member_id),
            changes: row.fields.0,
            reason: row.reason,
            asked_at: row.asked_at.0,
            answered: row.answer.map(|answer| answer.0).zip(row.answered_at.map(|at| at.0)),
            note: row.note,
            withdrawn_at: row.withdrawn_at.map(|at| at.0),
        }
    }
}

const COLUMNS: &str =
    "select c.id, c.member_id, c.fields, c.reason, c.asked_at, c.answer, c.note, c.answered_at, c.withdrawn_at
     from corrections c";

/// Adds a request. `false`: it is there, or another of the member waits.
pub async fn insert(tx: &mut WriteTx, one: &Correction, by: Option<AccountId>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into corrections (id, member_id, fields, reason, asked_at, asked_by, note)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.member.0)
        .bind(Json(&one.changes))
        .bind(&one.reason)
        .bind(At(one.asked_at))
        .bind(by.map(|id| id.0))
        .bind(&one.note)
    )?;
    Ok(done == 1)
}

/// The request with this id.
pub async fn find(tx: &mut Tx, id: CorrectionId) -> Result<Option<Correction>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where c.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Correction::from))
}

/// A member's requests, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId, limit: u32) -> Result<Vec<Correction>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where c.member_id = ").push_bind(member.0);
        query.push(" order by c.asked_at desc, c.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Correction::from).collect())
}

/// The requests that wait, of whoever belongs to a cell within these organisations on a day, the longest waiting first: with the
/// member's name and the cell.
pub async fn open_within(
    tx: &mut Tx,
    within: &[OrganisationId],
    on: jiff::civil::Date,
) -> Result<Vec<(Correction, String, OrganisationId)>> {
    #[derive(sqlx::FromRow)]
    struct Open {
        #[sqlx(flatten)]
        row: Row,
        full_name: String,
        cell_id: Uuid,
    }
    let today: Day = day(on);
    let rows: Vec<Open> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select c.id, c.member_id, c.fields, c.reason, c.asked_at, c.answer, c.note, c.answered_at, c.withdrawn_at,
             m.full_name, s.cell_id from corrections c join members m on m.id = c.member_id
             join standings s on s.member_id = c.member_id and s.state in ('active', 'exempt', 'away', 'suspended')
             and s.from_on <= ",
        );
        query.push_bind(today).push(" and (s.to_on is null or s.to_on > ").push_bind(today);
        query.push(") where c.answered_at is null and c.withdrawn_at is null");
        query.push(" and exists (select 1 from organisation_ancestors a where a.organisation_id = s.cell_id");
        query.push(" and a.ancestor_id in (");
        push_list(&mut query, within.iter().map(|id| id.0));
        query.push(")) order by c.asked_at, c.id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows
        .into_iter()
        .map(|one| (Correction::from(one.row), one.full_name, OrganisationId(one.cell_id)))
        .collect())
}

/// Answers a request. `false`: it waits no more.
pub async fn answer(
    tx: &mut WriteTx,
    id: CorrectionId,
    answer: CorrectionAnswer,
    note: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update corrections set answer = $2, note = $3, answered_at = $4, answered_by = $5
             where id = $1 and answered_at is null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(answer.as_str())
        .bind(note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Withdraws a request. `false`: it waits no more.
pub async fn withdraw(tx: &mut WriteTx, id: CorrectionId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update corrections set withdrawn_at = $2 where id = $1 and answered_at is null and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}
