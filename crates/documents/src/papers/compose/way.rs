//! Papers whose form is data throughout: the CV of a candidate, and the papers of a probation.

use nennep_domain::{
    names::tidy,
    papers::{InPaper, Layout, Letterhead, Mark, ProbationPaper, ProbationPaperType, Signatory},
};

use super::{Frame, Paper, paper, person, signed_foot, witness, writer::Writer};
use crate::papers::{
    block::{Foot, Run},
    form::{Form, fill, form},
    way_form::{WayBlock, WayForm, WayHead, way_forms},
};

/// What stands for something that is not known within a text.
const UNKNOWN: &str = "…………………";

/// A form with everything it is filled in with.
struct Filled<'a> {
    form: &'a WayForm,
    letterhead: &'a Letterhead,
    year: i16,
    known: Vec<(&'a str, String)>,
    signatory: Option<&'a Signatory>,
    recipients: &'a [String],
}

/// A paper of a probation, composed in the committee's layout. What is not known is left to be written by hand.
pub fn compose_probation(of: &ProbationPaper, layout: &Layout) -> Paper {
    let forms = way_forms(layout.spelling);
    let form = match of.kind {
        ProbationPaperType::SelfReview => &forms.self_review,
        ProbationPaperType::HelperComment => &forms.helper_comment,
        ProbationPaperType::Summary => &forms.summary,
        ProbationPaperType::Resolution => &forms.resolution,
        ProbationPaperType::BaseResolution => &forms.base_resolution,
        ProbationPaperType::Decision => &forms.decision,
    };
    let filled = Filled {
        form,
        letterhead: &of.letterhead,
        year: of.year,
        known: of.known.clone(),
        signatory: of.signatory.as_ref(),
        recipients: &of.recipients,
    };
    filled.compose(layout)
}

/// The CV of a candidate (2-KNĐ).
pub(super) fn cv(of: &InPaper, layout: &Layout) -> Paper {
    let (one, words) = (&of.candidate, form(layout.spelling));
    let known = vec![
        ("name", one.name.clone()),
        ("sex", person::sex(words, one.sex).to_owned()),
        ("born", person::born(words, one.born_on)),
        ("residence", one.residence.clone()),
        ("workplace", one.workplace.clone()),
        ("schooling", person::schooling(words, one.schooling).to_owned()),
    ];
    let filled = Filled {
        form: &way_forms(layout.spelling).cv,
        letterhead: &of.letterhead,
        year: of.year,
        known,
        signatory: None,
        recipients: &[],
    };
    filled.compose(layout)
}

impl Filled<'_> {
    fn compose(&self, layout: &Layout) -> Paper {
        let mut writer = Writer::default();
        for block in &self.form.blocks {
            match block {
                WayBlock::Section { section } => writer.section(section),
                WayBlock::Point { point } => writer.point(point),
                WayBlock::Body { body } => writer.body(&self.said(body)),
                WayBlock::Line { line, value } => {
                    let known = self.value(value);
                    let run = if known.is_empty() { Run::dots() } else { Run::plain(known) };
                    writer.line(vec![Run::plain(line), run]);
                }
                WayBlock::Lines { lines } => writer.lines(*lines),
            }
        }
        let marks =
            [Mark::Circulation(self.form.label.clone())].into_iter().chain(self.letterhead.marks.clone());
        let letterhead = Letterhead { marks: marks.collect(), ..self.letterhead.clone() };
        let summary = self.said(&self.form.summary);
        let summary = if summary.is_empty() { Vec::new() } else { vec![summary] };
        let foot = self.foot(form(layout.spelling), layout);
        let title = format!("{} - {}", self.form.name, self.value("name"));
        let frame = Frame { letterhead: &letterhead, year: self.year, name: &self.form.name, summary, foot };
        Paper { title, ..paper(writer, frame, layout) }
    }

    fn foot(&self, words: &Form, layout: &Layout) -> Foot {
        match self.form.head {
            WayHead::Cell => signed_foot(words, layout, self.signatory, self.recipients),
            WayHead::Committee => {
                let layout = Layout { signed_for: words.candidate.for_committee.clone(), ..layout.clone() };
                let foot = signed_foot(words, &layout, None, self.recipients);
                Foot { signatures: vec![witness(&layout.signed_for, None)], ..foot }
            }
            WayHead::None => {
                let signer = self.value(if self.form.signer.is_empty() { "name" } else { &self.form.signer });
                let signer = (!signer.is_empty()).then_some(signer);
                Foot { signatures: vec![witness(&self.form.signed, signer.as_deref())], ..Foot::default() }
            }
        }
    }

    fn value(&self, key: &str) -> String {
        self.known.iter().find(|(name, _)| *name == key).map(|(_, text)| tidy(text)).unwrap_or_default()
    }

    /// The text with what is known filled in, and dots for what is not.
    fn said(&self, text: &str) -> String {
        let values: Vec<(&str, String)> = self
            .known
            .iter()
            .map(|(name, text)| {
                let text = tidy(text);
                (*name, if text.is_empty() { UNKNOWN.to_owned() } else { text })
            })
            .collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
        fill(text, &values)
    }
}
