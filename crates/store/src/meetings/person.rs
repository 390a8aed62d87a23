//! Meetings as one member looks at them: what comes next, what was attended, what was answered.

use nennep_domain::{
    ids::{MeetingId, MemberId, OrganisationId},
    meetings::{Attendance, LeaveAnswer, MeetingKind},
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx,
    columns::{At, Word, month},
    error::{Error, Result},
    pieces::push_list,
};

/// A meeting that is ahead or under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coming {
    /// The meeting.
    pub meeting: MeetingId,
    /// The cell.
    pub cell: OrganisationId,
    /// The cell's name.
    pub cell_name: String,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// Its theme; may be empty.
    pub topic: String,
    /// When it is to start.
    pub starts_at: Option<Instant>,
    /// Where; may be empty.
    pub place: String,
    /// When it was called.
    pub called_at: Option<Instant>,
    /// When it was opened.
    pub opened_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct ComingRow {
    id: Uuid,
    cell_id: Uuid,
    cell_name: String,
    month: i64,
    kind: Word<MeetingKind>,
    topic: String,
    starts_at: Option<At>,
    place: String,
    called_at: Option<At>,
    opened_at: Option<At>,
}

impl TryFrom<ComingRow> for Coming {
    type Error = Error;
    fn try_from(row: ComingRow) -> Result<Self> {
        Ok(Self {
            meeting: MeetingId(row.id),
            cell: OrganisationId(row.cell_id),
            cell_name: row.cell_name,
            month: month(row.month)?,
            kind: row.kind.0,
            topic: row.topic,
            starts_at: row.starts_at.map(|at| at.0),
            place: row.place,
            called_at: row.called_at.map(|at| at.0),
            opened_at: row.opened_at.map(|at| at.0),
        })
    }
}

/// The meetings of these cells that are under way or start at `from` or later, earliest first, at most `limit`.
pub async fn coming(tx: &mut Tx, cells: &[OrganisationId], from: Instant, limit: u32) -> Result<Vec<Coming>> {
    if cells.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<ComingRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select m.id, m.cell_id, o.name as cell_name, m.month, m.kind, m.topic, m.starts_at, m.place, m.called_at, \
             m.opened_at from meetings m join organisations o on o.id = m.cell_id \
             where m.cancelled_at is null and m.closed_at is null and (m.opened_at is not null or m.starts_at >= ",
        );
        query.push_bind(At(from)).push(") and m.cell_id in (");
        push_list(&mut query, cells.iter().map(|cell| cell.0));
        query.push(") order by case when m.opened_at is null then 1 else 0 end, m.starts_at, m.id limit ");
        query.push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Coming::try_from).collect()
}

/// How a member attended one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    /// The meeting.
    pub meeting: MeetingId,
    /// The cell.
    pub cell: OrganisationId,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// When it was opened.
    pub opened_at: Option<Instant>,
    /// How the member attended; none if the roll does not say.
    pub attendance: Option<Attendance>,
    /// How many remarks of the member its minutes have.
    pub remarks: u32,
}

#[derive(sqlx::FromRow)]
struct AttendedRow {
    id: Uuid,
    cell_id: Uuid,
    month: i64,
    kind: Word<MeetingKind>,
    opened_at: Option<At>,
    attendance: Option<Word<Attendance>>,
    remarks: i64,
}

