//! What a meeting is prepared with: the agenda, papers, notices, leave, what members prepared.

use nennep_app::meetings::MeetingView;
use nennep_domain::meetings as domain;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::words::{ItemKind, ItemSource, LeaveAnswer, Part, PreparationKind};
use crate::api::{v1::Person, values::Moment};

/// An item of the agenda, and what the minutes say of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AgendaItem {
    /// Its id.
    pub id: Uuid,
    /// Its place, from 1.
    pub position: u32,
    /// The part of a combined sitting.
    pub part: Part,
    /// What it is for.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Prepared text.
    pub body: String,
    /// Minutes planned.
    pub planned_minutes: u32,
    /// Who presents it.
    pub presenter: Option<Person>,
    /// Where it came from.
    pub source: ItemSource,
    /// When it was taken up.
    pub started_at: Option<Moment>,
    /// When it was done with.
    pub ended_at: Option<Moment>,
    /// What the minutes say of it.
    pub notes: String,
    /// Its conclusion.
    pub conclusion: String,
    /// Rises by one with each saved change of notes or conclusion.
    pub version: u32,
}

impl AgendaItem {
    pub(super) fn of(item: &domain::Item, view: &MeetingView) -> Self {
        Self {
            id: item.id.0,
            position: item.position,
            part: item.part.into(),
            kind: item.kind.into(),
            title: item.title.clone(),
            body: item.body.clone(),
            planned_minutes: item.planned_minutes,
            presenter: item.presenter.map(|member| Person::of(member, view)),
            source: item.source.into(),
            started_at: item.started_at.map(Moment::from),
            ended_at: item.ended_at.map(Moment::from),
            notes: item.notes.clone(),
            conclusion: item.conclusion.clone(),
            version: item.version,
        }
    }
}

/// A paper attached to a meeting, without its bytes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PaperLine {
    /// Its id.
    pub id: Uuid,
    /// The item it belongs to, if not to the whole meeting.
    pub item: Option<Uuid>,
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// When it was posted.
    pub posted_at: Moment,
}

impl From<&domain::Paper> for PaperLine {
    fn from(paper: &domain::Paper) -> Self {
        Self {
            id: paper.id.0,
            item: paper.item.map(|id| id.0),
            name: paper.name.clone(),
            media_type: paper.media_type.clone(),
            size: paper.size,
            sha256: hex(&paper.sha256),
            posted_at: paper.posted_at.into(),
        }
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// How notice went out.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Notices {
    /// People called.
    pub sent: u32,
    /// Of them, called by mail too.
    pub mailed: u32,
    /// Of them, who opened the notice.
    pub seen: u32,
}

impl From<&[domain::Notice]> for Notices {
    fn from(notices: &[domain::Notice]) -> Self {
        let count = |of: fn(&domain::Notice) -> bool| {
            u32::try_from(notices.iter().filter(|notice| of(notice)).count()).unwrap_or(u32::MAX)
        };
        Self {
            sent: count(|_| true),
            mailed: count(|notice| notice.mailed_at.is_some()),
            seen: count(|notice| notice.seen_at.is_some()),
        }
    }
}

/// A member's request to be absent with reason.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeaveRequest {
    /// Who asks.
    pub member: Person,
    /// Why.
    pub reason: String,
    /// When it was asked.
    pub asked_at: Moment,
    /// The answer, once given.
    pub answer: Option<LeaveAnswer>,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// What was said with it.
    pub answer_note: String,
}

impl LeaveRequest {
    pub(super) fn of(request: &domain::LeaveRequest, view: &MeetingView) -> Self {
        Self {
            member: Person::of(request.member, view),
            reason: request.reason.clone(),
            asked_at: request.asked_at.into(),
            answer: request.answer.map(LeaveAnswer::from),
            answered_at: request.answered_at.map(Moment::from),
            answer_note: request.answer_note.clone(),
        }
    }
}

/// What a member prepared; the caller's own, and others' once released.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Preparation {
    /// Its id.
    pub id: Uuid,
    /// Whose.
    pub member: Person,
    /// What.
    pub kind: PreparationKind,
    /// The item it is about.
    pub item: Option<Uuid>,
    /// The task it reviews.
    pub task: Option<Uuid>,
    /// Its text.
    pub body: String,
    /// When it was last changed.
    pub changed_at: Moment,
    /// When it was released to the meeting.
    pub released_at: Option<Moment>,
}

impl Preparation {
    pub(super) fn of(one: &domain::Preparation, view: &MeetingView) -> Self {
        Self {
            id: one.id.0,
            member: Person::of(one.member, view),
            kind: one.kind.into(),
            item: one.item.map(|id| id.0),
            task: one.task.map(|id| id.0),
            body: one.body.clone(),
            changed_at: one.changed_at.into(),
            released_at: one.released_at.map(Moment::from),
        }
    }
}
