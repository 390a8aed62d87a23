//! Which motions are votes of the cell about a person; what was counted stands with the motion, in its meeting.

use nennep_domain::{
    ids::{CandidateId, ItemId, MeetingId, MemberId, MotionId},
    motions::Decision,
    recruiting::{CellVote, VotedOn},
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::At,
    error::Result,
    motions::{self, Outcome},
    pieces::push_list,
};

#[derive(sqlx::FromRow)]
struct Row {
    subject: Uuid,
    motion_id: Uuid,
    meeting_id: Uuid,
    item_id: Uuid,
    #[sqlx(flatten)]
    outcome: Outcome,
    starts_at: Option<At>,
    opened_at: Option<At>,
    adopted_at: Option<At>,
}

impl Row {
    fn vote(&self) -> Result<CellVote> {
        let decision: Option<Decision> = self.outcome.decision()?;
        Ok(CellVote {
            motion: MotionId(self.motion_id),
            meeting: MeetingId(self.meeting_id),
            item: ItemId(self.item_id),
            on: self.opened_at.as_ref().or(self.starts_at.as_ref()).map(|at| Instant::date(at.0)),
            decision,
            adopted: self.adopted_at.is_some(),
        })
    }
}

/// Keeps whom a motion is about. `false`: it is kept already.
pub async fn put_vote(tx: &mut WriteTx, motion: MotionId, whom: VotedOn) -> Result<bool> {
    let (candidate, member) = match whom {
        VotedOn::Candidate(id) => (Some(id.0), None),
        VotedOn::Probationer(id) => (None, Some(id.0)),
    };
    let done = run!(
        tx,
        sqlx::query(
            "insert into cell_votes (motion_id, candidate_id, member_id) values ($1, $2, $3) on conflict do nothing"
        )
        .bind(motion.0)
        .bind(candidate)
        .bind(member)
    )?;
    Ok(done == 1)
}

/// Takes a vote off the agenda that nobody counted yet, with its motion. `false`: it was counted, or is no vote about a person.
pub async fn take_vote_off(tx: &mut WriteTx, motion: MotionId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from cell_votes where motion_id = $1 and exists
             (select 1 from motions m where m.id = $1 and m.decided_at is null)"
        )
        .bind(motion.0)
    )?;
    if done == 1 {
        motions::forget_undecided(tx, motion).await?;
    }
    Ok(done == 1)
}

/// Whom a motion is about, where it is a vote about a person.
pub async fn voted_on(tx: &mut Tx, motion: MotionId) -> Result<Option<VotedOn>> {
    let found: Option<(Option<Uuid>, Option<Uuid>)> = on_both!(tx, |c| {
        sqlx::query_as("select candidate_id, member_id from cell_votes where motion_id = $1")
            .bind(motion.0)
            .fetch_optional(c)
            .await
    })?;
    Ok(found.and_then(|(candidate, member)| whom(candidate, member)))
}

fn whom(candidate: Option<Uuid>, member: Option<Uuid>) -> Option<VotedOn> {
    let candidate = candidate.map(|id| VotedOn::Candidate(CandidateId(id)));
    candidate.or_else(|| member.map(|id| VotedOn::Probationer(MemberId(id))))
}

/// The motions of a meeting that are votes about a person, with whom, those withdrawn too.
pub async fn votes_in(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<(MotionId, VotedOn)>> {
    let rows: Vec<(Uuid, Option<Uuid>, Option<Uuid>)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select v.motion_id, v.candidate_id, v.member_id from cell_votes v join motions m on m.id = v.motion_id
             where m.meeting_id = $1 order by m.put_at, m.id",
        )
        .bind(meeting.0)
        .fetch_all(c)
        .await
    })?;
    let of = |(motion, candidate, member)| Some((MotionId(motion), whom(candidate, member)?));
    Ok(rows.into_iter().filter_map(of).collect())
}

/// The votes about these candidates on agendas and in minutes, the earliest put first: not those withdrawn, and of no meeting called off.
pub async fn votes_of_candidates(
    tx: &mut Tx,
    candidates: &[CandidateId],
) -> Result<Vec<(CandidateId, CellVote)>> {
    let ids: Vec<Uuid> = candidates.iter().map(|id| id.0).collect();
    let found = votes(tx, "candidate_id", &ids).await?;
    Ok(found.into_iter().map(|(id, vote)| (CandidateId(id), vote)).collect())
}

/// The same about these probationary members.
pub async fn votes_of_members(tx: &mut Tx, members: &[MemberId]) -> Result<Vec<(MemberId, CellVote)>> {
    let ids: Vec<Uuid> = members.iter().map(|id| id.0).collect();
    let found = votes(tx, "member_id", &ids).await?;
    Ok(found.into_iter().map(|(id, vote)| (MemberId(id), vote)).collect())
}

async fn votes(tx: &mut Tx, whose: &str, ids: &[Uuid]) -> Result<Vec<(Uuid, CellVote)>> {
    let mut found = Vec::new();
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select v.");
            query.push(whose).push(
                " as subject, m.id as motion_id, m.meeting_id, m.item_id, m.decided_at, m.decided_by, m.in_favour,
                 m.against, m.other, m.official, m.away, m.exempt_absent, m.base, m.needed, m.passed, m.document, m.article,
                 k.starts_at, k.opened_at, k.adopted_at from cell_votes v join motions m on m.id = v.motion_id
                 join meetings k on k.id = m.meeting_id
                 where m.withdrawn_at is null and k.cancelled_at is null and v.",
            );
            query.push(whose).push(" in (");
            push_list(&mut query, ids.iter().copied());
            query.push(") order by m.put_at, m.id");
            query.build_query_as().fetch_all(c).await
        })?;
        for row in rows {
            found.push((row.subject, row.vote()?));
        }
    }
    Ok(found)
}
