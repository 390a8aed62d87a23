//! Blank roll for a meeting held on paper: filled in by hand, then typed in from top to bottom.

use nennep_domain::{
    names::tidy,
    papers::{BlankRoll, Layout, letterhead::short_date},
};

use super::{Frame, Paper, paper, tables::column, witness, writer::Writer};
use crate::papers::{
    block::{Align, Column, Foot, Row, Run, Table},
    form::{Form, fill, form},
};

/// Room for ticks, in millimetres.
const TICKING_ROW_MM: f64 = 7.5;
/// Room for one entry written by hand, in millimetres.
const WRITING_ROW_MM: f64 = 14.0;

pub(super) fn compose(roll: &BlankRoll, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.roll;
    let sitting = &roll.sitting;
    let mut writer = Writer::default();
    writer.line(vec![Run::italic(&words.how)]);

    writer.section(&words.opening);
    if let Some(at) = sitting.starts_at {
        writer.labelled_point(&words.planned, &form.moment(at));
    }
    writer.dotted_point(&words.opened);
    writer.labelled_or_dotted_point(&words.place, &sitting.place);
    for label in [&words.chair, &words.minute_taker, &words.tracker, &words.guests, &words.dues] {
        writer.dotted_point(label);
    }

    writer.section(&words.roll);
    writer.table(ticks(form, roll));
    writer.section(&words.items);
    for (_, title) in &roll.items {
        writer.plain_point(title);
    }
    if !roll.due.is_empty() {
        writer.section(&words.due);
        writer.table(due(form, roll));
    }
    writer.section(&words.remarks);
    writer.kept(Run::italic(&words.remarks_how));
    let remark_columns =
        [(&words.column_item, 20.0), (&words.column_speaker, 20.0), (&words.column_remark, 116.0)];
    writer.table(empty(form, &remark_columns, roll.remark_lines));
    writer.section(&words.motions);
    let motion_columns = [
        (&words.column_item, 18.0),
        (&words.column_motion, 78.0),
        (&words.column_agreed, 20.0),
        (&words.column_against, 20.0),
        (&words.column_other, 20.0),
    ];
    writer.table(empty(form, &motion_columns, roll.motion_lines));
    writer.section(&words.tasks);
    let common = &form.common;
    let task_columns = [
        (&common.column_task, 70.0),
        (&common.column_lead, 36.0),
        (&common.column_due, 24.0),
        (&common.column_report, 26.0),
    ];
    writer.table(empty(form, &task_columns, roll.task_lines));
    writer.section(&words.closing);
    writer.dotted_point(&words.conclusion);
    writer.lines(3);
    writer.dotted_point(&words.adopted);
    writer.dotted_point(&words.closed);

    let foot = Foot {
        signatures: vec![witness(&form.foot.minute_taker, None), witness(&form.foot.chair, None)],
        ..Foot::default()
    };
    let summary = vec![fill(&words.summary, &[("sitting", &form.sitting(sitting))])];
    let frame =
        Frame { letterhead: &roll.letterhead, year: sitting.month.year(), name: &words.name, summary, foot };
    paper(writer, frame, layout)
}

fn ticks(form: &Form, roll: &BlankRoll) -> Table {
    let words = &form.roll;
    let rows = roll.lines.iter().enumerate().map(|(n, line)| {
        let start = [(n + 1).to_string(), tidy(&line.name), form.grade_short(line.grade)];
        Row::of(start.into_iter().chain((0..4).map(|_| String::new())).collect())
    });
    Table {
        columns: vec![
            column(&form.common.column_number, 9.0, Align::Center),
            column(&words.column_name, 51.0, Align::Left),
            column(&words.column_grade, 13.0, Align::Center),
            column(&words.column_present, 14.0, Align::Center),
            column(&words.column_excused, 16.0, Align::Center),
            column(&words.column_unexcused, 18.0, Align::Center),
            column(&words.column_note, 44.0, Align::Left),
        ],
        rows: rows.collect(),
        row_height_mm: TICKING_ROW_MM,
    }
}

/// The due tasks, each with room for what came of it.
fn due(form: &Form, roll: &BlankRoll) -> Table {
    let (common, words) = (&form.common, &form.roll);
    let rows = roll.due.iter().enumerate().map(|(n, task)| {
        let due = task.due_on.map(short_date).unwrap_or_default();
        let known = [(n + 1).to_string(), form.task(task), tidy(&task.lead), due];
        Row::of(known.into_iter().chain([String::new(), String::new()]).collect())
    });
    Table {
        columns: vec![
            column(&common.column_number, 9.0, Align::Center),
            column(&common.column_task, 55.0, Align::Left),
            column(&common.column_lead, 30.0, Align::Left),
            column(&common.column_due, 24.0, Align::Center),
            column(&words.column_result, 33.0, Align::Left),
            column(&words.column_percent, 14.0, Align::Center),
        ],
        rows: rows.collect(),
        row_height_mm: WRITING_ROW_MM,
    }
}

/// A table of numbered empty rows.
fn empty(form: &Form, columns: &[(&String, f64)], lines: u32) -> Table {
    let number = column(&form.common.column_number, 9.0, Align::Center);
    let others = columns.iter().map(|(head, share)| column(head, *share, Align::Left));
    let columns: Vec<Column> = [number].into_iter().chain(others).collect();
    let blanks = columns.len() - 1;
    let rows = (1..=lines)
        .map(|n| Row::of([n.to_string()].into_iter().chain(vec![String::new(); blanks]).collect()));
    Table { rows: rows.collect(), columns, row_height_mm: WRITING_ROW_MM }
}
