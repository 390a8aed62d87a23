//! How many tasks of the previous resolution were due and how many of them are done (statement 15).

use jiff::civil::Date;
use serde::Serialize;

use super::Task;
use crate::{rules::Rules, time::Month};

/// Tasks due at a meeting, and those of them that are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Tasks due.
    pub due: u32,
    /// Of them, done.
    pub done: u32,
}

/// The tasks due at a meeting held on `date` for `month`, and those of them done by then. What was let drop is not due.
pub fn progress<'a>(
    tasks: impl IntoIterator<Item = &'a Task>,
    month: Month,
    date: Date,
    rules: &Rules,
) -> Progress {
    let due = tasks.into_iter().filter(|task| task.is_due(month, date) && !task.is_dropped_by(date));
    due.fold(Progress::default(), |sum, task| Progress {
        due: sum.due + 1,
        done: sum.done + u32::from(task.is_done_by(date, rules)),
    })
}

#[cfg(test)]
mod tests {
    use super::super::TaskState;
    use super::*;
    use crate::{ids::*, rules::tests::national};
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 12, 5);

    fn task(state: TaskState, deadline: Option<Date>, done_percent: u8) -> Task {
        Task {
            id: TaskId(Uuid::nil()),
            cell: OrganisationId(Uuid::nil()),
            meeting: MeetingId(Uuid::nil()),
            position: 1,
            title: "Rà soát danh sách quần chúng ưu tú".to_owned(),
            product: String::new(),
            owner: Some(MemberId(Uuid::nil())),
            deadline,
            reports_in: Month::new(2026, 12),
            state,
            result: String::new(),
            done_percent,
            done_on: (done_percent == 100).then_some(date(2026, 12, 1)),
            dropped_on: None,
            item: None,
            accepted_at: None,
            version: 1,
        }
    }

    #[rstest]
    #[case(task(TaskState::Dated, Some(date(2026, 12, 1)), 100), 1, 1)]
    #[case(task(TaskState::Dated, Some(TODAY), 99), 1, 0)]
    #[case(task(TaskState::Dated, Some(date(2026, 12, 6)), 100), 0, 0)]
    #[case(task(TaskState::InProgress, Some(date(2026, 12, 1)), 50), 1, 0)]
    #[case(task(TaskState::Standing, None, 100), 1, 1)]
    #[case(task(TaskState::Standing, Some(date(2027, 12, 31)), 40), 1, 0)]
    #[case(Task { reports_in: None, ..task(TaskState::Undated, None, 0) }, 0, 0)]
    #[case(Task { reports_in: Month::new(2027, 1), ..task(TaskState::Standing, None, 0) }, 0, 0)]
    #[case(Task { done_on: Some(date(2026, 12, 6)), ..task(TaskState::Dated, Some(TODAY), 100) }, 1, 0)]
    #[case(Task { dropped_on: Some(TODAY), ..task(TaskState::Dated, Some(TODAY), 0) }, 0, 0)]
    fn statement_15_what_is_due_and_done(#[case] task: Task, #[case] due: u32, #[case] done: u32) {
        let month = Month::new(2026, 12).unwrap();
        assert_eq!(progress([&task], month, TODAY, &national().on(TODAY)), Progress { due, done });
    }

    #[test]
    fn a_deadline_that_passed_is_overdue_until_done_or_dropped() {
        let rules = national().on(TODAY);
        let late = task(TaskState::Dated, Some(date(2026, 12, 4)), 0);
        assert!(late.is_overdue(TODAY, &rules));
        assert_eq!(late.days_left(TODAY), Some(-1));
        assert!(!task(TaskState::Dated, Some(TODAY), 0).is_overdue(TODAY, &rules));
        assert!(!task(TaskState::Dated, Some(date(2026, 12, 4)), 100).is_overdue(TODAY, &rules));
        assert!(!Task { dropped_on: Some(TODAY), ..late }.is_overdue(TODAY, &rules));
    }
}
