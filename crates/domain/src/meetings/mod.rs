//! A cell's meeting, from the year's plan to the adopted minutes.

use serde::Serialize;

use crate::{
    ids::{AccountId, ItemId, MeetingId, MemberId, OrganisationId},
    time::{Instant, Month},
};

text_enum! {
    /// The kind of a meeting.
    MeetingKind {
        /// Routine monthly meeting (sinh hoạt thường kỳ).
        Routine = "routine",
        /// Thematic meeting (sinh hoạt chuyên đề).
        Thematic = "thematic",
        /// Routine and thematic in one sitting, one part after the other (kết hợp).
        Combined = "combined",
        /// Extraordinary meeting (sinh hoạt đột xuất).
        Extraordinary = "extraordinary",
        /// Meeting of the cell committee (họp chi ủy).
        CellCommittee = "cell_committee",
        /// Meeting by sub-cells (sinh hoạt theo tổ đảng).
        SubCell = "sub_cell",
        /// Cell congress (đại hội chi bộ).
        Congress = "congress",
        /// Yearly review conference (kiểm điểm cuối năm).
        Review = "review",
        /// Admission or recognition (kết nạp, công nhận chính thức).
        Admission = "admission",
        /// Discipline (xét kỷ luật).
        Discipline = "discipline",
    }
}

impl MeetingKind {
    /// Whether it is, or holds as its first part, the month's routine meeting (Điều lệ Art. 24.2).
    pub const fn is_routine(self) -> bool {
        matches!(self, Self::Routine | Self::Combined)
    }

    /// Whether it is, or holds as its second part, a thematic meeting (42-HD/BTCTW: at least one a quarter).
    pub const fn is_thematic(self) -> bool {
        matches!(self, Self::Thematic | Self::Combined)
    }
}

/// A deed that was done: when and by which account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Done {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: AccountId,
}

/// How far a meeting has come: each step is a fact with its time, or not yet there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// Date and place were registered with the superior committee.
    pub registered: Option<Done>,
    /// The superior committee agreed to date and place.
    pub approved: Option<Done>,
    /// Notice went to members and overseer.
    pub called: Option<Done>,
    /// Opened by the chair.
    pub opened: Option<Done>,
    /// The agenda was adopted.
    pub agenda_adopted: Option<Done>,
    /// Closed; length and roll are fixed.
    pub closed: Option<Done>,
    /// The minutes were read out and adopted.
    pub adopted: Option<Done>,
    /// Papers and minutes were reported to the superior committee.
    pub reported: Option<Done>,
    /// Called off.
    pub cancelled: Option<Done>,
}

/// A meeting of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Its id.
    pub id: MeetingId,
    /// The cell that meets.
    pub cell: OrganisationId,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// The theme of a thematic part, or what an extraordinary meeting is about; else empty.
    pub topic: String,
    /// When it is to start (planned or registered).
    pub starts_at: Option<Instant>,
    /// Where.
    pub place: String,
    /// Who chairs; named at the opening.
    pub chair: Option<MemberId>,
    /// Who takes the minutes; named at the opening.
    pub minute_taker: Option<MemberId>,
    /// Who follows the meeting in order to score it.
    pub tracker: Option<MemberId>,
    /// What was said of the state of dues at the opening.
    pub dues_note: String,
    /// Why it was called off; else empty.
    pub cancel_reason: String,
    /// How far it has come.
    pub steps: Steps,
}

impl Meeting {
    /// Whether it has been opened and not yet closed.
    pub const fn is_running(&self) -> bool {
        self.steps.opened.is_some() && self.steps.closed.is_none()
    }

    /// Minutes from opening to closing, once closed.
    pub fn length_minutes(&self) -> Option<u32> {
        Some(self.steps.closed?.at.minutes_since(self.steps.opened?.at))
    }
}

text_enum! {
    /// Which part of a combined sitting an item belongs to; a thematic part never replaces the routine one (42-HD).
    Part {
        /// The routine part.
        Routine = "routine",
        /// The thematic part.
        Thematic = "thematic",
    }
}

