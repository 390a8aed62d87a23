//! What comes before a meeting: papers, notice, each member's own preparation, leave.

use serde::Serialize;

use crate::{
    ids::{AccountId, ItemId, MeetingId, MemberId, PaperId, PreparationId, TaskId},
    time::Instant,
};

/// A paper attached to a meeting or to one item of its agenda. Its bytes stand once in the store, under their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// Its id.
    pub id: PaperId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item it belongs to, if not to the whole meeting.
    pub item: Option<ItemId>,
    /// The file's name.
    pub name: String,
    /// The file's media type, found from its content.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: Vec<u8>,
    /// When it was posted: 42-HD/BTCTW asks for a day before the meeting.
    pub posted_at: Instant,
    /// By whom.
    pub posted_by: Option<AccountId>,
}

/// The notice of a meeting to one member or to the overseer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who is called.
    pub member: MemberId,
    /// Whether as the superior committee's member who follows the cell.
    pub overseer: bool,
    /// When it was sent.
    pub sent_at: Instant,
    /// When it left by mail too, if it did.
    pub mailed_at: Option<Instant>,
    /// When its page was first opened by the one called.
    pub seen_at: Option<Instant>,
}

text_enum! {
    /// What a member prepares for a meeting.
    PreparationKind {
        /// Self-review of the own tasks.
        SelfReview = "self_review",
        /// A prepared remark.
        Remark = "remark",
    }
}

/// What a member prepared. It stays the member's own until released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preparation {
    /// Its id.
    pub id: PreparationId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Whose.
    pub member: MemberId,
    /// What.
    pub kind: PreparationKind,
    /// The item it is about, if one.
    pub item: Option<ItemId>,
    /// The task it reviews, if one.
    pub task: Option<TaskId>,
    /// Its text.
    pub body: String,
    /// When it was last changed.
    pub changed_at: Instant,
    /// When the member released it to the meeting.
    pub released_at: Option<Instant>,
}

text_enum! {
    /// The secretary's answer to a leave request.
    LeaveAnswer {
        /// The absence is with reason.
        Granted = "granted",
        /// It is not.
        Refused = "refused",
    }
}

/// A member's request to be absent with reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeaveRequest {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who asks.
    pub member: MemberId,
    /// Why.
    pub reason: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// The answer, once given.
    pub answer: Option<LeaveAnswer>,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// What was said with it.
    pub answer_note: String,
}
