//! Commendations of members and organisations.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::{AccountId, CommendationId, MemberId, OrganisationId},
    recognition::commendations::{Commendation, CommendationKind, Recipient},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::Result,
    pieces::push_list,
};

/// A commendation with when it was entered and ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The commendation.
    pub commendation: Commendation,
    /// The member's name; empty for an organisation.
    pub name: String,
    /// When it was entered.
    pub recorded_at: Instant,
    /// When its end was entered.
    pub ended_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    member_id: Option<Uuid>,
    full_name: Option<String>,
    organisation_id: Uuid,
    kind: Word<CommendationKind>,
    reason: String,
    decision_number: String,
    decided_on: Day,
    decided_by: String,
    ended_number: Option<String>,
    ended_on: Option<Day>,
    ended_by: Option<String>,
    ended_at: Option<At>,
    recorded_at: At,
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        let place = OrganisationId(row.organisation_id);
        let to = row.member_id.map_or(Recipient::Organisation(place), |id| Recipient::Member(MemberId(id)));
        let ended = row.ended_number.zip(row.ended_on).map(|(number, on)| Decision {
            number,
            on: on.to_jiff(),
            by: row.ended_by.unwrap_or_default(),
        });
        Self {
            commendation: Commendation {
                id: CommendationId(row.id),
                to,
                place,
                kind: row.kind.0,
                reason: row.reason,
                decision: Decision {
                    number: row.decision_number,
                    on: row.decided_on.to_jiff(),
                    by: row.decided_by,
                },
                ended,
            },
            name: row.full_name.unwrap_or_default(),
            recorded_at: row.recorded_at.0,
            ended_at: row.ended_at.map(|at| at.0),
        }
    }
}

const COLUMNS: &str =
    "select g.id, g.member_id, m.full_name, g.organisation_id, g.kind, g.reason, g.decision_number, g.decided_on,
     g.decided_by, g.ended_number, g.ended_on, g.ended_by, g.ended_at, g.recorded_at
     from commendations g left join members m on m.id = g.member_id";

const fn member_of(to: Recipient) -> Option<Uuid> {
    match to {
        Recipient::Member(member) => Some(member.0),
        Recipient::Organisation(_) => None,
    }
}

/// Adds a commendation. `false`: one with this id is there.
pub async fn insert(
    tx: &mut WriteTx,
    one: &Commendation,
    at: Instant,
    by: Option<AccountId>,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into commendations (id, member_id, organisation_id, kind, reason, decision_number, decided_on,
             decided_by, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(member_of(one.to))
        .bind(one.place.0)
        .bind(one.kind.as_str())
        .bind(&one.reason)
        .bind(&one.decision.number)
        .bind(day(one.decision.on))
        .bind(&one.decision.by)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The commendation with this id.
pub async fn find(tx: &mut Tx, id: CommendationId) -> Result<Option<Kept>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where g.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Kept::from))
}

/// The commendations of a member, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where g.member_id = ").push_bind(member.0);
        query.push(" order by g.decided_on desc, g.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// The commendations of an organisation as a whole, the latest first.
pub async fn of_organisation(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where g.member_id is null and g.organisation_id = ").push_bind(organisation.0);
        query.push(" order by g.decided_on desc, g.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// The commendations given from one day to another, both included, to these organisations or members counted there, the latest first,
/// at most `limit`.
pub async fn list(
    tx: &mut Tx,
    places: &[OrganisationId],
    days: (Date, Date),
    limit: u32,
) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query
            .push(" where g.decided_on between ")
            .push_bind(day(days.0))
            .push(" and ")
            .push_bind(day(days.1));
        query.push(" and g.organisation_id in (");
        push_list(&mut query, places.iter().map(|id| id.0));
        query.push(") order by g.decided_on desc, g.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// Sets a commendation right that was entered at `since` or later. `false`: it was entered before.
pub async fn correct(tx: &mut WriteTx, one: &Commendation, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update commendations set kind = $3, reason = $4, decision_number = $5, decided_on = $6, decided_by = $7
             where id = $1 and recorded_at >= $2"
        )
        .bind(one.id.0)
        .bind(At(since))
        .bind(one.kind.as_str())
        .bind(&one.reason)
        .bind(&one.decision.number)
        .bind(day(one.decision.on))
        .bind(&one.decision.by)
    )?;
    Ok(done == 1)
}

/// Takes a commendation back that was entered at `since` or later. `false`: it was entered before.
pub async fn take_back(tx: &mut WriteTx, id: CommendationId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from commendations where id = $1 and recorded_at >= $2")
            .bind(id.0)
            .bind(At(since))
    )?;
    Ok(done == 1)
}

/// Ends a commendation by a decision. `false`: it was ended before.
pub async fn end(tx: &mut WriteTx, id: CommendationId, by: &Decision, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update commendations set ended_number = $2, ended_on = $3, ended_by = $4, ended_at = $5
             where id = $1 and ended_on is null"
        )
        .bind(id.0)
        .bind(&by.number)
        .bind(day(by.on))
        .bind(&by.by)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Lets a commendation count again whose end was entered at `since` or later. `false`: it was entered before.
pub async fn reopen(tx: &mut WriteTx, id: CommendationId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update commendations set ended_number = null, ended_on = null, ended_by = null, ended_at = null
             where id = $1 and ended_at >= $2"
        )
        .bind(id.0)
        .bind(At(since))
    )?;
    Ok(done == 1)
}
