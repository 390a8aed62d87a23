//! The charts of the committee's year: each answers one question, and its figures stand in the table below.

use nennep_app::months::Grid;
use nennep_documents::charts::{Bar, Bars, Caption, Grade as Part, Grades, Medium, Tone};
use nennep_domain::{months::Totals, quality::Grade};

use super::{
    filter::Show,
    squares::{grade_word, whole_percent},
};
use crate::words::Words;

/// A chart, drawn, with the question it answers.
pub(super) struct Chart {
    pub(super) question: String,
    pub(super) svg: String,
}

/// What a column's bar stands for: its height, and how that is written.
fn measure(w: Words, show: Show, totals: &Totals) -> (Option<f64>, String) {
    let share = |part: u32, whole: u32| (whole > 0).then(|| part * 10_000 / whole);
    let percent = |share: Option<u32>| {
        let shown = share.map(|share| whole_percent(w, share)).unwrap_or_default();
        (share.map(f64::from), shown)
    };
    let number =
        |value: Option<u32>, shown: Option<String>| (value.map(f64::from), shown.unwrap_or_default());
    match show {
        Show::Grade => (Some(f64::from(totals.met)), w.number(totals.met)),
        Show::Length => number(totals.length_minutes(), totals.length_minutes().map(|n| w.number(n))),
        Show::Attendance => percent(totals.attendance()),
        Show::Speaking => percent(totals.speaking()),
        Show::Papers => percent(share(totals.papers_in_time, totals.met)),
        Show::Score => number(totals.score(), totals.score().map(|points| w.points(points))),
        Show::Report => percent(share(totals.reported, totals.met)),
    }
}

/// The months side by side.
pub(super) fn by_month(w: Words, show: Show, grid: &Grid) -> Chart {
    let question = w.one_of("months-question", show.as_str());
    let drawn: Vec<(String, (Option<f64>, String))> = grid
        .months
        .iter()
        .zip(&grid.columns)
        .map(|(month, totals)| (month.number().to_string(), measure(w, show, totals)))
        .collect();
    let bars: Vec<Bar<'_>> =
        drawn.iter().map(|(label, (value, shown))| Bar { label, value: *value, shown }).collect();
    let description: Vec<String> = grid
        .months
        .iter()
        .zip(&drawn)
        .map(|(month, (_, (_, shown)))| format!("{}: {shown}", w.month(month)))
        .collect();
    let description = description.join("; ");
    let caption = Caption { id: "by-month", title: &question, description: &description };
    let svg = Bars { caption, bars: &bars, mark: None }.draw(Medium::Page);
    Chart { question, svg }
}

/// How the cells were graded in the last month that has grades; nothing where none has.
pub(super) fn grades(w: Words, grid: &Grid) -> Option<Chart> {
    let graded = |totals: &&Totals| totals.grades.iter().any(|count| *count > 0);
    let (month, totals) = grid.months.iter().zip(&grid.columns).rev().find(|(_, totals)| graded(totals))?;
    let question = w.with("months-question-grades", &[("month", w.month(month).into())]);
    let graded: u32 = totals.grades.iter().sum();
    let named = |tone, count: u32, name: String| {
        let label = w.with("months-part", &[("name", name.into()), ("count", count.into())]);
        (tone, count, w.number(count), label)
    };
    let tones = [
        (Tone::Good, Grade::Good),
        (Tone::Fair, Grade::Fair),
        (Tone::Middle, Grade::Average),
        (Tone::Poor, Grade::Poor),
    ];
    let mut parts: Vec<_> = tones
        .into_iter()
        .map(|(tone, grade)| named(tone, totals.of_grade(grade), grade_word(w, grade)))
        .collect();
    parts.push(named(Tone::None, totals.cells.saturating_sub(graded), w.t("months-ungraded")));
    let description = parts.iter().map(|part| part.3.as_str()).collect::<Vec<_>>().join("; ");
    let parts: Vec<Part<'_>> = parts
        .iter()
        .map(|(tone, count, shown, label)| Part { tone: *tone, count: *count, shown, label })
        .collect();
    let caption = Caption { id: "grades", title: &question, description: &description };
    let svg = Grades { caption, grades: &parts }.draw(Medium::Page);
    Some(Chart { question, svg })
}
