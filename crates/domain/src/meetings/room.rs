//! What happens in the room: guests, remarks, and what is added to adopted minutes later.

use serde::Serialize;

use crate::{
    ids::{AccountId, AdditionId, GuestId, ItemId, MeetingId, MemberId, RemarkId},
    time::Instant,
};

/// A guest at a meeting: never counted, never voting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Guest {
    /// The id.
    pub id: GuestId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Name.
    pub name: String,
    /// Office or body, as the minutes name it.
    pub role: String,
    /// The member, if the guest is one in this store.
    pub member: Option<MemberId>,
    /// Whether present as the superior committee's member who follows the cell.
    pub overseer: bool,
}

text_enum! {
    /// What a remark is.
    RemarkKind {
        /// A view, a report, a question.
        Remark = "remark",
        /// Self-criticism (tự phê bình).
        SelfCriticism = "self_criticism",
        /// Criticism (phê bình).
        Criticism = "criticism",
        /// A proposal that needs an answer (kiến nghị, đề xuất).
        Proposal = "proposal",
        /// The chair's answer to a proposal.
        Answer = "answer",
    }
}

/// Who spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// A member on the roll.
    Member(MemberId),
    /// A guest.
    Guest(GuestId),
}

/// A remark made under an item of the agenda. Who spoke is a fact that scoring counts, even if no word was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Its id; given by the page, so that a remark posted twice is one.
    pub id: RemarkId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// Who spoke.
    pub speaker: Speaker,
    /// What it is.
    pub kind: RemarkKind,
    /// What was said, as the minutes keep it.
    pub body: String,
    /// When.
    pub at: Instant,
    /// Rises by one with each change.
    pub version: u32,
}

/// What was added to adopted minutes. Nothing in them is ever changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Addition {
    /// Its id.
    pub id: AdditionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// What is added.
    pub body: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
}

/// The text of a meeting's resolution beside what facts fill in by themselves (tables of tasks, vote line, score):
/// the frame of 42-HD/BTCTW II.3.1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Resolution {
    /// I.1: politics and ideology, members' thinking and public opinion last month.
    pub situation: String,
    /// I.2: results of the political task last month.
    pub results: String,
    /// I.4: praise and reminders.
    pub praise: String,
    /// I.5: faults and their causes.
    pub faults: String,
    /// II: direction for next month; the tasks follow by themselves.
    pub direction: String,
    /// III: assignment and execution.
    pub execution: String,
    /// Rises by one with each change; 0 while nothing is written.
    pub version: u32,
}
