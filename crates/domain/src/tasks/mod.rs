//! Tasks set by a meeting: who does what by when, at which meeting it is reported, and when it counts as done.

mod draft;
mod evidence;
mod progress;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    ids::{ItemId, MeetingId, MemberId, OrganisationId, TaskId},
    rules::Rules,
    time::{Instant, Month},
};

pub use draft::{TaskDraft, TaskPlan, TaskReport};
pub use evidence::{Evidence, EvidenceError, MOST_FILES, Return, words as evidence_words};
pub use progress::{Progress, progress};

text_enum! {
    /// How a task stands in time, as tables of resolutions write it.
    TaskState {
        /// Under way (đang triển khai).
        InProgress = "in_progress",
        /// With a deadline (có mốc thời hạn).
        Dated = "dated",
        /// Recurring: judged at every meeting it is reported to (nhiệm vụ thường xuyên).
        Standing = "standing",
        /// Without a date yet (chưa xác định mốc): known from older tables only, a new task must name one.
        Undated = "undated",
    }
}

/// A task of a resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The cell.
    pub cell: OrganisationId,
    /// The meeting that set it.
    pub meeting: MeetingId,
    /// Its place in the resolution's table, from 1.
    pub position: u32,
    /// What is to be done.
    pub title: String,
    /// What is to come of it; may be empty.
    pub product: String,
    /// Who answers for it. `None` only in tasks taken over from older tables.
    pub owner: Option<MemberId>,
    /// By when.
    pub deadline: Option<Date>,
    /// The month of the meeting at which it is reported.
    pub reports_in: Option<Month>,
    /// How it stands in time.
    pub state: TaskState,
    /// What came of it so far; empty until reported.
    pub result: String,
    /// How much of it is done, 0 to 100.
    pub done_percent: u8,
    /// The day it was reported done.
    pub done_on: Option<Date>,
    /// The day the cell let it drop.
    pub dropped_on: Option<Date>,
    /// The item of that meeting's agenda under which it was set.
    pub item: Option<ItemId>,
    /// When the cell accepted its result: until then it comes back on each agenda once due.
    pub accepted_at: Option<Instant>,
    /// Rises by one with each change.
    pub version: u32,
}

/// A due task as one meeting found it: a line of the table in that meeting's resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskReview {
    /// The meeting.
    pub meeting: MeetingId,
    /// The task.
    pub task: TaskId,
    /// How it stood in time before.
    pub state_before: TaskState,
    /// What came of it, as reported there.
    pub result: String,
    /// How much of it was done, 0 to 100.
    pub done_percent: u8,
}

impl Task {
    /// Whether it counts as done by `date`: reported done by then, to the share the rule asks for.
    pub fn is_done_by(&self, date: Date, rules: &Rules) -> bool {
        u32::from(self.done_percent) >= rules.done_from_percent().value
            && self.done_on.is_none_or(|day| day <= date)
    }

    /// Whether it was let drop by `date`.
    pub fn is_dropped_by(&self, date: Date) -> bool {
        self.dropped_on.is_some_and(|day| day <= date)
    }

    /// Whether its result is due at a meeting held on `date` for `month`: its deadline has come; without a deadline, the
    /// meeting is the one at which it is reported, or a later one. An undated task without either is never due.
    pub fn is_due(&self, month: Month, date: Date) -> bool {
        let dated = !matches!(self.state, TaskState::Standing);
        match self.deadline.filter(|_| dated) {
            Some(deadline) => deadline <= date,
            None => self.reports_in.is_some_and(|reports_in| reports_in <= month),
        }
    }

    /// Whether its deadline passed before `date` with the task neither done nor dropped.
    pub fn is_overdue(&self, date: Date, rules: &Rules) -> bool {
        let open = !self.is_done_by(date, rules) && !self.is_dropped_by(date);
        open && self.deadline.is_some_and(|deadline| deadline < date)
    }

    /// Days from `date` to the deadline; negative once it has passed.
    pub fn days_left(&self, date: Date) -> Option<i32> {
        self.deadline.and_then(|deadline| date.until(deadline).ok()).map(|span| span.get_days())
    }
}
