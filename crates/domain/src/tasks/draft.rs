//! A task as it is written down, and a report of its result: what must be said before they are taken (statement 18).

use jiff::civil::Date;

use super::TaskState;
use crate::{
    ids::MemberId,
    names::{tidy, tidy_text},
    problems::{Problems, Sentence},
    rules::Rules,
    time::Month,
};

/// A task as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDraft {
    /// What is to be done.
    pub title: String,
    /// What is to come of it.
    pub product: String,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// By when.
    pub deadline: Option<Date>,
    /// The month of the meeting at which it is reported.
    pub reports_in: Option<Month>,
    /// How it stands in time.
    pub state: TaskState,
}

/// A task that says all it must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskPlan {
    /// What is to be done.
    pub title: String,
    /// What is to come of it; may be empty.
    pub product: String,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// By when; standing tasks may have none.
    pub deadline: Option<Date>,
    /// The month of the meeting at which it is reported.
    pub reports_in: Option<Month>,
    /// How it stands in time.
    pub state: TaskState,
}

impl TaskDraft {
    /// The task, if it names work, owner, deadline and reporting meeting as 42-HD/BTCTW II.3.1 asks, none before the day
    /// it is set. A standing task needs no deadline: each meeting it is reported to is one.
    pub fn check(self, set_on: Date, rules: &Rules) -> Result<TaskPlan, Problems> {
        let mut problems = Problems::default();
        let title = tidy(&self.title);
        if title.is_empty() {
            problems.add("title", Sentence::new("tasks-title-missing"));
        }
        if self.owner.is_none() && rules.owner_required().value {
            problems.add("owner", Sentence::new("tasks-owner-missing"));
        }
        match self.deadline {
            None if self.state != TaskState::Standing && rules.deadline_required().value => {
                problems.add("deadline", Sentence::new("tasks-deadline-missing"));
            }
            Some(deadline) if deadline < set_on => {
                problems.add("deadline", Sentence::new("tasks-deadline-past"));
            }
            _ => {}
        }
        match self.reports_in {
            None if rules.reporting_meeting_required().value => {
                problems.add("reports_in", Sentence::new("tasks-reporting-meeting-missing"));
            }
            Some(month) if month < Month::of(set_on) => {
                problems.add("reports_in", Sentence::new("tasks-reporting-meeting-past"));
            }
            _ => {}
        }
        let Self { owner, deadline, reports_in, state, .. } = self;
        problems.or(Some(TaskPlan {
            title,
            product: tidy(&self.product),
            owner,
            deadline,
            reports_in,
            state,
        }))
    }
}

/// What came of a task, as reported to a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskReport {
    /// What came of it, in words.
    pub result: String,
    /// How much of it is done, 0 to 100.
    pub done_percent: u8,
}

impl TaskReport {
    /// The report, if it has words and a share that can be.
    pub fn check(result: &str, done_percent: u32) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let result = tidy_text(result);
        if result.is_empty() {
            problems.add("result", Sentence::new("tasks-result-missing"));
        }
        let share = u8::try_from(done_percent).ok().filter(|percent| *percent <= 100);
        if share.is_none() {
            problems.add("done_percent", Sentence::new("tasks-percent-out-of-range"));
        }
        problems.or(share.map(|done_percent| Self { result, done_percent }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    fn draft() -> TaskDraft {
        TaskDraft {
            title: "  Vận động  3 hộ hiến đất làm đường ".to_owned(),
            product: String::new(),
            owner: Some(MemberId(Uuid::nil())),
            deadline: Some(date(2026, 12, 1)),
            reports_in: Month::new(2026, 12),
            state: TaskState::Dated,
        }
    }

    fn fields(draft: TaskDraft) -> Vec<&'static str> {
        let checked = draft.check(date(2026, 11, 5), &national().on(date(2026, 11, 5)));
        checked
            .err()
            .map_or_else(Vec::new, |problems| problems.0.iter().map(|problem| problem.field).collect())
    }

    #[rstest]
    #[case(draft(), &[])]
    #[case(TaskDraft { title: " ".to_owned(), ..draft() }, &["title"])]
    #[case(TaskDraft { owner: None, ..draft() }, &["owner"])]
    #[case(TaskDraft { deadline: None, ..draft() }, &["deadline"])]
    #[case(TaskDraft { deadline: None, state: TaskState::Undated, ..draft() }, &["deadline"])]
    #[case(TaskDraft { deadline: None, state: TaskState::InProgress, ..draft() }, &["deadline"])]
    #[case(TaskDraft { deadline: None, state: TaskState::Standing, ..draft() }, &[])]
    #[case(TaskDraft { deadline: Some(date(2026, 11, 4)), ..draft() }, &["deadline"])]
    #[case(TaskDraft { deadline: Some(date(2026, 11, 5)), ..draft() }, &[])]
    #[case(TaskDraft { reports_in: None, ..draft() }, &["reports_in"])]
    #[case(TaskDraft { reports_in: Month::new(2026, 10), ..draft() }, &["reports_in"])]
    #[case(TaskDraft { owner: None, deadline: None, reports_in: None, ..draft() }, &["owner", "deadline", "reports_in"])]
    fn statement_18_every_task_has_owner_deadline_and_reporting_meeting(
        #[case] draft: TaskDraft,
        #[case] wrong: &[&str],
    ) {
        assert_eq!(fields(draft), wrong);
    }

    #[test]
    fn a_plan_is_tidied() {
        let plan = draft().check(date(2026, 11, 5), &national().on(date(2026, 11, 5))).unwrap();
        assert_eq!(plan.title, "Vận động 3 hộ hiến đất làm đường");
    }

    #[rstest]
    #[case("Đã xong", 100, &[])]
    #[case("", 100, &["result"])]
    #[case("Đã xong", 101, &["done_percent"])]
    #[case("Đã xong", 300, &["done_percent"])]
    fn a_report_has_words_and_a_share(#[case] result: &str, #[case] percent: u32, #[case] wrong: &[&str]) {
        let checked = TaskReport::check(result, percent);
        let fields: Vec<_> =
            checked.err().unwrap_or_default().0.iter().map(|problem| problem.field).collect();
        assert_eq!(fields, wrong);
    }
}