text_enum! {
    /// What an agenda item is for; scoring reads from it which steps of 42-HD II.2.2 were done.
    ItemKind {
        /// Opening: reason, guests, minute-taker, roll call, dues, agenda.
        Opening = "opening",
        /// News, new papers, members' thinking and public opinion.
        Information = "information",
        /// Report on last month and the table of the previous resolution's tasks.
        Review = "review",
        /// Study topic (học tập và làm theo Bác), 15-30 minutes.
        Study = "study",
        /// Tasks of the coming month.
        Plan = "plan",
        /// Discussion of a focus point.
        Discussion = "discussion",
        /// Self-criticism and criticism (tự phê bình và phê bình).
        Criticism = "criticism",
        /// Presentation and discussion of a theme.
        Theme = "theme",
        /// Members, admission, recognition, exemption.
        Membership = "membership",
        /// Assignment of tasks with deadlines.
        Assignment = "assignment",
        /// Answers to members' proposals.
        Proposals = "proposals",
        /// Conclusion and vote on the resolution.
        Conclusion = "conclusion",
        /// Scoring the meeting.
        Scoring = "scoring",
        /// Closing: minutes read and adopted.
        Closing = "closing",
    }
}

text_enum! {
    /// Where an agenda item came from.
    ItemSource {
        /// The template for the type of cell.
        Template = "template",
        /// Drafted from facts: a task due, a probation date, a missing thematic meeting.
        Facts = "facts",
        /// Added by hand.
        Hand = "hand",
    }
}

/// An item of the agenda, and what the minutes say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its id.
    pub id: ItemId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Its place in the order, from 1.
    pub position: u32,
    /// The part of a combined sitting.
    pub part: Part,
    /// What it is for.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// What is to be said or read: the prepared text.
    pub body: String,
    /// Minutes planned.
    pub planned_minutes: u32,
    /// Who presents it.
    pub presenter: Option<MemberId>,
    /// Where it came from.
    pub source: ItemSource,
    /// The fact's own reference, so that the same fact is not drafted twice; else empty.
    pub source_key: String,
    /// When it was taken up.
    pub started_at: Option<Instant>,
    /// When it was done with.
    pub ended_at: Option<Instant>,
    /// What the minutes say of it.
    pub notes: String,
    /// Its conclusion.
    pub conclusion: String,
    /// Rises by one with each saved change of notes or conclusion: two minute-takers never overwrite each other unseen.
    pub version: u32,
}

text_enum! {
    /// How a member attended.
    Attendance {
        /// Present (có mặt).
        Present = "present",
        /// Absent with reason (vắng có lý do).
        Excused = "excused",
        /// Absent without reason (vắng không lý do).
        Unexcused = "unexcused",
        /// Exempt from meetings (miễn sinh hoạt).
        Exempt = "exempt",
        /// On special duty of the armed forces (nhiệm vụ đặc biệt).
        SpecialDuty = "special_duty",
    }
}

/// One line of a meeting's roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RollEntry {
    /// The member as the roll of the day knows them.
    #[serde(flatten)]
    pub who: crate::members::RollMember,
    /// How the member attended; `None` until called.
    pub attendance: Option<Attendance>,
    /// When the member came, if after the opening.
    pub arrived_at: Option<Instant>,
    /// When the member left, if before the closing.
    pub left_at: Option<Instant>,
    /// Reason of an absence.
    pub note: String,
}

mod preparation;
mod room;

pub use preparation::{LeaveAnswer, LeaveRequest, Notice, Paper, Preparation, PreparationKind};
pub use room::{Addition, Guest, Remark, RemarkKind, Resolution, Speaker};

mod adopt;
pub mod agenda;
mod close;
mod course;
mod habit;
mod open;
mod state;
mod sub_cells;

pub use adopt::AdoptError;
pub use close::{CloseError, Closure};
pub use course::{CourseFacts, CourseStep, Leg, course, next};
pub use habit::{Habit, habit};
pub use open::OpenError;
pub use state::{MeetingState, StateError};
pub use sub_cells::{SubCellFacts, SubCellFault, SubCellFaultKind, sub_cell_faults};

#[cfg(test)]
mod deeds_tests;