/// The closed meetings on whose roll a member stands, latest first, at most `limit`.
pub async fn attended_by(tx: &mut Tx, member: MemberId, limit: u32) -> Result<Vec<Attended>> {
    let rows: Vec<AttendedRow> = on_both!(tx, |c| sqlx::query_as(
        "select m.id, m.cell_id, m.month, m.kind, m.opened_at, r.attendance,
                (select count(*) from remarks k where k.meeting_id = m.id and k.member_id = r.member_id
                 and k.withdrawn_at is null) as remarks
         from roll_entries r join meetings m on m.id = r.meeting_id
         where r.member_id = $1 and m.closed_at is not null and m.cancelled_at is null
         order by m.closed_at desc, m.id desc limit $2"
    )
    .bind(member.0)
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    rows.into_iter()
        .map(|row| {
            Ok(Attended {
                meeting: MeetingId(row.id),
                cell: OrganisationId(row.cell_id),
                month: month(row.month)?,
                kind: row.kind.0,
                opened_at: row.opened_at.map(|at| at.0),
                attendance: row.attendance.map(|word| word.0),
                remarks: crate::columns::count(row.remarks)?,
            })
        })
        .collect()
}

/// A member's request for leave, with the meeting it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLeave {
    /// The meeting.
    pub meeting: MeetingId,
    /// When it is to start.
    pub starts_at: Option<Instant>,
    /// The answer, once given.
    pub answer: Option<LeaveAnswer>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// What was said with it.
    pub answer_note: String,
}

#[derive(sqlx::FromRow)]
struct OwnLeaveRow {
    meeting_id: Uuid,
    starts_at: Option<At>,
    answer: Option<Word<LeaveAnswer>>,
    answered_at: Option<At>,
    answer_note: String,
}

/// A member's requests asked or answered since a moment, latest first, at most `limit`.
pub async fn leave_of_member(
    tx: &mut Tx,
    member: MemberId,
    since: Instant,
    limit: u32,
) -> Result<Vec<OwnLeave>> {
    let rows: Vec<OwnLeaveRow> = on_both!(tx, |c| sqlx::query_as(
        "select l.meeting_id, m.starts_at, l.answer, l.answered_at, l.answer_note
         from leave_requests l join meetings m on m.id = l.meeting_id
         where l.member_id = $1 and m.cancelled_at is null and (l.asked_at >= $2 or l.answered_at >= $2)
         order by l.asked_at desc, l.meeting_id desc limit $3"
    )
    .bind(member.0)
    .bind(At(since))
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    let leave = rows.into_iter().map(|row| OwnLeave {
        meeting: MeetingId(row.meeting_id),
        starts_at: row.starts_at.map(|at| at.0),
        answer: row.answer.map(|word| word.0),
        answered_at: row.answered_at.map(|at| at.0),
        answer_note: row.answer_note,
    });
    Ok(leave.collect())
}

/// A proposal a member made in a meeting, with the first answer given to it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnProposal {
    /// The meeting.
    pub meeting: MeetingId,
    /// When it was made.
    pub at: Instant,
    /// What was proposed.
    pub body: String,
    /// What was answered; none while nothing was.
    pub answer: Option<String>,
}

#[derive(sqlx::FromRow)]
struct OwnProposalRow {
    meeting_id: Uuid,
    at: At,
    body: String,
    answer: Option<String>,
}

/// A member's proposals since a moment, latest first, at most `limit`.
pub async fn proposals_of_member(
    tx: &mut Tx,
    member: MemberId,
    since: Instant,
    limit: u32,
) -> Result<Vec<OwnProposal>> {
    let rows: Vec<OwnProposalRow> = on_both!(tx, |c| sqlx::query_as(
        "select r.meeting_id, r.at, r.body,
                (select a.body from remarks a where a.item_id = r.item_id and a.kind = 'answer'
                 and a.withdrawn_at is null and a.at >= r.at order by a.at, a.id limit 1) as answer
         from remarks r
         where r.member_id = $1 and r.kind = 'proposal' and r.withdrawn_at is null and r.at >= $2
         order by r.at desc, r.id desc limit $3"
    )
    .bind(member.0)
    .bind(At(since))
    .bind(i64::from(limit))
    .fetch_all(c)
    .await)?;
    let proposals = rows.into_iter().map(|row| OwnProposal {
        meeting: MeetingId(row.meeting_id),
        at: row.at.0,
        body: row.body,
        answer: row.answer,
    });
    Ok(proposals.collect())
}
