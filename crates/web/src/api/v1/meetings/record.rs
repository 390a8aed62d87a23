//! What a meeting recorded: the roll, guests, remarks, motions with their denominators, tasks due.

use nennep_app::meetings::{self as deeds, MeetingView};
use nennep_domain::{meetings as domain, motions, tasks::TaskReview};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    list::Deed,
    words::{Attendance, MotionKind, MotionSubject, RemarkKind},
};
use crate::api::{
    problem::CitationBody,
    v1::{
        Person,
        members::{MemberGrade, StandingState},
        tasks::{Task, TaskState},
    },
    values::Moment,
};

/// One line of the roll.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RollLine {
    /// The member's id.
    pub member: Uuid,
    /// Full name.
    pub name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// How the member attended; missing until called.
    pub attendance: Option<Attendance>,
    /// When the member came, if after the opening.
    pub arrived_at: Option<Moment>,
    /// When the member left, if before the closing.
    pub left_at: Option<Moment>,
    /// Reason of an absence.
    pub note: String,
}

impl From<&domain::RollEntry> for RollLine {
    fn from(entry: &domain::RollEntry) -> Self {
        Self {
            member: entry.who.member.0,
            name: entry.who.name.clone(),
            grade: entry.who.grade.into(),
            state: entry.who.state.into(),
            attendance: entry.attendance.map(Attendance::from),
            arrived_at: entry.arrived_at.map(Moment::from),
            left_at: entry.left_at.map(Moment::from),
            note: entry.note.clone(),
        }
    }
}

/// A guest: never counted, never voting.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GuestLine {
    /// The id.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Office or body.
    pub role: String,
    /// The member, if the guest is one here.
    pub member: Option<Uuid>,
    /// Whether as the superior committee's member who follows the cell.
    pub overseer: bool,
}

impl From<&domain::Guest> for GuestLine {
    fn from(guest: &domain::Guest) -> Self {
        Self {
            id: guest.id.0,
            name: guest.name.clone(),
            role: guest.role.clone(),
            member: guest.member.map(|id| id.0),
            overseer: guest.overseer,
        }
    }
}

/// A remark: who spoke is a fact, even if no word was written down.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Remark {
    /// Its id.
    pub id: Uuid,
    /// The item it was made under.
    pub item: Uuid,
    /// The member who spoke, or
    pub member: Option<Uuid>,
    /// the guest who did.
    pub guest: Option<Uuid>,
    /// The speaker's name.
    pub name: String,
    /// What it is.
    pub kind: RemarkKind,
    /// What was said.
    pub body: String,
    /// When.
    pub at: Moment,
    /// Rises by one with each change.
    pub version: u32,
}

impl Remark {
    pub(super) fn of(remark: &domain::Remark, view: &MeetingView) -> Self {
        let (member, guest) = match remark.speaker {
            domain::Speaker::Member(member) => (Some(member.0), None),
            domain::Speaker::Guest(guest) => (None, Some(guest.0)),
        };
        Self {
            id: remark.id.0,
            item: remark.item.0,
            member,
            guest,
            name: view.speaker_name(remark.speaker).to_owned(),
            kind: remark.kind.into(),
            body: remark.body.clone(),
            at: remark.at.into(),
            version: remark.version,
        }
    }
}

/// What came of a motion, with the numbers it was judged by that day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MotionDecision {
    /// When and by whom it was recorded.
    pub done: Deed,
    /// Hands in favour.
    pub in_favour: u32,
    /// Hands against.
    pub against: u32,
    /// Hands of another opinion.
    pub other: u32,
    /// Official members of the cell.
    pub official: u32,
    /// Of them left out: transferred out for a time, and not present.
    pub away_absent: u32,
    /// Of them left out: exempt, and not present.
    pub exempt_absent: u32,
    /// The denominator: among how many it was counted.
    pub base: u32,
    /// The smallest count in favour that passes.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
    /// The rule it was judged by.
    pub citation: CitationBody,
}

impl From<&motions::Decision> for MotionDecision {
    fn from(decision: &motions::Decision) -> Self {
        Self {
            done: decision.done.into(),
            in_favour: decision.count.in_favour,
            against: decision.count.against,
            other: decision.count.other,
            official: decision.official,
            away_absent: decision.away,
            exempt_absent: decision.exempt_absent,
            base: decision.base,
            needed: decision.needed,
            passed: decision.passed,
            citation: (&decision.citation).into(),
        }
    }
}

/// An opinion that was reserved, word for word.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReservedOpinion {
    /// Whose.
    pub member: Person,
    /// The words.
    pub words: String,
    /// When it was recorded.
    pub at: Moment,
}

/// A motion put to the vote by show of hands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Motion {
    /// Its id.
    pub id: Uuid,
    /// The item.
    pub item: Uuid,
    /// The kind.
    pub kind: MotionKind,
    /// What it is about.
    pub subject: MotionSubject,
    /// Its words.
    pub body: String,
    /// When it was put.
    pub put_at: Moment,
    /// What came of it, once counted.
    pub decision: Option<MotionDecision>,
    /// Opinions reserved on it.
    pub reserved: Vec<ReservedOpinion>,
}

impl Motion {
    pub(super) fn of(motion: &motions::Motion, view: &MeetingView) -> Self {
        let reserved = view.reserved.iter().filter(|one| one.motion == motion.id);
        let reserved = reserved.map(|one| ReservedOpinion {
            member: Person::of(one.member, view),
            words: one.body.clone(),
            at: one.at.into(),
        });
        Self {
            id: motion.id.0,
            item: motion.item.0,
            kind: motion.kind.into(),
            subject: motion.subject.into(),
            body: motion.body.clone(),
            put_at: motion.put_at.into(),
            decision: motion.decision.as_ref().map(MotionDecision::from),
            reserved: reserved.collect(),
        }
    }
}

/// A task due at the meeting, with how the meeting found it once closed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DueTask {
    /// The task as it stands now.
    pub task: Task,
    /// How the meeting found it.
    pub found: Option<FoundTask>,
}

/// How a meeting found a task.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FoundTask {
    /// How it stood in time before.
    pub state_before: TaskState,
    /// What came of it, as reported there.
    pub result: String,
    /// How much of it was done.
    pub done_percent: u8,
}

impl From<&deeds::DueTask> for DueTask {
    fn from(due: &deeds::DueTask) -> Self {
        let found = |review: &TaskReview| FoundTask {
            state_before: review.state_before.into(),
            result: review.result.clone(),
            done_percent: review.done_percent,
        };
        Self { task: (&due.task).into(), found: due.review.as_ref().map(found) }
    }
}
