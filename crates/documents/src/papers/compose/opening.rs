//! The opening of minutes: time, place, who led, and the roll split into all its parts (statement 7).

use nennep_domain::{
    names::tidy,
    papers::{Absence, Minutes, RollFigures, Vote},
};

use super::{
    words::{fill_owned, share},
    writer::Writer,
};
use crate::papers::form::{Form, fill};

pub(super) fn write(writer: &mut Writer, form: &Form, minutes: &Minutes) {
    let words = &form.minutes;
    let sitting = &minutes.sitting;
    writer.section(&words.opening);
    let moment = form.moment_or_dots(sitting.starts_at, sitting.month.year());
    writer.labelled_point(&words.time, &fill(&words.opened, &[("moment", &moment)]));
    writer.labelled_or_dotted_point(&words.place, &sitting.place);
    for (label, person) in [
        (&words.chair, &minutes.chair),
        (&words.minute_taker, &minutes.minute_taker),
        (&words.tracker, &minutes.tracker),
    ] {
        if let Some(person) = person {
            writer.labelled_point(label, &form.comrade(person));
        }
    }
    if minutes.roll.members() > 0 {
        roll(writer, form, &minutes.roll);
    }
    if let Some(overseer) = &minutes.overseer {
        writer.labelled_point(&words.overseer, &form.comrade(overseer));
    }
    if !minutes.guests.is_empty() {
        let guests: Vec<_> = minutes.guests.iter().map(|guest| form.person(guest)).collect();
        writer.labelled_point(&words.guests, &guests.join("; "));
    }
    let dues = tidy(&minutes.dues);
    if !dues.is_empty() {
        writer.labelled_point(&words.dues, &dues);
    }
}

fn roll(writer: &mut Writer, form: &Form, roll: &RollFigures) {
    let words = &form.minutes;
    let figures = [
        ("members", roll.members().to_string()),
        ("official", roll.official.to_string()),
        ("probationary", roll.probationary.to_string()),
    ];
    writer.labelled_point(&words.members, &fill_owned(&words.members_figures, &figures));
    let attended = Vote { agreed: roll.present(), base: roll.base };
    let figures = [
        ("present", roll.present().to_string()),
        ("official", roll.present_official.to_string()),
        ("probationary", roll.present_probationary.to_string()),
        ("share", share(attended)),
        ("base", roll.base.to_string()),
    ];
    let mut lines = vec![fill_owned(&words.present, &figures)];
    // Absences are stated even where there were none: silence could mean that nobody called the roll.
    for (pattern, absent) in [(&words.excused, &roll.excused), (&words.unexcused, &roll.unexcused)] {
        lines.push(fill(pattern, &[("list", &counted(form, &named(form, absent)))]));
    }
    let tidied = |names: &[String]| names.iter().map(|name| tidy(name)).collect::<Vec<_>>();
    for (pattern, names) in [
        (&words.exempt, tidied(&roll.exempt)),
        (&words.special_duty, tidied(&roll.special_duty)),
        (&words.late, named(form, &roll.late)),
        (&words.left_early, named(form, &roll.left_early)),
    ] {
        if !names.is_empty() {
            lines.push(fill(pattern, &[("list", &counted(form, &names))]));
        }
    }
    writer.dashes(lines);
}

fn named(form: &Form, absences: &[Absence]) -> Vec<String> {
    let noted = |absence: &Absence| match (tidy(&absence.name), tidy(&absence.note)) {
        (name, note) if note.is_empty() => name,
        (name, note) => fill(&form.common.noted, &[("name", &name), ("note", &note)]),
    };
    absences.iter().map(noted).collect()
}

fn counted(form: &Form, names: &[String]) -> String {
    if names.is_empty() {
        return form.common.none.clone();
    }
    fill(&form.minutes.counted, &[("n", &names.len().to_string()), ("names", &names.join("; "))])
}
