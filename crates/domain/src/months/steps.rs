//! A cell's month as a line of steps, from the plan to the report: what is done, what is next, and from when it is late.

use serde::Serialize;

use super::{CellMonth, Due, DueKind};
use crate::{problems::Citation, quality::Stage, time::Instant};

text_enum! {
    /// A step of a cell's month.
    MonthStep {
        /// Date and place are set.
        Plan = "plan",
        /// The agenda papers are posted.
        Papers = "papers",
        /// Members and overseer are called.
        Call = "call",
        /// The meeting is held.
        Hold = "hold",
        /// The minutes are adopted.
        Adopt = "adopt",
        /// The cell has scored the meeting.
        Score = "score",
        /// The meeting is reported to the superior committee.
        Report = "report",
    }
}

impl MonthStep {
    /// What is owed while the step is not done, if anything is owed for it.
    const fn owed(self) -> Option<DueKind> {
        match self {
            Self::Plan => Some(DueKind::Date),
            Self::Papers => Some(DueKind::Papers),
            Self::Call => Some(DueKind::Notice),
            Self::Hold => Some(DueKind::Meeting),
            Self::Report => Some(DueKind::Report),
            Self::Adopt | Self::Score => None,
        }
    }
}

/// One step of one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stride {
    /// Which.
    pub step: MonthStep,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was done, or for a date that is set the day it is set to, where that is known.
    pub at: Option<Instant>,
    /// Late from this moment on, while it is not done.
    pub by: Option<Instant>,
    /// The rule that sets its time.
    pub citation: Option<Citation>,
}

impl Stride {
    /// Whether it is not done and its time is over.
    pub fn is_late(&self, now: Instant) -> bool {
        !self.is_done && self.by.is_some_and(|by| by <= now)
    }
}

/// The steps of a month in their order; `owed`: what the month owes, as [`super::due`] gives it.
pub fn steps(month: &CellMonth, owed: &[Due]) -> Vec<Stride> {
    let stride = |step: MonthStep| {
        let at = match step {
            MonthStep::Plan => month.starts_at,
            MonthStep::Papers => month.papers_at,
            MonthStep::Call => month.called_at,
            MonthStep::Hold => month.closed_at,
            MonthStep::Adopt => month.adopted_at,
            MonthStep::Score => None,
            MonthStep::Report => month.reported_at,
        };
        let scored = step == MonthStep::Score && month.stage.is_some_and(|stage| stage >= Stage::Voted);
        let is_done = at.is_some() || scored;
        let due = owed.iter().find(|due| !is_done && Some(due.kind) == step.owed());
        let (by, citation) = due.map_or((None, None), |due| (Some(due.by), due.citation.clone()));
        Stride { step, is_done, at, by, citation }
    };
    MonthStep::ALL.iter().copied().map(stride).collect()
}

/// The step to be done next; none once all are done. What was left out before the opening is not asked for afterwards.
pub fn next_step<'a>(month: &CellMonth, steps: &'a [Stride]) -> Option<&'a Stride> {
    let opened = month.opened_at.is_some();
    steps.iter().find(|stride| !stride.is_done && (!opened || stride.step >= MonthStep::Hold))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::OrganisationId, months::due, rules::RuleBook, time::Month};
    use jiff::civil::date;
    use uuid::Uuid;

    fn at(day: i8, hour: i8) -> Instant {
        Instant::from_local(date(2026, 11, day).at(hour, 0, 0, 0))
    }

    fn month() -> CellMonth {
        CellMonth::empty(OrganisationId(Uuid::nil()), Month::new(2026, 11).unwrap())
    }

    fn walk(month: &CellMonth) -> Vec<Stride> {
        let rules = RuleBook::national().unwrap().on(date(2026, 11, 5));
        steps(month, &due(month, 1, &rules))
    }

    fn next_of(month: &CellMonth) -> Option<MonthStep> {
        next_step(month, &walk(month)).map(|stride| stride.step)
    }

    #[test]
    fn one_step_follows_the_other() {
        let empty = month();
        assert_eq!(next_of(&empty), Some(MonthStep::Plan));
        let planned = CellMonth { starts_at: Some(at(5, 19)), ..empty };
        assert_eq!(next_of(&planned), Some(MonthStep::Papers));
        let posted = CellMonth { papers_at: Some(at(3, 8)), ..planned };
        assert_eq!(next_of(&posted), Some(MonthStep::Call));
        let called = CellMonth { called_at: Some(at(3, 9)), ..posted };
        assert_eq!(next_of(&called), Some(MonthStep::Hold));
    }

    #[test]
    fn what_was_left_out_before_the_opening_is_not_asked_for_afterwards() {
        let opened = CellMonth { starts_at: Some(at(5, 19)), opened_at: Some(at(5, 19)), ..month() };
        assert_eq!(next_of(&opened), Some(MonthStep::Hold));
        let held = CellMonth { closed_at: Some(at(5, 21)), ..opened };
        assert_eq!(next_of(&held), Some(MonthStep::Adopt));
        let adopted = CellMonth { adopted_at: Some(at(5, 22)), ..held };
        assert_eq!(next_of(&adopted), Some(MonthStep::Score));
        let scored = CellMonth { stage: Some(Stage::Voted), ..adopted };
        assert_eq!(next_of(&scored), Some(MonthStep::Report));
        let reported = CellMonth { reported_at: Some(at(6, 8)), ..scored };
        assert_eq!(next_of(&reported), None);
    }

    #[test]
    fn steps_are_late_by_what_the_month_owes() {
        let planned = CellMonth { starts_at: Some(at(5, 19)), ..month() };
        let papers = &walk(&planned)[1];
        assert_eq!((papers.step, papers.by), (MonthStep::Papers, Some(at(4, 19))));
        assert!(papers.citation.is_some());
        assert!(!papers.is_late(at(4, 18)) && papers.is_late(at(4, 19)));
        let held = CellMonth { closed_at: Some(at(5, 21)), ..planned };
        let report = walk(&held).pop().unwrap();
        assert_eq!((report.step, report.by), (MonthStep::Report, Some(at(7, 21))));
    }
}
