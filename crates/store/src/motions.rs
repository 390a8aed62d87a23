//! Motions, what was counted, and opinions reserved.

use nennep_domain::{
    ids::{AccountId, ItemId, MeetingId, MemberId, MotionId},
    meetings::Done,
    motions::{Count, Decision, Motion, MotionKind, MotionSubject, ReservedOpinion},
    problems::Citation,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Word, count, maybe_at},
    error::{Error, Result},
    pieces::in_pieces,
};

/// The columns of what came of a motion.
#[derive(sqlx::FromRow)]
pub(crate) struct Outcome {
    decided_at: Option<At>,
    decided_by: Option<Uuid>,
    in_favour: Option<i64>,
    against: Option<i64>,
    other: Option<i64>,
    official: Option<i64>,
    away: Option<i64>,
    exempt_absent: Option<i64>,
    base: Option<i64>,
    needed: Option<i64>,
    passed: Option<bool>,
    document: String,
    article: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    item_id: Uuid,
    kind: Word<MotionKind>,
    subject: Word<MotionSubject>,
    body: String,
    put_at: At,
    #[sqlx(flatten)]
    outcome: Outcome,
}

impl Outcome {
    pub(crate) fn decision(&self) -> Result<Option<Decision>> {
        let Some(at) = &self.decided_at else { return Ok(None) };
        let number = |column: Option<i64>| count(column.unwrap_or(0));
        Ok(Some(Decision {
            done: Done { at: at.0, by: AccountId(self.decided_by.unwrap_or_default()) },
            count: Count {
                in_favour: number(self.in_favour)?,
                against: number(self.against)?,
                other: number(self.other)?,
            },
            official: number(self.official)?,
            away: number(self.away)?,
            exempt_absent: number(self.exempt_absent)?,
            base: number(self.base)?,
            needed: number(self.needed)?,
            passed: self.passed.unwrap_or(false),
            citation: Citation { document: self.document.clone(), article: self.article.clone() },
        }))
    }
}

impl TryFrom<Row> for Motion {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            decision: row.outcome.decision()?,
            id: MotionId(row.id),
            meeting: MeetingId(row.meeting_id),
            item: ItemId(row.item_id),
            kind: row.kind.0,
            subject: row.subject.0,
            body: row.body,
            put_at: row.put_at.0,
        })
    }
}

const SELECT: &str = "select id, meeting_id, item_id, kind, subject, body, put_at, decided_at, decided_by, in_favour, \
     against, other, official, away, exempt_absent, base, needed, passed, document, article from motions \
     where withdrawn_at is null";

/// The motions of a meeting that were not withdrawn, in the order they were put.
pub async fn list(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Motion>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and meeting_id = ").push_bind(meeting.0).push(" order by put_at, id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Motion::try_from).collect()
}

/// The motion with this id, if it was not withdrawn.
pub async fn find(tx: &mut Tx, id: MotionId) -> Result<Option<Motion>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" and id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Motion::try_from).transpose()
}

