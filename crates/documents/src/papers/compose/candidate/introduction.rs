//! An official member's introduction (giấy giới thiệu người vào Đảng, 3-KNĐ).

use nennep_domain::{
    names::tidy,
    papers::{InPaper, Introduction, Layout},
};

use super::{Paper, framed, known, short, words_of};
use crate::papers::{
    block::{Foot, Run},
    compose::{witness, writer::Writer},
    form::fill,
};

/// Lines to write on.
const STRENGTHS: u32 = 6;
const FAULTS: u32 = 3;

pub(super) fn compose(of: &InPaper, one: &Introduction, layout: &Layout) -> Paper {
    let form = words_of(layout);
    let words = &form.introduction;
    let mut writer = Writer::default();
    let cell = tidy(&of.cell);
    writer.line(vec![Run::plain(&form.candidate.to), Run::bold(&cell)]);
    known(&mut writer, &words.i_am, &one.name);
    known(&mut writer, &words.born, "");
    known(&mut writer, &words.admitted, "");
    known(&mut writer, &words.office, "");
    known(&mut writer, &words.cell, &of.cell);
    let name = tidy(&of.candidate.name);
    writer.body(&fill(&words.introduces, &[("name", &name), ("cell", &cell)]));
    known(&mut writer, &words.together, &short(one.together_from));
    writer.body(&fill(&words.finds, &[("name", &name)]));
    writer.point(&words.strengths);
    writer.lines(STRENGTHS);
    writer.point(&words.faults);
    writer.lines(FAULTS);
    writer.body(&fill(&words.answers, &[("name", &name)]));
    let signer = tidy(&one.name);
    let signer = (!signer.is_empty()).then_some(signer);
    let foot = Foot { signatures: vec![witness(&words.signed, signer.as_deref())], ..Foot::default() };
    let summary = vec![fill(&words.summary, &[("name", &name)])];
    framed(of, layout, (&words.label, &words.name, summary), writer, foot)
}
