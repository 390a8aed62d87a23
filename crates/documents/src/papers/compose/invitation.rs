//! Invitation: to whom, when, where, what about, what to prepare.

use nennep_domain::{
    names::tidy,
    papers::{Invitation, Layout, ToPrepare},
};

use super::{
    Frame, Paper, paper, signed_foot,
    words::{first_upper, stop},
    writer::Writer,
};
use crate::papers::{
    block::Run,
    form::{fill, form},
};

pub(super) fn compose(invitation: &Invitation, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let words = &form.invitation;
    let sitting = &invitation.sitting;
    let name = form.sitting(sitting);
    let mut writer = Writer::default();

    writer.line(match &invitation.invited {
        Some(person) => vec![Run::plain(&words.to), Run::bold(form.comrade(person))],
        None => vec![
            Run::plain(&words.to),
            Run::plain(fill(&form.common.comrade, &[("person", "")])),
            Run::dots(),
        ],
    });
    let cell = first_upper(&tidy(&sitting.cell));
    writer.body(&fill(&words.invites, &[("cell", &cell), ("sitting", &name)]));
    let length =
        invitation.length_minutes.map(|minutes| fill(&words.length, &[("minutes", &minutes.to_string())]));
    let moment = form.moment_or_dots(sitting.starts_at, sitting.month.year());
    writer.labelled_point(&words.time, &(moment + &length.unwrap_or_default()));
    writer.labelled_or_dotted_point(&words.place, &sitting.place);
    if let Some(chair) = &invitation.chair {
        writer.labelled_point(&words.chair, &form.comrade(chair));
    }
    let titles: Vec<_> = invitation.agenda.iter().map(|entry| entry.title.clone()).collect();
    list(&mut writer, &words.agenda, &titles);
    let prepare: Vec<_> = invitation
        .prepare
        .iter()
        .map(|one| match one {
            ToPrepare::SelfReview => words.self_review.clone(),
            ToPrepare::Report(task) => fill(&words.report, &[("task", &tidy(task))]),
            ToPrepare::Present(item) => fill(&words.present, &[("item", &tidy(item))]),
            ToPrepare::Other(text) => text.clone(),
        })
        .collect();
    list(&mut writer, &words.prepare, &prepare);
    list(&mut writer, &words.papers, &invitation.papers);
    writer.body(&words.please);
    if let Some(contact) = &invitation.contact {
        writer.body(&fill(&words.contact, &[("contact", &form.comrade(contact))]));
    }

    let summary =
        [fill(&words.summary, &[("sitting", &name)])].into_iter().chain(form.topic(sitting)).collect();
    let recipients: Vec<_> =
        [words.as_above.clone()].into_iter().chain(invitation.recipients.clone()).collect();
    let foot = signed_foot(form, layout, invitation.signatory.as_ref(), &recipients);
    let frame = Frame {
        letterhead: &invitation.letterhead,
        year: sitting.month.year(),
        name: &words.name,
        summary,
        foot,
    };
    paper(writer, frame, layout)
}

fn list(writer: &mut Writer, title: &str, entries: &[String]) {
    if !entries.is_empty() {
        writer.labelled_point(title, "");
        writer.dashes(entries.iter().map(|entry| stop(&tidy(entry))));
    }
}
