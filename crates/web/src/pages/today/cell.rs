//! A cell's month as its leaders see it: the line of steps with the next one open, and what waits for them.

use nennep_app::{
    recruiting::{DueLine, Whom},
    today::{CellToday, MonthToday},
};
use nennep_domain::months::{CellMonth, MonthStep, Stride};

use super::Todo;
use crate::{
    components::{Step, StepState},
    layout::Page,
    pages::months::OwedLine,
    words::Words,
};

/// A month as a line of steps.
pub(super) struct MonthLine {
    pub(super) title: String,
    pub(super) steps: Vec<Step>,
    /// The next step: what it is called as a deed, and where it is done.
    pub(super) next: Option<(String, String)>,
    pub(super) owed: Vec<OwedLine>,
}

/// A cell its leaders look after.
pub(super) struct CellCard {
    pub(super) name: String,
    pub(super) months: Vec<MonthLine>,
    pub(super) todo: Vec<Todo>,
    pub(super) open_tasks: u32,
    pub(super) tasks_path: String,
    /// What falls due in recruiting.
    pub(super) recruiting: Vec<RecruitingLine>,
    pub(super) recruiting_path: String,
    /// The list of outstanding persons was not reviewed for too long.
    pub(super) review_is_due: bool,
}

/// Something that falls due in recruiting.
pub(super) struct RecruitingLine {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) what: String,
    pub(super) by: String,
    pub(super) left: String,
    pub(super) tone: &'static str,
}

impl CellCard {
    pub(super) fn of(page: &Page, cell: &CellToday) -> Self {
        Self {
            name: cell.cell.name.clone(),
            months: cell.months.iter().map(|month| line(page, month)).collect(),
            todo: todo(page.w, cell),
            open_tasks: cell.open_tasks,
            tasks_path: format!("/tasks?of={}", cell.cell.id),
            recruiting: cell.recruiting.iter().map(|line| recruiting(page, line)).collect(),
            recruiting_path: format!("/candidates?of={}", cell.cell.id),
            review_is_due: cell.review_is_due,
        }
    }
}

fn recruiting(page: &Page, line: &DueLine) -> RecruitingLine {
    let w = page.w;
    let (path, what) = match (line.whom, line.step) {
        (Whom::Candidate(id), Some(step)) => {
            (format!("/candidates/{id}"), w.one_of("recruiting-due", step.as_str()))
        }
        (Whom::Candidate(id), None) => (format!("/candidates/{id}"), w.t("recruiting-due-recognition")),
        (Whom::Probationer(id), _) => (format!("/members/{id}/probation"), w.t("recruiting-due-recognition")),
    };
    RecruitingLine {
        name: line.name.clone(),
        path,
        what,
        by: w.date(line.due.on),
        left: w.deadline(line.due.on, page.now.date()).unwrap_or_default(),
        tone: if line.reminder.mark.is_none() { "poor" } else { "average" },
    }
}

/// Where a step is done.
fn path(step: MonthStep, month: &CellMonth) -> String {
    let Some(id) = month.meeting else {
        return format!("/cells/{}/plan?year={}", month.cell, month.month.year());
    };
    match step {
        MonthStep::Plan => format!("/meetings/{id}/place"),
        MonthStep::Papers => format!("/meetings/{id}/agenda"),
        MonthStep::Call => format!("/meetings/{id}/call"),
        MonthStep::Hold => format!("/meetings/{id}/room"),
        MonthStep::Adopt | MonthStep::Report => format!("/meetings/{id}/minutes"),
        MonthStep::Score => format!("/meetings/{id}/score"),
    }
}

fn line(page: &Page, month: &MonthToday) -> MonthLine {
    let w = page.w;
    let step = |stride: &Stride| {
        let is_next = month.next == Some(stride.step);
        let state = match (stride.is_done, is_next) {
            (true, _) => StepState::Done,
            (false, _) if stride.is_late(page.now) => StepState::Late,
            (false, true) => StepState::Next,
            (false, false) => StepState::Later,
        };
        let note = match (stride.at, stride.by) {
            (Some(at), _) => w.day_and_month(at.date()),
            (None, Some(by)) => w.with("today-step-by", &[("day", w.day_and_month(by.date()).into())]),
            (None, None) => String::new(),
        };
        let linked = stride.is_done || is_next || state == StepState::Late;
        let path = if linked { path(stride.step, &month.month) } else { String::new() };
        Step { name: w.one_of("today-step", stride.step.as_str()), state, note, path }
    };
    let soon = |by: nennep_domain::time::Instant| by <= page.now.plus_minutes(7 * 24 * 60);
    let owed = month.owed.iter().filter(|due| soon(due.by));
    MonthLine {
        title: w.with("today-month", &[("month", w.month(month.month.month).into())]),
        steps: month.steps.iter().map(step).collect(),
        next: month.next.map(|step| (w.one_of("today-do", step.as_str()), path(step, &month.month))),
        owed: owed.map(|due| OwedLine::of_due(w, month.month.cell, &month.month, due, page.now)).collect(),
    }
}

fn todo(w: Words, cell: &CellToday) -> Vec<Todo> {
    let leave = cell.leave.iter().map(|leave| Todo {
        words: w
            .with("today-leave-asked", &[("name", (&leave.name).into()), ("reason", (&leave.reason).into())]),
        path: format!("/meetings/{}/leave", leave.meeting),
        at: leave.starts_at,
    });
    let agenda = cell.without_agenda.iter().map(|id| Todo {
        words: w.t("today-no-agenda"),
        path: format!("/meetings/{id}/agenda"),
        at: None,
    });
    let late = (cell.late_tasks > 0).then(|| Todo {
        words: w.with("today-late-tasks", &[("count", cell.late_tasks.into())]),
        path: format!("/tasks?of={}", cell.cell.id),
        at: None,
    });
    let dues = cell.open_dues.map(|month| Todo {
        words: w.with("today-close-dues", &[("month", w.month(month).into())]),
        path: format!("/cells/{}/dues/{month}", cell.cell.id),
        at: None,
    });
    let corrections = (cell.corrections > 0).then(|| Todo {
        words: w.with("today-corrections", &[("count", cell.corrections.into())]),
        path: "/corrections".to_owned(),
        at: None,
    });
    leave.chain(agenda).chain(late).chain(corrections).chain(dues).collect()
}
