//! What was done of members' probations: one line a step of the probation that began on a day.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, CandidateId, MemberId},
    recruiting::probation::{ProbationFact, ProbationStep},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::steps::tally;
use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::Result,
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    ceremony_on: Day,
    step: Word<ProbationStep>,
    on_date: Day,
    number: String,
    given_by: String,
    counted: Option<i64>,
    in_favour: Option<i64>,
    note: String,
}

fn fact(row: Row) -> Result<(MemberId, Date, ProbationFact)> {
    let fact = ProbationFact {
        step: row.step.0,
        on: row.on_date.to_jiff(),
        number: row.number,
        by: row.given_by,
        tally: tally(row.counted, row.in_favour)?,
        note: row.note,
        meeting: None,
        learner: None,
    };
    Ok((MemberId(row.member_id), row.ceremony_on.to_jiff(), fact))
}

/// What was done of these members' probations, with the day of the ceremony each began with, by day.
pub async fn probation_steps(
    tx: &mut Tx,
    members: &[MemberId],
) -> Result<Vec<(MemberId, Date, ProbationFact)>> {
    let mut found = Vec::new();
    for ids in members.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select member_id, ceremony_on, step, on_date, number, given_by, counted, in_favour, note
                 from probation_steps where member_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by member_id, on_date, step");
            query.build_query_as().fetch_all(c).await
        })?;
        for row in rows {
            found.push(fact(row)?);
        }
    }
    Ok(found)
}

/// Writes that a step of the probation was done that began on `ceremony_on`; what was written of it before is written anew.
pub async fn save_probation_step(
    tx: &mut WriteTx,
    (member, ceremony_on): (MemberId, Date),
    fact: &ProbationFact,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into probation_steps (member_id, ceremony_on, step, on_date, number, given_by, counted, in_favour, note,
             recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (member_id, ceremony_on, step) do update set on_date = excluded.on_date, number = excluded.number,
             given_by = excluded.given_by, counted = excluded.counted, in_favour = excluded.in_favour,
             note = excluded.note, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(member.0)
        .bind(day(ceremony_on))
        .bind(fact.step.as_str())
        .bind(day(fact.on))
        .bind(&fact.number)
        .bind(&fact.by)
        .bind(fact.tally.map(|tally| i64::from(tally.counted)))
        .bind(fact.tally.map(|tally| i64::from(tally.in_favour)))
        .bind(&fact.note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes back that a step was done. `false`: it was not.
pub async fn delete_probation_step(
    tx: &mut WriteTx,
    (member, ceremony_on): (MemberId, Date),
    step: ProbationStep,
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from probation_steps where member_id = $1 and ceremony_on = $2 and step = $3")
            .bind(member.0)
            .bind(day(ceremony_on))
            .bind(step.as_str())
    )?;
    Ok(done == 1)
}

/// The candidate a member was, where a list knows of one.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Option<CandidateId>> {
    let found: Option<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as("select id from candidates where member_id = $1")
            .bind(member.0)
            .fetch_optional(c)
            .await
    })?;
    Ok(found.map(|(id,)| CandidateId(id)))
}
