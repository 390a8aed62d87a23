//! A motion as the meeting keeps it: what was put, what was counted among whom, and opinions reserved.

use serde::Serialize;

use super::{Count, MotionKind};
use crate::{
    ids::{ItemId, MeetingId, MemberId, MotionId},
    meetings::Done,
    problems::Citation,
    time::Instant,
};

text_enum! {
    /// What a motion is about: some of them are steps of the meeting.
    MotionSubject {
        /// Adopting the agenda.
        Agenda = "agenda",
        /// Adopting the minutes.
        Minutes = "minutes",
        /// The meeting's resolution.
        Resolution = "resolution",
        /// The meeting's score.
        Score = "score",
        /// Anything else.
        Other = "other",
    }
}

/// A motion put to the vote by show of hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// Its id; given by the page, so that a motion put twice is one.
    pub id: MotionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item.
    pub item: ItemId,
    /// The kind, which decides base and majority.
    pub kind: MotionKind,
    /// What it is about.
    pub subject: MotionSubject,
    /// Its words.
    pub body: String,
    /// When it was put.
    pub put_at: Instant,
    /// What came of it, once decided.
    pub decision: Option<Decision>,
}

/// What came of a motion, with the numbers it was judged by that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// When and by whom it was recorded.
    pub done: Done,
    /// Hands counted.
    pub count: Count,
    /// Official members of the cell.
    pub official: u32,
    /// Of them left out of the base: temporarily transferred out, and not present.
    pub away: u32,
    /// Of them left out of the base: exempt, and not present.
    pub exempt_absent: u32,
    /// Among how many it was counted.
    pub base: u32,
    /// The smallest count in favour that passes.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
    /// The rule it was judged by.
    pub citation: Citation,
}

/// A minority opinion, kept word for word (Điều lệ Art. 9: it may be reserved and reported upward).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReservedOpinion {
    /// The motion.
    pub motion: MotionId,
    /// Whose.
    pub member: MemberId,
    /// The words.
    pub body: String,
    /// When it was recorded.
    pub at: Instant,
}
