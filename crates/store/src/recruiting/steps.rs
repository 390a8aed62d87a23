//! What was done of each candidate's way: one line a step.

use nennep_domain::{
    ids::{AccountId, CandidateId},
    recruiting::{Fact, Step, Tally},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day, maybe_day},
    error::Result,
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
struct Row {
    candidate_id: Uuid,
    step: Word<Step>,
    on_date: Day,
    number: String,
    given_by: String,
    received_on: Option<Day>,
    counted: Option<i64>,
    in_favour: Option<i64>,
    waived: bool,
    note: String,
}

/// The vote of a step, where its two columns say one.
pub(super) fn tally(counted: Option<i64>, in_favour: Option<i64>) -> Result<Option<Tally>> {
    let Some((counted, in_favour)) = counted.zip(in_favour) else { return Ok(None) };
    Ok(Some(Tally { counted: count(counted)?, in_favour: count(in_favour)? }))
}

fn fact(row: Row) -> Result<(CandidateId, Fact)> {
    let fact = Fact {
        step: row.step.0,
        on: row.on_date.to_jiff(),
        number: row.number,
        by: row.given_by,
        received_on: row.received_on.map(Day::to_jiff),
        tally: tally(row.counted, row.in_favour)?,
        waived: row.waived,
        note: row.note,
        meeting: None,
        learner: None,
    };
    Ok((CandidateId(row.candidate_id), fact))
}

/// What was done of these candidates' ways, by day.
pub async fn steps(tx: &mut Tx, candidates: &[CandidateId]) -> Result<Vec<(CandidateId, Fact)>> {
    let mut found = Vec::new();
    for ids in candidates.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select candidate_id, step, on_date, number, given_by, received_on, counted, in_favour, waived, note
                 from candidate_steps where candidate_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by candidate_id, on_date, step");
            query.build_query_as().fetch_all(c).await
        })?;
        for row in rows {
            found.push(fact(row)?);
        }
    }
    Ok(found)
}

/// Writes that a step was done; what was written of it before is written anew.
pub async fn save_step(
    tx: &mut WriteTx,
    candidate: CandidateId,
    fact: &Fact,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into candidate_steps (candidate_id, step, on_date, number, given_by, received_on, counted, in_favour,
             waived, note, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (candidate_id, step) do update set on_date = excluded.on_date, number = excluded.number,
             given_by = excluded.given_by, received_on = excluded.received_on, counted = excluded.counted,
             in_favour = excluded.in_favour, waived = excluded.waived, note = excluded.note,
             recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(candidate.0)
        .bind(fact.step.as_str())
        .bind(day(fact.on))
        .bind(&fact.number)
        .bind(&fact.by)
        .bind(maybe_day(fact.received_on))
        .bind(fact.tally.map(|tally| i64::from(tally.counted)))
        .bind(fact.tally.map(|tally| i64::from(tally.in_favour)))
        .bind(fact.waived)
        .bind(&fact.note)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes back that a step was done. `false`: it was not.
pub async fn delete_step(tx: &mut WriteTx, candidate: CandidateId, step: Step) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from candidate_steps where candidate_id = $1 and step = $2")
            .bind(candidate.0)
            .bind(step.as_str())
    )?;
    Ok(done == 1)
}
