//! The sheet of a cell: every member with the steps and levels of the year, and the cell itself below.

use jiff::civil::Date;
use nennep_domain::{
    members::MemberGrade,
    papers::letterhead::short_date,
    ratings::{Attendance, Ballots, Level, Tally, TaskCount},
    rules::Hundredths,
};
use serde::Deserialize;

use super::{FORM, Form, points};
use crate::registers::{Column, Register, filled, issuer};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    title: String,
    summary: String,
    form: String,
    empty: String,
    total: String,
    cell: String,
    probationary: String,
    left_out: String,
    ballots: String,
    column: Vec<Column>,
}

/// A cell's ratings of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingSheet {
    /// The organisation above, as it was called that day.
    pub superior: String,
    /// The cell, as it was called that day.
    pub cell: String,
    /// The year.
    pub year: i16,
    /// The day on which it was settled who is rated.
    pub counted_on: Date,
    /// The members by given name, the cell itself last.
    pub lines: Vec<RatingLine>,
    /// The members' levels, counted.
    pub tally: Tally,
}

/// One rating of the sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RatingLine {
    /// The member's name; empty for the cell itself.
    pub name: String,
    /// Official or probationary.
    pub grade: Option<MemberGrade>,
    /// The tasks: as put forward, else as the program knows them.
    pub tasks: TaskCount,
    /// How the member attended.
    pub attended: Attendance,
    /// The own rating: level and points.
    pub own: Option<(Level, Option<Hundredths>)>,
    /// The cell's vote.
    pub ballots: Option<Ballots>,
    /// What the cell proposes: level and points.
    pub proposed: Option<(Level, Option<Hundredths>)>,
    /// The decision: a level, or left out, and its number.
    pub decided: Option<(Option<Level>, String)>,
}

/// The sheet, composed: nine texts a row.
pub fn rating_sheet(sheet: &RatingSheet) -> Register {
    let form = &*FORM;
    let words = &form.sheet;
    let tally = &sheet.tally;
    let counted = [
        ("excellent", tally.excellent.to_string()),
        ("good", tally.good.to_string()),
        ("completed", tally.completed.to_string()),
        ("failed", tally.failed.to_string()),
        ("left_out", tally.left_out.to_string()),
        ("open", tally.open.to_string()),
        ("all", tally.all().to_string()),
    ];
    let dated = [
        ("year", sheet.year.to_string()),
        ("cell", sheet.cell.clone()),
        ("date", short_date(sheet.counted_on)),
    ];
    Register {
        title: filled(&words.title, &dated),
        summary: filled(&words.summary, &dated),
        form: words.form.clone(),
        issuer: issuer(&sheet.superior, &sheet.cell),
        columns: words.column.clone(),
        rows: (1_usize..).zip(&sheet.lines).map(|(n, line)| row(form, n, line)).collect(),
        empty: words.empty.clone(),
        total: filled(&words.total, &counted),
    }
}

fn row(form: &Form, n: usize, line: &RatingLine) -> Vec<String> {
    let words = &form.sheet;
    let is_cell = line.name.is_empty();
    let name = match line.grade {
        _ if is_cell => words.cell.clone(),
        Some(MemberGrade::Probationary) => format!("{}\n{}", line.name, words.probationary),
        _ => line.name.clone(),
    };
    let level = |one: &(Level, Option<Hundredths>)| match one.1 {
        Some(scored) => format!("{}\n{}", form.short(one.0), points(scored)),
        None => form.short(one.0),
    };
    let ballots = |one: &Ballots| {
        let values = [
            ("issued", one.issued.to_string()),
            ("returned", one.returned.to_string()),
            ("valid", one.valid.to_string()),
            ("excellent", one.excellent.to_string()),
            ("good", one.good.to_string()),
            ("completed", one.completed.to_string()),
            ("failed", one.failed.to_string()),
        ];
        filled(&words.ballots, &values)
    };
    let (decided, number) = match &line.decided {
        Some((Some(level), number)) => (form.short(*level), number.clone()),
        Some((None, number)) => (words.left_out.clone(), number.clone()),
        None => (String::new(), String::new()),
    };
    vec![
        n.to_string(),
        name,
        form.tasks(line.tasks),
        form.attended(line.attended),
        line.own.as_ref().map(level).unwrap_or_default(),
        line.ballots.as_ref().map(ballots).unwrap_or_default(),
        line.proposed.as_ref().map(level).unwrap_or_default(),
        decided,
        number,
    ]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_row_has_nine_columns_and_both_forms_are_written() {
        let level = |level| Some((level, Some(Hundredths::new(9150))));
        let ballots =
            Ballots { issued: 20, returned: 20, valid: 19, excellent: 17, good: 2, completed: 0, failed: 0 };
        let sheet = RatingSheet {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            year: 2026,
            counted_on: date(2026, 11, 30),
            lines: vec![
                RatingLine {
                    name: "Lê Thị An".to_owned(),
                    grade: Some(MemberGrade::Probationary),
                    tasks: TaskCount { due: 10, done: 10, late: 0, above: 3 },
                    attended: Attendance { present: 11, excused: 1, unexcused: 0 },
                    own: level(Level::Excellent),
                    ballots: Some(ballots),
                    proposed: level(Level::Excellent),
                    decided: Some((Some(Level::Good), "15-QĐ/ĐU".to_owned())),
                },
                RatingLine { decided: Some((None, "15-QĐ/ĐU".to_owned())), ..RatingLine::default() },
            ],
            tally: Tally { good: 1, ..Tally::default() },
        };
        let composed = rating_sheet(&sheet);
        assert_eq!(composed.columns.len(), 9);
        assert!(composed.rows.iter().all(|row| row.len() == 9));
        assert_eq!(composed.rows[0][4], "HTXSNV\n91,5");
        assert_eq!(composed.rows[0][7], "HTTNV");
        assert!(composed.rows[0][5].contains("20") && composed.title.contains("2026"), "{composed:?}");
        let all: String =
            composed.rows.concat().concat() + &composed.summary + &composed.total + &composed.title;
        assert!(!all.contains('{'), "a blank was left: {all}");
        let at = nennep_domain::time::Instant::from_local(date(2026, 12, 2).at(8, 0, 0, 0));
        let pdf = crate::registers::register_pdf(&composed, at).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
        let xlsx = crate::registers::register_xlsx(&composed, at).unwrap();
        let sheets = crate::sheets::read(&xlsx, "a.xlsx").unwrap();
        assert!(sheets[0].rows.iter().any(|cells| cells.len() == 9));
    }
}
