//! Papers of a candidate's way to admission: application, introduction, summary of opinions, the cell's resolution.

use jiff::civil::Date;
use nennep_domain::{
    names::tidy,
    papers::{CandidatePaper, InPaper, Layout, Letterhead, Mark, NamedCandidate, letterhead::short_date},
};

use super::{
    Frame, Paper, paper,
    person::{born, schooling, sex},
    writer::Writer,
};
use crate::papers::{
    block::{Foot, Run},
    form::{Form, fill, form},
};

mod application;
mod introduction;
mod opinions;
mod resolution;

/// The paper of a candidate, composed in the committee's layout. What is not known is left to be written by hand.
pub fn compose_candidate(of: &InPaper, said: &CandidatePaper, layout: &Layout) -> Paper {
    match said {
        CandidatePaper::Application => application::compose(of, layout),
        CandidatePaper::Cv => super::way::cv(of, layout),
        CandidatePaper::Introduction(one) => introduction::compose(of, one, layout),
        CandidatePaper::Opinions(opinions) => opinions::compose(of, opinions, layout),
        CandidatePaper::Resolution(proposal) => resolution::compose(of, proposal, layout),
    }
}

/// Puts a paper together, with the form's label in its head and the candidate's name in its title.
fn framed(
    of: &InPaper,
    layout: &Layout,
    (label, name, summary): (&str, &str, Vec<String>),
    writer: Writer,
    foot: Foot,
) -> Paper {
    let marks = [Mark::Circulation(label.to_owned())].into_iter().chain(of.letterhead.marks.clone());
    let letterhead = Letterhead { marks: marks.collect(), ..of.letterhead.clone() };
    let title = format!("{name} - {}", tidy(&of.candidate.name));
    let frame = Frame { letterhead: &letterhead, year: of.year, name, summary, foot };
    Paper { title, ..paper(writer, frame, layout) }
}

/// `Họ và tên: Đinh Thị Ưu Tú`, or a dotted line behind the label.
fn known(writer: &mut Writer, label: &str, text: &str) {
    let text = tidy(text);
    let said = if text.is_empty() { Run::dots() } else { Run::plain(text) };
    writer.line(vec![Run::plain(label), said]);
}

/// To whom a person writes: the cell committee, and the committee above.
fn addressed(writer: &mut Writer, form: &Form, of: &InPaper) {
    let words = &form.candidate;
    writer.line(vec![Run::plain(&words.to), Run::bold(fill(&words.to_cell, &[("cell", &tidy(&of.cell))]))]);
    if !of.committee.is_empty() {
        writer.line(vec![Run::plain(&words.to_more), Run::bold(tidy(&of.committee))]);
    }
}

/// Who the candidate is, line by line, with room for what the list does not keep.
fn described(writer: &mut Writer, form: &Form, candidate: &NamedCandidate) {
    let words = &form.candidate;
    known(writer, &words.born, &born(form, candidate.born_on));
    known(writer, &words.birthplace, "");
    known(writer, &words.home, "");
    known(writer, &words.people, "");
    known(writer, &words.schooling, schooling(form, candidate.schooling));
    known(writer, &words.residence, &candidate.residence);
    known(writer, &words.workplace, &candidate.workplace);
}

/// The day as papers cite it, or an empty text.
fn short(on: Option<Date>) -> String {
    on.map(short_date).unwrap_or_default()
}

fn words_of(layout: &Layout) -> &'static Form {
    form(layout.spelling)
}
