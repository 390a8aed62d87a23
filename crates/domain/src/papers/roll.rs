//! Attendance list (with signatures) and blank roll (to be written on, and typed back in the same order).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Letterhead, Person, Sitting, Task};
use crate::{
    meetings::{Attendance, Part},
    members::MemberGrade,
};

/// One member on an attendance list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceLine {
    /// Full name.
    pub name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member attended; `None` leaves the cell empty.
    pub attendance: Option<Attendance>,
    /// Reason of an absence; may be empty.
    pub note: String,
    /// When the member came, if after the opening.
    pub arrived_at: Option<DateTime>,
    /// When the member left, if before the closing.
    pub left_at: Option<DateTime>,
}

/// The list of those who were there, each with room for a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendanceList {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting.
    pub sitting: Sitting,
    /// The members in the order of the roll.
    pub lines: Vec<AttendanceLine>,
    /// Guests.
    pub guests: Vec<Person>,
    /// Who took the minutes; `None` leaves room for the name.
    pub minute_taker: Option<Person>,
    /// Who chaired; `None` leaves room for the name.
    pub chair: Option<Person>,
}

/// One member on a blank roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollLine {
    /// Full name.
    pub name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
}

/// A roll for a meeting held on paper: filled in by hand, then typed in from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankRoll {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting.
    pub sitting: Sitting,
    /// The members in the order of the roll.
    pub lines: Vec<RollLine>,
    /// The agenda, so that remarks and votes can point at an item's number.
    pub items: Vec<(Part, String)>,
    /// Tasks due at the meeting, each with room for what came of it.
    pub due: Vec<Task>,
    /// How many lines to leave for remarks.
    pub remark_lines: u32,
    /// How many lines to leave for motions.
    pub motion_lines: u32,
    /// How many lines to leave for tasks.
    pub task_lines: u32,
}
