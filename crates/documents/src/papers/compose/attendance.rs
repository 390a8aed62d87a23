//! Attendance list: who was there, each with room for a signature.

use jiff::civil::DateTime;
use nennep_domain::{
    meetings::Attendance,
    members::MemberGrade,
    names::tidy,
    papers::{AttendanceLine, AttendanceList, Layout},
};

use super::{
    Frame, Paper, paper,
    tables::column,
    witness,
    words::{clock_in, fill_owned},
    writer::Writer,
};
use crate::papers::{
    block::{Align, Foot, Row, Table},
    form::{Form, fill, form},
};

/// Room for a signature, in millimetres.
const ROW_MM: f64 = 10.0;

pub(super) fn compose(list: &AttendanceList, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.attendance;
    let sitting = &list.sitting;
    let mut writer = Writer::default();
    writer.labelled_point(&words.time, &form.moment_or_dots(sitting.starts_at, sitting.month.year()));
    writer.labelled_or_dotted_point(&words.place, &sitting.place);

    let mut rows: Vec<_> = list
        .lines
        .iter()
        .enumerate()
        .map(|(n, line)| {
            let state =
                line.attendance.map(|attendance| form.attendance_word(attendance)).unwrap_or_default();
            let grade = form.grade(line.grade);
            Row::of(vec![
                (n + 1).to_string(),
                tidy(&line.name),
                grade,
                state,
                note(form, line),
                String::new(),
            ])
        })
        .collect();
    if !list.guests.is_empty() {
        rows.push(Row::bold(vec![words.guests.clone()]));
        rows.extend(list.guests.iter().enumerate().map(|(n, guest)| {
            let number = (list.lines.len() + n + 1).to_string();
            let blank = String::new;
            Row::of(vec![number, tidy(&guest.name), blank(), blank(), tidy(&guest.role), blank()])
        }));
    }
    writer.table(Table {
        columns: vec![
            column(&form.common.column_number, 10.0, Align::Center),
            column(&words.column_name, 46.0, Align::Left),
            column(&words.column_grade, 25.0, Align::Center),
            column(&words.column_state, 29.0, Align::Center),
            column(&words.column_note, 30.0, Align::Left),
            column(&words.column_signature, 25.0, Align::Left),
        ],
        rows,
        row_height_mm: ROW_MM,
    });
    if list.lines.iter().any(|line| line.attendance.is_some()) {
        writer.body(&totals(form, list));
    }

    let foot = Foot {
        signatures: vec![
            witness(&form.foot.minute_taker, list.minute_taker.as_ref().map(|person| person.name.as_str())),
            witness(&form.foot.chair, list.chair.as_ref().map(|person| person.name.as_str())),
        ],
        ..Foot::default()
    };
    let summary = vec![fill(&words.summary, &[("sitting", &form.sitting(sitting))])];
    let frame =
        Frame { letterhead: &list.letterhead, year: sitting.month.year(), name: &words.name, summary, foot };
    paper(writer, frame, layout)
}

/// Reason of an absence, when somebody came and left.
fn note(form: &Form, line: &AttendanceLine) -> String {
    let words = &form.attendance;
    let at = |pattern: &str, at: Option<DateTime>| {
        at.map(|at| fill(pattern, &[("clock", &clock_in(&form.agenda.clock, at))]))
    };
    let reason = Some(tidy(&line.note)).filter(|note| !note.is_empty());
    let notes = [reason, at(&words.came, line.arrived_at), at(&words.left, line.left_at)];
    notes.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn totals(form: &Form, list: &AttendanceList) -> String {
    let count = |wanted: &[Attendance]| {
        let counted =
            list.lines.iter().filter(|line| line.attendance.is_some_and(|state| wanted.contains(&state)));
        counted.count().to_string()
    };
    let figures = [
        ("members", list.lines.len().to_string()),
        ("present", count(&[Attendance::Present])),
        ("excused", count(&[Attendance::Excused])),
        ("unexcused", count(&[Attendance::Unexcused])),
        ("other", count(&[Attendance::Exempt, Attendance::SpecialDuty])),
    ];
    fill_owned(&form.attendance.totals, &figures)
}

impl Form {
    fn attendance_word(&self, attendance: Attendance) -> String {
        let words = &self.common;
        match attendance {
            Attendance::Present => words.present.clone(),
            Attendance::Excused => words.excused.clone(),
            Attendance::Unexcused => words.unexcused.clone(),
            Attendance::Exempt => words.exempt.clone(),
            Attendance::SpecialDuty => words.special_duty.clone(),
        }
    }

    fn grade(&self, grade: MemberGrade) -> String {
        match grade {
            MemberGrade::Official => self.common.official.clone(),
            MemberGrade::Probationary => self.common.probationary.clone(),
        }
    }
}
