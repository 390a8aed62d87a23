//! The cell's resolution that proposes an admission (6-KNĐ), with the vote of at least two thirds.

use nennep_domain::{
    names::tidy,
    papers::{InPaper, Layout, Proposal, letterhead::long_date},
};

use super::{Paper, born, framed, known, schooling, words_of};
use crate::papers::{
    compose::{signed_foot, words::first_upper, writer::Writer},
    form::{Form, fill},
};

/// Lines to write on.
const STRENGTHS: u32 = 5;
const FAULTS: u32 = 3;

pub(super) fn compose(of: &InPaper, proposal: &Proposal, layout: &Layout) -> Paper {
    let form = words_of(layout);
    let words = &form.admission;
    let mut writer = Writer::default();
    let (name, cell) = (tidy(&of.candidate.name), tidy(&of.cell));
    let held = proposal.held_on.map_or_else(
        || fill(&words.undated, &[("year", &of.year.to_string())]),
        |on| first_upper(&long_date(on)),
    );
    writer.body(&fill(&words.met, &[("held", &held), ("cell", &cell), ("name", &name)]));
    attendance(&mut writer, form, proposal);
    writer.section(&words.person);
    person(&mut writer, form, of, proposal);
    writer.section(&words.concludes);
    writer.point(&words.strengths);
    writer.lines(STRENGTHS);
    writer.point(&words.faults);
    writer.lines(FAULTS);
    writer.section(&words.resolves);
    if let Some(vote) = proposal.vote {
        writer.body(&fill(&words.voted, &[("name", &name), ("vote", &form.vote(vote))]));
    } else {
        writer.body(&fill(&words.to_vote, &[("name", &name)]));
        known(&mut writer, &words.agreed, "");
        known(&mut writer, &words.against, "");
    }
    let committee = if of.committee.is_empty() { words.superior.clone() } else { tidy(&of.committee) };
    writer.body(&fill(&words.proposes, &[("committee", &committee), ("name", &name)]));
    let recipients: Vec<String> = [of.committee.clone()].into_iter().filter(|one| !one.is_empty()).collect();
    let foot = signed_foot(form, layout, proposal.signatory.as_ref(), &recipients);
    let summary = vec![fill(&words.about, &[("name", &name)])];
    framed(of, layout, (&words.label, &words.name, summary), writer, foot)
}

fn attendance(writer: &mut Writer, form: &Form, proposal: &Proposal) {
    let (words, members) = (&form.admission, &proposal.members);
    if members.members() > 0 {
        let counts = [members.members(), members.official, members.probationary].map(|n| n.to_string());
        let [all, official, probationary] = &counts;
        let values = [
            ("members", all.as_str()),
            ("official", official.as_str()),
            ("probationary", probationary.as_str()),
        ];
        writer.body(&fill(&words.members, &values));
    }
    for label in [&words.present, &words.absent, &words.chair, &words.minute_taker] {
        known(writer, label, "");
    }
}

fn person(writer: &mut Writer, form: &Form, of: &InPaper, proposal: &Proposal) {
    let (words, candidate) = (&form.admission, &of.candidate);
    known(writer, &words.name_of, &candidate.name);
    known(writer, &form.candidate.born, &born(form, candidate.born_on));
    known(writer, &form.candidate.schooling, schooling(form, candidate.schooling));
    known(writer, &form.candidate.workplace, &candidate.workplace);
    known(writer, &words.introduced, &proposal.introducers.join(", "));
}
