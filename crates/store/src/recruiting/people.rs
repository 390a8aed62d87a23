//! Who helps candidates and who introduces them.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, CandidateId, MemberId},
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

/// That a member helps or helped a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Helping {
    /// The candidate.
    pub candidate: CandidateId,
    /// The member.
    pub member: MemberId,
    /// Since when.
    pub from_on: Date,
    /// Until when, where another followed.
    pub to_on: Option<Date>,
}

/// That a member introduces a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Introducing {
    /// The candidate.
    pub candidate: CandidateId,
    /// The member.
    pub member: MemberId,
    /// The day of the letter.
    pub introduced_on: Date,
    /// Since when together in the same base organisation.
    pub together_from: Date,
}

/// Who helps these candidates, oldest first.
pub async fn helpers(tx: &mut Tx, candidates: &[CandidateId]) -> Result<Vec<Helping>> {
    let mut found = Vec::new();
    for ids in candidates.chunks(500) {
        let rows: Vec<(Uuid, Uuid, Day, Option<Day>)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select candidate_id, member_id, from_on, to_on from candidate_helpers where candidate_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by candidate_id, from_on, recorded_at, member_id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(|(candidate, member, from, to)| Helping {
            candidate: CandidateId(candidate),
            member: MemberId(member),
            from_on: from.to_jiff(),
            to_on: to.map(Day::to_jiff),
        }));
    }
    Ok(found)
}

/// Has a member help a candidate from a day on; whoever helped until then does no longer. Naming the one who helps again with another
/// day corrects the day.
pub async fn assign_helper(
    tx: &mut WriteTx,
    candidate: CandidateId,
    member: MemberId,
    from: Date,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    // One who would have helped no day at all, or is named again, is not kept twice.
    run!(
        tx,
        sqlx::query(
            "delete from candidate_helpers where candidate_id = $1 and to_on is null and (member_id = $2 or from_on >= $3)"
        )
        .bind(candidate.0)
        .bind(member.0)
        .bind(day(from))
    )?;
    run!(
        tx,
        sqlx::query("update candidate_helpers set to_on = $2 where candidate_id = $1 and to_on is null")
            .bind(candidate.0)
            .bind(day(from))
    )?;
    run!(
        tx,
        sqlx::query(
            "insert into candidate_helpers (candidate_id, member_id, from_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5)
             on conflict (candidate_id, member_id, from_on) do update set to_on = null"
        )
        .bind(candidate.0)
        .bind(member.0)
        .bind(day(from))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes back who helps now; whoever helped before helps again. `false`: nobody does.
pub async fn remove_helper(tx: &mut WriteTx, candidate: CandidateId) -> Result<bool> {
    let open: Option<(Uuid, Day)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select member_id, from_on from candidate_helpers where candidate_id = $1 and to_on is null",
        )
        .bind(candidate.0)
        .fetch_optional(c)
        .await
    })?;
    let Some((_, from)) = open else { return Ok(false) };
    run!(
        tx,
        sqlx::query("delete from candidate_helpers where candidate_id = $1 and to_on is null")
            .bind(candidate.0)
    )?;
    run!(
        tx,
        sqlx::query("update candidate_helpers set to_on = null where candidate_id = $1 and to_on = $2")
            .bind(candidate.0)
            .bind(from)
    )?;
    Ok(true)
}

/// Who introduces these candidates, earliest first.
pub async fn introducers(tx: &mut Tx, candidates: &[CandidateId]) -> Result<Vec<Introducing>> {
    let mut found = Vec::new();
    for ids in candidates.chunks(500) {
        let rows: Vec<(Uuid, Uuid, Day, Day)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select candidate_id, member_id, introduced_on, together_from from candidate_introducers
                 where candidate_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by candidate_id, introduced_on, recorded_at, member_id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(|(candidate, member, introduced, together)| Introducing {
            candidate: CandidateId(candidate),
            member: MemberId(member),
            introduced_on: introduced.to_jiff(),
            together_from: together.to_jiff(),
        }));
    }
    Ok(found)
}

/// Writes that a member introduces a candidate; what was written of the two before is written anew.
pub async fn save_introducer(
    tx: &mut WriteTx,
    one: &Introducing,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into candidate_introducers (candidate_id, member_id, introduced_on, together_from, recorded_at,
             recorded_by) values ($1, $2, $3, $4, $5, $6) on conflict (candidate_id, member_id) do update set
             introduced_on = excluded.introduced_on, together_from = excluded.together_from,
             recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(one.candidate.0)
        .bind(one.member.0)
        .bind(day(one.introduced_on))
        .bind(day(one.together_from))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes an introducer back. `false`: there was none.
pub async fn delete_introducer(tx: &mut WriteTx, candidate: CandidateId, member: MemberId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from candidate_introducers where candidate_id = $1 and member_id = $2")
            .bind(candidate.0)
            .bind(member.0)
    )?;
    Ok(done == 1)
}
