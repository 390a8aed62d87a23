//! The summary of opinions of the mass organisations and of the cell committee of residence (5-KNĐ).

use nennep_domain::{
    names::tidy,
    papers::{InPaper, Layout, OpinionGiven, OpinionSummary},
};

use super::{Paper, described, framed, known, short, words_of};
use crate::papers::{
    compose::{signed_foot, writer::Writer},
    form::{Form, fill},
};

/// Lines to write on.
const LINES: u32 = 4;

pub(super) fn compose(of: &InPaper, opinions: &OpinionSummary, layout: &Layout) -> Paper {
    let form = words_of(layout);
    let words = &form.opinions;
    let mut writer = Writer::default();
    let name = tidy(&of.candidate.name);
    writer.section(&words.person);
    known(&mut writer, &words.name_of, &name);
    described(&mut writer, form, &of.candidate);
    writer.section(&words.opinions);
    opinion(&mut writer, form, &words.associations, &opinions.associations);
    if let Some(union) = &opinions.youth_union {
        opinion(&mut writer, form, &words.youth_union, union);
    }
    opinion(&mut writer, form, &words.residence, &opinions.residence);
    writer.body(&fill(&words.concludes, &[("cell", &tidy(&of.cell)), ("name", &name)]));
    let recipients: Vec<String> = [of.committee.clone()].into_iter().filter(|one| !one.is_empty()).collect();
    let foot = signed_foot(form, layout, opinions.signatory.as_ref(), &recipients);
    let summary = vec![words.about.clone(), fill(&words.about_whom, &[("name", &name)])];
    framed(of, layout, (&words.label, &words.name, summary), writer, foot)
}

fn opinion(writer: &mut Writer, form: &Form, title: &str, given: &OpinionGiven) {
    let words = &form.opinions;
    writer.point(title);
    known(writer, &words.by, &given.by);
    let (number, on) = (tidy(&given.number), short(given.on));
    let paper = match (number.is_empty(), on.is_empty()) {
        (false, false) => fill(&words.numbered, &[("number", &number), ("date", &on)]),
        (false, true) => number,
        (true, _) => on,
    };
    known(writer, &words.paper, &paper);
    writer.body(&words.strengths);
    match tidy(&given.text) {
        text if text.is_empty() => writer.lines(LINES),
        text => {
            writer.body(&text);
            writer.lines(LINES / 2);
        }
    }
    known(writer, &words.agreed, "");
}
