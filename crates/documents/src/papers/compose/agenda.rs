//! Agenda: when, where, and the entries with their times and presenters.

use jiff::civil::DateTime;
use nennep_domain::{
    meetings::Part,
    names::tidy,
    papers::{Agenda, AgendaEntry, Layout},
};

use super::{Frame, Paper, paper, signed_foot, tables::column, words::clock_in, writer::Writer};
use crate::papers::{
    block::{Align, Foot, Row, Table},
    form::{Form, fill, form},
};

pub(super) fn compose(agenda: &Agenda, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.agenda;
    let sitting = &agenda.sitting;
    let mut writer = Writer::default();
    writer.labelled_point(&words.time, &form.moment_or_dots(sitting.starts_at, sitting.month.year()));
    writer.labelled_or_dotted_point(&words.place, &sitting.place);
    if let Some(chair) = &agenda.chair {
        writer.labelled_point(&words.chair, &form.comrade(chair));
    }
    writer.table(entries(form, agenda));
    let minutes: u32 = agenda.entries.iter().map(|entry| entry.planned_minutes).sum();
    if minutes > 0 {
        writer.body(&fill(&words.total, &[("minutes", &minutes.to_string())]));
    }

    let summary = [form.sitting(sitting)].into_iter().chain(form.topic(sitting)).collect();
    // An agenda goes to those in the room: it is signed or not, but it has no recipients.
    let foot = Foot { recipients: Vec::new(), ..signed_foot(form, layout, agenda.signatory.as_ref(), &[]) };
    let frame = Frame {
        letterhead: &agenda.letterhead,
        year: sitting.month.year(),
        name: &words.name,
        summary,
        foot,
    };
    paper(writer, frame, layout)
}

fn entries(form: &Form, agenda: &Agenda) -> Table {
    let words = &form.agenda;
    let combined = agenda.entries.iter().any(|entry| entry.part == Part::Thematic);
    let mut at = agenda.sitting.starts_at;
    let mut part = None;
    let mut rows = Vec::new();
    for (n, entry) in agenda.entries.iter().enumerate() {
        if combined && part != Some(entry.part) {
            part = Some(entry.part);
            rows.push(Row::bold(vec![form.part(entry.part)]));
        }
        let person = entry.presenter.as_ref().map(|person| form.person(person)).unwrap_or_default();
        rows.push(Row::of(vec![(n + 1).to_string(), time(form, &mut at, entry), tidy(&entry.title), person]));
    }
    let clock = if agenda.sitting.starts_at.is_some() { &words.column_clock } else { &words.column_minutes };
    Table {
        columns: vec![
            column(&form.common.column_number, 9.0, Align::Center),
            column(clock, 28.0, Align::Center),
            column(&words.column_item, 84.0, Align::Left),
            column(&words.column_presenter, 44.0, Align::Left),
        ],
        rows,
        row_height_mm: 0.0,
    }
}

/// From when to when an entry is planned, counted on from the start; only its minutes where the start is not known.
fn time(form: &Form, at: &mut Option<DateTime>, entry: &AgendaEntry) -> String {
    let minutes = entry.planned_minutes;
    if minutes == 0 {
        return String::new();
    }
    let words = &form.agenda;
    let Some(from) = *at else { return minutes.to_string() };
    let to = from.saturating_add(jiff::SignedDuration::from_mins(i64::from(minutes)));
    *at = Some(to);
    fill(&words.span, &[("from", &clock_in(&words.clock, from)), ("to", &clock_in(&words.clock, to))])
}
