//! The application (đơn xin vào Đảng, 1-KNĐ): what is known written in, the rest in the candidate's own hand.

use nennep_domain::papers::{InPaper, Layout};

use super::{Paper, addressed, described, framed, known, sex, words_of};
use crate::papers::{
    block::{Foot, Run},
    compose::{witness, writer::Writer},
};

/// Lines to write on.
const KNOWS: u32 = 7;
const PROMISES: u32 = 5;

pub(super) fn compose(of: &InPaper, layout: &Layout) -> Paper {
    let form = words_of(layout);
    let words = &form.application;
    let mut writer = Writer::default();
    addressed(&mut writer, form, of);
    let candidate = &of.candidate;
    writer.line(vec![
        Run::plain(&words.i_am),
        Run::bold(&candidate.name),
        Run::plain(format!(" ({})", sex(form, candidate.sex))),
    ]);
    described(&mut writer, form, candidate);
    let union = if candidate.youth_union { &words.union_member } else { &words.association_member };
    known(&mut writer, union, "");
    writer.body(&words.knows);
    writer.lines(KNOWS);
    writer.body(&words.promises);
    writer.lines(PROMISES);
    let foot = Foot { signatures: vec![witness(&words.signed, Some(&candidate.name))], ..Foot::default() };
    framed(of, layout, (&words.label, &words.name, Vec::new()), writer, foot)
}
