//! The score sheet of a meeting, its states side by side.

use nennep_domain::{
    names::tidy,
    papers::{Score, Stages},
};

use super::{tables::column, words::points, writer::Writer};
use crate::papers::{
    block::{Align, Row, Run, Table},
    form::{Form, fill},
};

/// Writes the table, the cell's vote on it and the remedies. A state that nothing has reached yet has no column.
pub(super) fn write(writer: &mut Writer, form: &Form, score: &Score) {
    let words = &form.minutes;
    let reached = reached(score);
    let heads = [&words.column_proposed, &words.column_agreed, &words.column_voted, &words.column_decided];
    let shown =
        |cells: [String; 4]| cells.into_iter().zip(reached).filter_map(|(cell, shown)| shown.then_some(cell));

    let mut columns = vec![
        column(&form.common.column_number, 9.0, Align::Center),
        column(&words.column_criterion, 62.0, Align::Left),
        column(&words.column_max, 26.0, Align::Center),
    ];
    columns.extend(shown(heads.map(String::clone)).map(|head| column(&head, 23.0, Align::Center)));

    let mut rows: Vec<_> = score
        .lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let start = [(n + 1).to_string(), tidy(&line.criterion), points(line.max)];
            Row::of(start.into_iter().chain(shown(cells(&line.points, |value| points(*value)))).collect())
        })
        .collect();
    let total = [String::new(), words.total.clone(), score.max.map(points).unwrap_or_default()];
    rows.push(Row::bold(
        total.into_iter().chain(shown(cells(&score.total, |value| points(*value)))).collect(),
    ));
    let grade = [String::new(), words.grade.clone(), String::new()];
    rows.push(Row::bold(
        grade.into_iter().chain(shown(cells(&score.grade, |grade| form.grade_of_meeting(*grade)))).collect(),
    ));
    writer.table(Table { columns, rows, row_height_mm: 0.0 });

    if let Some(vote) = score.vote {
        writer.body(&fill(&words.score_vote, &[("vote", &form.vote(vote))]));
    }
    writer.led(Run::italic(&words.remedies), &score.remedies);
}

/// Which of the four states hold anything.
fn reached(score: &Score) -> [bool; 4] {
    let of = |stages: &Stages<u32>| {
        [stages.proposed.is_some(), stages.agreed.is_some(), stages.voted.is_some(), stages.decided.is_some()]
    };
    let mut reached = of(&score.total);
    for line in &score.lines {
        for (any, one) in reached.iter_mut().zip(of(&line.points)) {
            *any |= one;
        }
    }
    reached
}

fn cells<T>(stages: &Stages<T>, show: impl Fn(&T) -> String) -> [String; 4] {
    [&stages.proposed, &stages.agreed, &stages.voted, &stages.decided]
        .map(|value| value.as_ref().map(&show).unwrap_or_default())
}
