//! Tables that several papers share.

use nennep_domain::{
    meetings::Part,
    names::tidy,
    papers::{Task, letterhead::short_date},
};

use super::words::stop;
use crate::papers::{
    block::{Align, Column, Row, Table},
    form::{Form, fill},
};

/// A column of a table.
pub(super) fn column(head: &str, share: f64, align: Align) -> Column {
    Column { head: head.to_owned(), share, align }
}

impl Form {
    /// The name of a part of a combined sitting.
    pub(super) fn part(&self, part: Part) -> String {
        match part {
            Part::Routine => self.common.routine_part.clone(),
            Part::Thematic => self.common.thematic_part.clone(),
        }
    }

    /// A task with what is to come of it.
    pub(super) fn task(&self, task: &Task) -> String {
        let (text, product) = (tidy(&task.text), tidy(&task.product));
        if product.is_empty() {
            return text;
        }
        fill(&self.common.product, &[("task", text.trim_end_matches('.')), ("product", &product)])
    }

    /// The table of tasks with lead, deadline and the meeting that hears the report (statement 18).
    pub(super) fn task_table(&self, tasks: &[Task]) -> Table {
        let words = &self.common;
        let rows = tasks.iter().enumerate().map(|(n, task)| {
            let report = task.report_in.map(|month| self.month_short(month)).unwrap_or_default();
            let due = task.due_on.map(short_date).unwrap_or_default();
            Row::of(vec![(n + 1).to_string(), stop(&self.task(task)), tidy(&task.lead), due, report])
        });
        Table {
            columns: vec![
                column(&words.column_number, 9.0, Align::Center),
                column(&words.column_task, 68.0, Align::Left),
                column(&words.column_lead, 33.0, Align::Left),
                column(&words.column_due, 26.0, Align::Center),
                column(&words.column_report, 29.0, Align::Center),
            ],
            rows: rows.collect(),
            row_height_mm: 0.0,
        }
    }
}
