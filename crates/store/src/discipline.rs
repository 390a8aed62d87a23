//! Measures of discipline, decided or proposed. Only the use cases that ask for the permission of discipline read these.

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision,
    ids::{AccountId, DisciplineId, MemberId, OrganisationId},
    members::MemberGrade,
    recognition::discipline::{Decided, Decider, Discipline, DisciplineForm, Disciplined, Ended},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day, maybe_day},
    error::Result,
    pieces::push_list,
};

/// A measure with when it was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The measure.
    pub discipline: Discipline,
    /// The member's name; empty for an organisation.
    pub name: String,
    /// The form a cell proposed.
    pub proposed_form: Option<DisciplineForm>,
    /// When it was entered.
    pub recorded_at: Instant,
    /// When the decision on a proposal was entered.
    pub settled_at: Option<Instant>,
    /// When its end was entered.
    pub ended_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    member_id: Option<Uuid>,
    full_name: Option<String>,
    grade: Option<Word<MemberGrade>>,
    organisation_id: Uuid,
    form: Word<DisciplineForm>,
    reason: String,
    proposed_form: Option<Word<DisciplineForm>>,
    proposed_on: Option<Day>,
    decider: Option<Word<Decider>>,
    decision_number: Option<String>,
    decided_on: Option<Day>,
    decided_by: Option<String>,
    announced_on: Option<Day>,
    holds_from: Option<Day>,
    until_on: Option<Day>,
    settled_at: Option<At>,
    received_on: Option<Day>,
    ended_on: Option<Day>,
    ended_basis: Option<String>,
    ended_at: Option<At>,
    recorded_at: At,
}

impl Row {
    fn decided(&self) -> Option<Decided> {
        let decided_on = self.decided_on?.to_jiff();
        Some(Decided {
            decider: self.decider?.0,
            decision: Decision {
                number: self.decision_number.clone()?,
                on: decided_on,
                by: self.decided_by.clone().unwrap_or_default(),
            },
            announced_on: self.announced_on.map_or(decided_on, Day::to_jiff),
            holds_from: self.holds_from?.to_jiff(),
            until_on: self.until_on.map(Day::to_jiff),
        })
    }
}

impl From<Row> for Kept {
    fn from(row: Row) -> Self {
        let place = OrganisationId(row.organisation_id);
        let of = row.member_id.zip(row.grade).map_or(Disciplined::Organisation(place), |(id, grade)| {
            Disciplined::Member(MemberId(id), grade.0)
        });
        let ended = row.ended_on.map(Day::to_jiff);
        Self {
            discipline: Discipline {
                id: DisciplineId(row.id),
                of,
                place,
                form: row.form.0,
                reason: row.reason.clone(),
                proposed_on: row.proposed_on.map(Day::to_jiff),
                decided: row.decided(),
                received_on: row.received_on.map(Day::to_jiff),
                ended: ended.map(|on| Ended { on, basis: row.ended_basis.unwrap_or_default() }),
            },
            name: row.full_name.unwrap_or_default(),
            proposed_form: row.proposed_form.map(|form| form.0),
            recorded_at: row.recorded_at.0,
            settled_at: row.settled_at.map(|at| at.0),
            ended_at: row.ended_at.map(|at| at.0),
        }
    }
}

const COLUMNS: &str =
    "select d.id, d.member_id, m.full_name, d.grade, d.organisation_id, d.form, d.reason, d.proposed_form, d.proposed_on,
     d.decider, d.decision_number, d.decided_on, d.decided_by, d.announced_on, d.holds_from, d.until_on, d.settled_at,
     d.received_on, d.ended_on, d.ended_basis, d.ended_at, d.recorded_at
     from disciplines d left join members m on m.id = d.member_id";

