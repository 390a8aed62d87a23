//! The yearly rating of members and cells (366-QĐ/TW, 43-HD/BTCTW; before them 124-QĐ/TW): a round of a year, the steps each of
//! them goes through, what level the facts bear, and the ceiling on those rated excellent. A level is always decided by people.

mod ceiling;
mod commitment;
mod forms;
mod round;
mod steps;
mod support;

use serde::Serialize;

pub use ceiling::{Ceiling, Tally};
pub use commitment::{Check, Commitment, Pledge};
pub use forms::{DecisionForm, OpinionForm, SelfForm, VoteForm, answer_text};
pub use round::{CloseError, Round, is_rated};
pub use steps::{Ballots, Step, StepBody};
pub use support::{Block, Grounds, NotSupported, Support, must_bear, support};

text_enum! {
    /// The level a year is rated, best first.
    Level {
        /// Tasks fulfilled excellently (hoàn thành xuất sắc nhiệm vụ).
        Excellent = "excellent",
        /// Tasks fulfilled well (hoàn thành tốt nhiệm vụ).
        Good = "good",
        /// Tasks fulfilled (hoàn thành nhiệm vụ).
        Completed = "completed",
        /// Tasks not fulfilled (không hoàn thành nhiệm vụ).
        Failed = "failed",
    }
}

text_enum! {
    /// A step of a rating, in the order they are taken.
    StepKind {
        /// The member's, or the cell's, own rating.
        SelfRating = "self",
        /// What others say: where the member lives, unions, the employer, the host.
        Opinion = "opinion",
        /// The cell's vote and proposal.
        Vote = "vote",
        /// The decision of the committee above.
        Decision = "decision",
        /// What the member answers to it.
        Answer = "answer",
    }
}

text_enum! {
    /// Who gives an opinion.
    OpinionSource {
        /// The party organisation where the member lives (213-QĐ/TW).
        Residence = "residence",
        /// Unions and other mass organisations.
        Unions = "unions",
        /// Whoever employs the member, or leads the unit.
        Employer = "employer",
        /// The cell that hosts a member temporarily transferred.
        Host = "host",
    }
}

/// How the tasks of a year stand: those due in it, how many of them are done, late, and above requirement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct TaskCount {
    /// Due in the year.
    pub due: u32,
    /// Of these, done, in time or late.
    pub done: u32,
    /// Of these, done late, or not done though the deadline has passed.
    pub late: u32,
    /// Of these, done above requirement: people say so, no register knows it.
    pub above: u32,
}

impl std::ops::Add for TaskCount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            due: self.due.saturating_add(other.due),
            done: self.done.saturating_add(other.done),
            late: self.late.saturating_add(other.late),
            above: self.above.saturating_add(other.above),
        }
    }
}

/// How a member attended the meetings of a year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Attendance {
    /// Present.
    pub present: u32,
    /// Absent with reason.
    pub excused: u32,
    /// Absent without reason.
    pub unexcused: u32,
}
