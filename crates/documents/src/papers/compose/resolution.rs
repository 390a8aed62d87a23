//! Resolution: grounds, the four sections of 42-HD II.3.1, the vote that passed it.

use nennep_domain::{
    names::tidy,
    papers::{
        Grounds, LastMonth, Layout, NextMonth, Resolution, TaskResult,
        letterhead::{long_date, short_date},
    },
    tasks::TaskState,
};

use super::{
    Frame, Paper, opinions, paper, signed_foot,
    tables::column,
    words::{points, stop},
    writer::Writer,
};
use crate::papers::{
    block::{Align, Row, Run, Table},
    form::{Form, fill, form},
};

pub(super) fn compose(resolution: &Resolution, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.resolution;
    let mut writer = Writer::default();
    grounds(&mut writer, form, resolution, layout.grounds);

    writer.section(&fill(&words.last, &[("month", &form.month(resolution.last.month).to_uppercase())]));
    or_nothing(&mut writer, form, |writer| last(writer, form, &resolution.last));
    writer.section(&fill(&words.next, &[("month", &form.month(resolution.next.month).to_uppercase())]));
    or_nothing(&mut writer, form, |writer| next(writer, form, &resolution.next));
    writer.section(&words.execution);
    or_nothing(&mut writer, form, |writer| {
        for text in &resolution.execution {
            writer.plain_point(text);
        }
    });
    writer.section(&words.rating);
    or_nothing(&mut writer, form, |writer| rating(writer, form, resolution));
    if let Some(vote) = resolution.vote {
        writer.body(&fill(&words.vote, &[("vote", &form.vote(vote))]));
    }

    let summary = vec![fill(&words.summary, &[("month", &form.month(resolution.next.month))])];
    let foot = signed_foot(form, layout, resolution.signatory.as_ref(), &resolution.recipients);
    let year = resolution.sitting.month.year();
    let frame = Frame { letterhead: &resolution.letterhead, year, name: &words.name, summary, foot };
    Paper { annex: opinions::annex(form, resolution), ..paper(writer, frame, layout) }
}

/// Runs `write`; a section that stays empty says so, for its number must stand.
fn or_nothing(writer: &mut Writer, form: &Form, write: impl FnOnce(&mut Writer)) {
    let before = writer.len();
    write(writer);
    if writer.len() == before {
        writer.body(&form.resolution.nothing);
    }
}

fn grounds(writer: &mut Writer, form: &Form, resolution: &Resolution, style: Grounds) {
    let words = &form.resolution;
    let texts: Vec<_> =
        resolution.grounds.iter().map(|text| tidy(text)).filter(|text| !text.is_empty()).collect();
    for (n, text) in texts.iter().enumerate() {
        let end = if n + 1 == texts.len() { "," } else { ";" };
        let text = fill(&words.ground, &[("text", text.trim_end_matches([';', ',', '.']))]) + end;
        writer.line(vec![Run { italic: style == Grounds::Italic, ..Run::plain(text) }]);
    }
    let sitting = form.sitting(&resolution.sitting);
    let cell = tidy(&resolution.sitting.cell);
    let preamble = match resolution.sitting.starts_at {
        Some(at) => {
            let date = long_date(at.date());
            fill(&words.preamble, &[("cell", &cell), ("sitting", &sitting), ("date", &date)])
        }
        None => fill(&words.preamble_undated, &[("cell", &cell), ("sitting", &sitting)]),
    };
    writer.kept(Run::plain(preamble));
}

fn last(writer: &mut Writer, form: &Form, last: &LastMonth) {
    let words = &form.resolution;
    if !tidy(&last.politics).is_empty() {
        writer.point(&words.politics);
        writer.body(&last.politics);
    }
    if !last.duties.is_empty() {
        writer.point(&words.duties);
        for duty in &last.duties {
            if !tidy(&duty.title).is_empty() {
                writer.letter(&duty.title);
            }
            writer.body(&duty.text);
        }
    }
    if !last.tasks.is_empty() {
        let title = match &last.previous {
            Some((number, date)) => {
                let (reference, date) = (tidy(&number.reference()), short_date(*date));
                fill(&words.previous, &[("reference", &reference), ("date", &date)])
            }
            None => words.previous_unnamed.clone(),
        };
        writer.point(&title);
        writer.table(results(form, last));
    }
    if !last.praise.is_empty() {
        writer.point(&words.praise);
        writer.dashes(&last.praise);
    }
    if !last.faults.is_empty() {
        writer.point(&words.faults);
        for fault in &last.faults {
            let cause = tidy(&fault.cause);
            let text = stop(&tidy(&fault.text));
            let cause = if cause.is_empty() { cause } else { fill(&words.cause, &[("cause", &cause)]) };
            writer.dashes([format!("{text} {cause}")]);
        }
    }
}

/// Each task of the previous resolution, how it stood at the start, and what came of it.
fn results(form: &Form, last: &LastMonth) -> Table {
    let words = &form.resolution;
    let rows = last.tasks.iter().enumerate().map(|(n, task)| {
        let done = task.done_percent.map(|percent| fill(&words.done, &[("percent", &percent.to_string())]));
        let result = [Some(stop(&tidy(&task.result))), done.map(|done| stop(&done))];
        let result: Vec<_> = result.into_iter().flatten().filter(|text| !text.is_empty()).collect();
        let cells = [(n + 1).to_string(), stop(&tidy(&task.task)), tidy(&task.lead), state(form, task)];
        Row::of(cells.into_iter().chain([result.join(" ")]).collect())
    });
    Table {
        columns: vec![
            column(&form.common.column_number, 9.0, Align::Center),
            column(&form.common.column_task, 56.0, Align::Left),
            column(&form.common.column_lead, 31.0, Align::Left),
            column(&words.column_state, 27.0, Align::Left),
            column(&words.column_result, 42.0, Align::Left),
        ],
        rows: rows.collect(),
        row_height_mm: 0.0,
    }
}

/// How a task stood at the start: `Có mốc thời hạn, 28/11/2026`.
fn state(form: &Form, task: &TaskResult) -> String {
    let words = &form.resolution;
    let state = match task.state {
        TaskState::InProgress => &words.state_in_progress,
        TaskState::Dated => &words.state_dated,
        TaskState::Standing => &words.state_standing,
        TaskState::Undated => &words.state_undated,
    };
    task.due_on.map_or_else(|| state.clone(), |due| format!("{state}: {}", short_date(due)))
}

fn next(writer: &mut Writer, form: &Form, next: &NextMonth) {
    let words = &form.resolution;
    if !tidy(&next.direction).is_empty() {
        writer.point(&words.direction);
        writer.body(&next.direction);
    }
    if !next.tasks.is_empty() {
        writer.point(&words.tasks);
        writer.table(form.task_table(&next.tasks));
    }
}

fn rating(writer: &mut Writer, form: &Form, resolution: &Resolution) {
    let words = &form.resolution;
    if let Some(rating) = &resolution.rating {
        let (got, grade) = (points(rating.points), form.grade_of_meeting(rating.grade));
        writer.body(&match rating.max {
            Some(max) => fill(&words.rated_of, &[("points", &got), ("max", &points(max)), ("grade", &grade)]),
            None => fill(&words.rated, &[("points", &got), ("grade", &grade)]),
        });
        writer.led(Run::italic(&words.remedies), &rating.remedies);
    }
}