/// Adds a measure. `false`: one with this id is there.
pub async fn insert(tx: &mut WriteTx, one: &Discipline, at: Instant, by: Option<AccountId>) -> Result<bool> {
    let (member, grade) = match one.of {
        Disciplined::Member(member, grade) => (Some(member.0), Some(grade.as_str())),
        Disciplined::Organisation(_) => (None, None),
    };
    let decided = one.decided.as_ref();
    let done = run!(
        tx,
        sqlx::query(
            "insert into disciplines (id, member_id, grade, organisation_id, form, reason, proposed_form, proposed_on, decider,
             decision_number, decided_on, decided_by, announced_on, holds_from, until_on, received_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(member)
        .bind(grade)
        .bind(one.place.0)
        .bind(one.form.as_str())
        .bind(&one.reason)
        .bind(one.proposed_on.map(|_| one.form.as_str()))
        .bind(maybe_day(one.proposed_on))
        .bind(decided.map(|decided| decided.decider.as_str()))
        .bind(decided.map(|decided| &decided.decision.number))
        .bind(maybe_day(decided.map(|decided| decided.decision.on)))
        .bind(decided.map(|decided| &decided.decision.by))
        .bind(maybe_day(decided.map(|decided| decided.announced_on)))
        .bind(maybe_day(decided.map(|decided| decided.holds_from)))
        .bind(maybe_day(decided.and_then(|decided| decided.until_on)))
        .bind(maybe_day(one.received_on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// The measure with this id.
pub async fn find(tx: &mut Tx, id: DisciplineId) -> Result<Option<Kept>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where d.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Kept::from))
}

/// The measures of a member, the latest entered first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where d.member_id = ").push_bind(member.0);
        query.push(" order by coalesce(d.holds_from, d.proposed_on) desc, d.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// The measures of these organisations, of members disciplined there and of those who belong there now: proposals first, then the latest
/// to hold, at most `limit`.
pub async fn list(tx: &mut Tx, places: &[OrganisationId], limit: u32) -> Result<Vec<Kept>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where (d.organisation_id in (");
        push_list(&mut query, places.iter().map(|id| id.0));
        query.push(
            ") or exists (select 1 from standings s where s.member_id = d.member_id and s.to_on is null",
        );
        query.push(" and s.state in ('active', 'exempt', 'away', 'suspended') and s.cell_id in (");
        push_list(&mut query, places.iter().map(|id| id.0));
        query.push("))) order by case when d.decider is null then 0 else 1 end,");
        query.push(" coalesce(d.holds_from, d.proposed_on) desc, d.id desc limit ");
        query.push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Kept::from).collect())
}

/// Writes the decision on a proposal. `false`: it was decided before.
pub async fn settle(
    tx: &mut WriteTx,
    id: DisciplineId,
    form: DisciplineForm,
    decided: &Decided,
    at: Instant,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update disciplines set form = $2, decider = $3, decision_number = $4, decided_on = $5, decided_by = $6,
             announced_on = $7, holds_from = $8, until_on = $9, settled_at = $10 where id = $1 and decider is null"
        )
        .bind(id.0)
        .bind(form.as_str())
        .bind(decided.decider.as_str())
        .bind(&decided.decision.number)
        .bind(day(decided.decision.on))
        .bind(&decided.decision.by)
        .bind(day(decided.announced_on))
        .bind(day(decided.holds_from))
        .bind(maybe_day(decided.until_on))
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Makes a proposal again of one whose decision was entered at `since` or later. `false`: it was entered before.
pub async fn unsettle(tx: &mut WriteTx, id: DisciplineId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update disciplines set form = proposed_form, decider = null, decision_number = null, decided_on = null,
             decided_by = null, announced_on = null, holds_from = null, until_on = null, settled_at = null, received_on = null,
             ended_on = null, ended_basis = null, ended_at = null
             where id = $1 and settled_at >= $2 and proposed_on is not null"
        )
        .bind(id.0)
        .bind(At(since))
    )?;
    Ok(done == 1)
}

/// Writes the day the decision was received.
pub async fn receive(tx: &mut WriteTx, id: DisciplineId, on: Date) -> Result<()> {
    run!(
        tx,
        sqlx::query("update disciplines set received_on = $2 where id = $1 and decider is not null")
            .bind(id.0)
            .bind(day(on))
    )?;
    Ok(())
}

/// Ends a measure. `false`: it ended before, or is not decided.
pub async fn end(tx: &mut WriteTx, id: DisciplineId, end: &Ended, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update disciplines set ended_on = $2, ended_basis = $3, ended_at = $4
             where id = $1 and decider is not null and ended_on is null"
        )
        .bind(id.0)
        .bind(day(end.on))
        .bind(&end.basis)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Lets a measure hold again whose end was entered at `since` or later. `false`: it was entered before.
pub async fn reopen(tx: &mut WriteTx, id: DisciplineId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update disciplines set ended_on = null, ended_basis = null, ended_at = null where id = $1 and ended_at >= $2"
        )
        .bind(id.0)
        .bind(At(since))
    )?;
    Ok(done == 1)
}

/// Takes a measure back that was entered at `since` or later: nothing of it is kept. `false`: it was entered before.
pub async fn take_back(tx: &mut WriteTx, id: DisciplineId, since: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from disciplines where id = $1 and recorded_at >= $2").bind(id.0).bind(At(since))
    )?;
    Ok(done == 1)
}
