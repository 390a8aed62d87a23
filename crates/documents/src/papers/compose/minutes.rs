//! Minutes: agenda, the course item by item, score, closing, additions.

use nennep_domain::{
    meetings::Part,
    papers::{ItemRecord, Layout, Minutes, Motion, letterhead::short_date},
};

use super::{
    Frame, Paper, opening, paper, recipient_lines, score, statements, words::fill_owned, writer::Writer,
};
use crate::papers::{
    block::{Foot, Run},
    form::{Form, fill, form},
};

pub(super) fn compose(minutes: &Minutes, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.minutes;
    let mut writer = Writer::default();
    opening::write(&mut writer, form, minutes);
    agenda(&mut writer, form, minutes);
    course(&mut writer, form, &minutes.items);
    if let Some(score) = &minutes.score {
        writer.section(&words.score);
        score::write(&mut writer, form, score);
    }
    closing(&mut writer, form, minutes);
    additions(&mut writer, form, minutes);

    let summary = [form.sitting(&minutes.sitting)].into_iter().chain(form.topic(&minutes.sitting)).collect();
    let foot = Foot {
        recipients_word: form.foot.recipients.clone(),
        recipients: if minutes.recipients.is_empty() {
            Vec::new()
        } else {
            recipient_lines(form, &minutes.recipients)
        },
        signatures: vec![
            super::witness(
                &form.foot.minute_taker,
                minutes.minute_taker.as_ref().map(|person| person.name.as_str()),
            ),
            super::witness(&form.foot.chair, minutes.chair.as_ref().map(|person| person.name.as_str())),
        ],
    };
    let year = minutes.sitting.month.year();
    paper(writer, Frame { letterhead: &minutes.letterhead, year, name: &words.name, summary, foot }, layout)
}

fn agenda(writer: &mut Writer, form: &Form, minutes: &Minutes) {
    let words = &form.minutes;
    if minutes.agenda.is_empty() {
        return;
    }
    writer.section(&words.agenda);
    writer.kept(Run::plain(fill(&words.agenda_intro, &[("n", &minutes.agenda.len().to_string())])));
    for title in &minutes.agenda {
        writer.plain_point(title);
    }
    if let Some(vote) = minutes.agenda_vote {
        writer.body(&fill(&words.agenda_vote, &[("vote", &form.vote(vote))]));
    }
}

fn course(writer: &mut Writer, form: &Form, items: &[ItemRecord]) {
    if items.is_empty() {
        return;
    }
    writer.section(&form.minutes.course);
    let combined = items.iter().any(|item| item.part == Part::Thematic);
    let mut part = None;
    for item in items {
        if combined && part != Some(item.part) {
            part = Some(item.part);
            writer.kept(Run { bold: true, ..Run::italic(form.part(item.part)) });
        }
        self::item(writer, form, item);
    }
}

fn item(writer: &mut Writer, form: &Form, item: &ItemRecord) {
    let words = &form.minutes;
    writer.point(&item.title);
    if let Some(presenter) = &item.presenter {
        writer.body(&fill(&words.presented, &[("person", &form.comrade_first(presenter))]));
    }
    writer.body(&item.notes);
    if !item.remarks.is_empty() {
        writer.kept(Run::italic(&words.remarks));
        statements::remarks(writer, form, &words.remark, &item.remarks);
    }
    writer.led(Run::italic(&words.conclusion), &item.conclusion);
    for motion in &item.motions {
        self::motion(writer, form, motion);
    }
    if !item.tasks.is_empty() {
        writer.kept(Run::italic(&words.tasks));
        writer.table(form.task_table(&item.tasks));
    }
}

fn motion(writer: &mut Writer, form: &Form, motion: &Motion) {
    let words = &form.minutes;
    writer.led(Run::italic(if motion.secret { &words.ballot } else { &words.motion }), &motion.text);
    let figures = [
        ("vote", form.vote(motion.vote())),
        ("against", motion.against.to_string()),
        ("other", motion.other.to_string()),
        ("needed", motion.needed.to_string()),
        ("base", motion.base.to_string()),
        ("verdict", if motion.passed { words.passed.clone() } else { words.failed.clone() }),
    ];
    writer.body(&fill_owned(&words.counted_motion, &figures));
    statements::reserved(writer, form, &words.reserved, &motion.reserved);
}

fn closing(writer: &mut Writer, form: &Form, minutes: &Minutes) {
    let words = &form.minutes;
    if minutes.adoption.is_none() && minutes.closed_at.is_none() {
        return;
    }
    writer.section(&words.closing);
    if let Some(vote) = minutes.adoption {
        writer.body(&fill(&words.adopted, &[("vote", &form.vote(vote))]));
    }
    if let Some(closed) = minutes.closed_at {
        let opened = minutes.sitting.starts_at;
        let same_day = opened.is_none_or(|opened| opened.date() == closed.date());
        let length = opened.map_or(0, |opened| closed.duration_since(opened).as_mins().max(0));
        let pattern = if same_day { &words.closed_same_day } else { &words.closed_other_day };
        let figures =
            [("clock", form.clock(closed)), ("moment", form.moment(closed)), ("minutes", length.to_string())];
        writer.body(&fill_owned(pattern, &figures));
    }
}

fn additions(writer: &mut Writer, form: &Form, minutes: &Minutes) {
    let words = &form.minutes;
    if minutes.additions.is_empty() {
        return;
    }
    writer.section(&words.additions);
    for addition in &minutes.additions {
        let figures = [
            ("clock", form.clock(addition.at)),
            ("date", short_date(addition.at.date())),
            ("person", form.comrade(&addition.by)),
        ];
        writer.led(Run::italic(format!("- {}", fill_owned(&words.addition, &figures))), &addition.text);
        writer.led(Run::italic(&words.reason), &addition.reason);
    }
}
