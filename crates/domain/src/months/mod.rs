//! The committee's month: what is known of a cell's month at a glance, and what will be late before it is late.

mod due;
mod steps;
mod totals;

use serde::Serialize;

use crate::{
    ids::{MeetingId, OrganisationId},
    quality::{Grade, Stage},
    time::{Instant, Month},
};

pub use due::{Due, DueKind, due};
pub use steps::{MonthStep, Stride, next_step, steps};
pub use totals::Totals;

/// What a committee sees of one cell in one month. Facts only: whether they are enough is judged by the rules of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellMonth {
    /// The cell.
    pub cell: OrganisationId,
    /// The month.
    pub month: Month,
    /// The routine or combined meeting, once planned.
    pub meeting: Option<MeetingId>,
    /// When it is to start.
    pub starts_at: Option<Instant>,
    /// When it was called.
    pub called_at: Option<Instant>,
    /// When it was opened.
    pub opened_at: Option<Instant>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// When its minutes were adopted.
    pub adopted_at: Option<Instant>,
    /// When it was reported.
    pub reported_at: Option<Instant>,
    /// A thematic meeting held in this month, on its own or as the second part of a combined one.
    pub thematic: bool,
    /// Minutes from opening to closing.
    pub length_minutes: Option<u32>,
    /// The least minutes that were asked for.
    pub minimum_minutes: Option<u32>,
    /// Members expected by the rule of attendance.
    pub expected: Option<u32>,
    /// Of them, present.
    pub present: Option<u32>,
    /// Of them, absent without reason.
    pub unexcused: Option<u32>,
    /// Attendees who spoke.
    pub speakers: Option<u32>,
    /// All who attended, as the speaking share counts them.
    pub attendees: Option<u32>,
    /// When the last agenda paper was posted before the start.
    pub papers_at: Option<Instant>,
    /// Tasks due at the meeting.
    pub tasks_due: Option<u32>,
    /// Of them, done.
    pub tasks_done: Option<u32>,
    /// Points of the latest stage, in hundredths.
    pub score: Option<u32>,
    /// Grade of the latest stage.
    pub grade: Option<Grade>,
    /// How far the scoring has come.
    pub stage: Option<Stage>,
}

impl CellMonth {
    /// A month of which nothing is known yet.
    pub const fn empty(cell: OrganisationId, month: Month) -> Self {
        Self {
            cell,
            month,
            meeting: None,
            starts_at: None,
            called_at: None,
            opened_at: None,
            closed_at: None,
            adopted_at: None,
            reported_at: None,
            thematic: false,
            length_minutes: None,
            minimum_minutes: None,
            expected: None,
            present: None,
            unexcused: None,
            speakers: None,
            attendees: None,
            papers_at: None,
            tasks_due: None,
            tasks_done: None,
            score: None,
            grade: None,
            stage: None,
        }
    }

    /// Whether the month's routine meeting was held.
    pub const fn is_met(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Whether it was shorter than asked for.
    pub fn is_short(&self) -> bool {
        matches!((self.length_minutes, self.minimum_minutes), (Some(length), Some(minimum)) if length < minimum)
    }

    /// Share of those expected who were present, in hundredths of a percent.
    pub fn attendance(&self) -> Option<u32> {
        share(self.present?, self.expected?)
    }

    /// Share of attendees who spoke, in hundredths of a percent.
    pub fn speaking(&self) -> Option<u32> {
        share(self.speakers?, self.attendees?)
    }

    /// Whether the last agenda paper was posted so many days of 24 hours before the start (statement 5); with no such
    /// rule, whether one was posted at all.
    pub fn has_papers_in_time(&self, days_before: Option<u32>) -> bool {
        match (self.papers_at, self.starts_at, days_before) {
            (Some(posted), Some(start), Some(days)) => {
                posted <= start.plus_minutes(-i64::from(days) * 24 * 60)
            }
            (posted, _, _) => posted.is_some(),
        }
    }

    /// Whether the superior committee has decided the grade.
    pub fn is_decided(&self) -> bool {
        self.stage == Some(Stage::Decided)
    }
}

/// `part` of `whole` in hundredths of a percent, rounded down; `None` of nothing.
pub fn share(part: u32, whole: u32) -> Option<u32> {
    let hundredths = (u64::from(part) * 10_000).checked_div(u64::from(whole))?;
    Some(u32::try_from(hundredths).unwrap_or(u32::MAX))
}