/// Adds motions, decided or not; gives how many were new. One already there, by its id, stays.
pub async fn insert_many(tx: &mut WriteTx, motions: &[Motion], by: Option<AccountId>) -> Result<u64> {
    let mut added = 0;
    for chunk in in_pieces(motions) {
        added += on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into motions (id, meeting_id, item_id, kind, subject, body, put_at, put_by, decided_at, \
                 decided_by, in_favour, against, other, official, away, exempt_absent, base, needed, passed, document, \
                 article) ",
            );
            query.push_values(chunk, |mut row, motion| {
                let decision = motion.decision.as_ref();
                let number = |get: fn(&Decision) -> u32| decision.map(|decision| i64::from(get(decision)));
                row.push_bind(motion.id.0)
                    .push_bind(motion.meeting.0)
                    .push_bind(motion.item.0)
                    .push_bind(motion.kind.as_str())
                    .push_bind(motion.subject.as_str())
                    .push_bind(&motion.body)
                    .push_bind(At(motion.put_at))
                    .push_bind(by.map(|id| id.0))
                    .push_bind(maybe_at(decision.map(|decision| decision.done.at)))
                    .push_bind(decision.map(|decision| decision.done.by.0).filter(|id| !id.is_nil()))
                    .push_bind(number(|decision| decision.count.in_favour))
                    .push_bind(number(|decision| decision.count.against))
                    .push_bind(number(|decision| decision.count.other))
                    .push_bind(number(|decision| decision.official))
                    .push_bind(number(|decision| decision.away))
                    .push_bind(number(|decision| decision.exempt_absent))
                    .push_bind(number(|decision| decision.base))
                    .push_bind(number(|decision| decision.needed))
                    .push_bind(decision.map(|decision| decision.passed))
                    .push_bind(decision.map_or("", |decision| decision.citation.document.as_str()))
                    .push_bind(decision.map_or("", |decision| decision.citation.article.as_str()));
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(added)
}

/// Records what came of a motion, in place of a former count. `false`: there is no such motion.
pub async fn decide(tx: &mut WriteTx, id: MotionId, decision: &Decision) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update motions set decided_at = $2, decided_by = $3, in_favour = $4, against = $5, other = $6, official = $7,
             away = $8, exempt_absent = $9, base = $10, needed = $11, passed = $12, document = $13, article = $14
             where id = $1 and withdrawn_at is null"
        )
        .bind(id.0)
        .bind(At(decision.done.at))
        .bind(Some(decision.done.by.0).filter(|id| !id.is_nil()))
        .bind(i64::from(decision.count.in_favour))
        .bind(i64::from(decision.count.against))
        .bind(i64::from(decision.count.other))
        .bind(i64::from(decision.official))
        .bind(i64::from(decision.away))
        .bind(i64::from(decision.exempt_absent))
        .bind(i64::from(decision.base))
        .bind(i64::from(decision.needed))
        .bind(decision.passed)
        .bind(&decision.citation.document)
        .bind(&decision.citation.article)
    )?;
    Ok(done == 1)
}

/// Takes the count of a motion back: it is open again. `false`: it was not decided.
pub async fn reopen(tx: &mut WriteTx, id: MotionId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update motions set decided_at = null, decided_by = null, in_favour = null, against = null, other = null,
             official = null, away = null, exempt_absent = null, base = null, needed = null, passed = null,
             document = '', article = '' where id = $1 and decided_at is not null"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// Forgets a motion that was put ahead of its meeting and not decided.
pub(crate) async fn forget_undecided(tx: &mut WriteTx, id: MotionId) -> Result<()> {
    run!(tx, sqlx::query("delete from motions where id = $1 and decided_at is null").bind(id.0))?;
    Ok(())
}

/// Withdraws a motion. `false`: it was withdrawn before.
pub async fn withdraw(tx: &mut WriteTx, id: MotionId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update motions set withdrawn_at = $2 where id = $1 and withdrawn_at is null")
            .bind(id.0)
            .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Brings a withdrawn motion of a meeting again, as it stood. `false`: it was not withdrawn, or is of another meeting.
pub async fn bring_again(tx: &mut WriteTx, meeting: MeetingId, id: MotionId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update motions set withdrawn_at = null where id = $1 and meeting_id = $2 and withdrawn_at is not null"
        )
        .bind(id.0)
        .bind(meeting.0)
    )?;
    Ok(done == 1)
}

/// The opinions reserved in a meeting.
pub async fn reserved(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<ReservedOpinion>> {
    let rows: Vec<(Uuid, Uuid, String, At)> = on_both!(tx, |c| sqlx::query_as(
        "select r.motion_id, r.member_id, r.body, r.recorded_at from reserved_opinions r
         join motions m on m.id = r.motion_id where m.meeting_id = $1 and m.withdrawn_at is null
         order by r.recorded_at, r.member_id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    let opinions = rows.into_iter().map(|(motion, member, body, at)| ReservedOpinion {
        motion: MotionId(motion),
        member: MemberId(member),
        body,
        at: at.0,
    });
    Ok(opinions.collect())
}

/// Keeps a reserved opinion word for word, in place of a former one of the same member; empty words take it back.
pub async fn reserve(tx: &mut WriteTx, opinion: &ReservedOpinion) -> Result<()> {
    if opinion.body.is_empty() {
        run!(
            tx,
            sqlx::query("delete from reserved_opinions where motion_id = $1 and member_id = $2")
                .bind(opinion.motion.0)
                .bind(opinion.member.0)
        )?;
        return Ok(());
    }
    run!(
        tx,
        sqlx::query(
            "insert into reserved_opinions (motion_id, member_id, body, recorded_at) values ($1, $2, $3, $4)
             on conflict (motion_id, member_id) do update set body = excluded.body, recorded_at = excluded.recorded_at"
        )
        .bind(opinion.motion.0)
        .bind(opinion.member.0)
        .bind(&opinion.body)
        .bind(At(opinion.at))
    )?;
    Ok(())
}
