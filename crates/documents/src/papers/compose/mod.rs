//! Composes papers: turns what a paper says into the blocks it is drawn from, with the form's words and numbering.
//!
//! Both the PDF and the DOCX are drawn from these blocks, so that the two never differ in what they say.

use nennep_domain::{
    names::tidy,
    papers::{Content, Layout, Letterhead, Mark, Signatory, SigningOffice, Urgency, letterhead::long_date},
};

use self::{balance::balanced, writer::Writer};
use super::{
    block::{Foot, Head, HeadMark, PAGE_MM, Paper, Signature},
    form::{Form, fill, form},
};

mod agenda;
mod attendance;
mod balance;
mod blank_roll;
mod candidate;
mod invitation;
mod minutes;
mod opening;
mod opinions;
mod person;
mod resolution;
mod score;
mod statements;
mod tables;
mod way;
mod words;
mod writer;

pub use candidate::compose_candidate;
pub use way::compose_probation;

/// The paper, composed in the committee's layout. Empty texts and lists of `content` are left out.
pub fn compose(content: &Content, layout: &Layout) -> Paper {
    match content {
        Content::Minutes(minutes) => minutes::compose(minutes, layout),
        Content::Resolution(resolution) => resolution::compose(resolution, layout),
        Content::Invitation(invitation) => invitation::compose(invitation, layout),
        Content::Attendance(list) => attendance::compose(list, layout),
        Content::Agenda(agenda) => agenda::compose(agenda, layout),
        Content::Roll(roll) => blank_roll::compose(roll, layout),
    }
}

/// How wide the lines below the paper's name may be, in millimetres.
const TITLE_MM: f64 = 140.0;

/// What stands above and below the body.
struct Frame<'a> {
    letterhead: &'a Letterhead,
    /// The year for a date to be filled in by hand.
    year: i16,
    name: &'a str,
    summary: Vec<String>,
    foot: Foot,
}

/// Puts head, body and foot together.
fn paper(writer: Writer, frame: Frame, layout: &Layout) -> Paper {
    let form = form(layout.spelling);
    let title = format!("{} {} - {}", frame.name, frame.summary.join(". "), tidy(&frame.letterhead.body));
    Paper {
        title,
        head: head(form, frame.letterhead, frame.year, layout),
        name: frame.name.to_owned(),
        summary: frame.summary.iter().flat_map(|line| balanced(line, form.sizes.summary, TITLE_MM)).collect(),
        rule: form.head.rule.clone(),
        blocks: writer.finish(),
        foot: frame.foot,
        annex: None,
        layout: layout.clone(),
        sizes: form.sizes,
    }
}

fn head(form: &Form, letterhead: &Letterhead, year: i16, layout: &Layout) -> Head {
    let place = tidy(&letterhead.place);
    let dated = match letterhead.date {
        _ if place.is_empty() => String::new(),
        Some(date) => fill(&form.head.dated, &[("place", &place), ("date", &long_date(date))]),
        None => fill(&form.head.undated, &[("place", &place), ("year", &year.to_string())]),
    };
    let [left, right] = form.sizes.sides;
    let left_mm = (PAGE_MM.0 - layout.margins.left_mm - layout.margins.right_mm) * left / (left + right);
    let lines = |name: &str| balanced(&tidy(name).to_uppercase(), form.sizes.head, left_mm);
    let number = letterhead.number.as_ref().map(|number| tidy(&number.reference()));
    Head {
        superior: lines(&letterhead.superior),
        body: lines(&letterhead.body),
        star: number.as_ref().map(|_| form.head.star.clone()).unwrap_or_default(),
        number: number.map(|number| fill(&form.head.number, &[("reference", &number)])).unwrap_or_default(),
        party: form.head.party.clone(),
        dated,
        marks: letterhead.marks.iter().map(|mark| head_mark(form, mark)).collect(),
    }
}

fn head_mark(form: &Form, mark: &Mark) -> HeadMark {
    let (text, framed) = match mark {
        Mark::Draft(None) => (form.head.draft.clone(), false),
        Mark::Draft(Some(n)) => (fill(&form.head.draft_number, &[("n", &n.to_string())]), false),
        Mark::Urgency(Urgency::Urgent) => (form.head.urgent.clone(), true),
        Mark::Urgency(Urgency::VeryUrgent) => (form.head.very_urgent.clone(), true),
        Mark::Urgency(Urgency::Express) => (form.head.express.clone(), true),
        Mark::Circulation(text) => (tidy(text), false),
    };
    HeadMark { text, framed }
}

/// The foot of a paper that a secretary signs for the cell, with its recipients and the archive line.
fn signed_foot(form: &Form, layout: &Layout, signatory: Option<&Signatory>, recipients: &[String]) -> Foot {
    let signatures = signatory.map(|signatory| Signature {
        authority: tidy(&layout.signed_for),
        title: match signatory.office {
            SigningOffice::Secretary => form.foot.secretary.clone(),
            SigningOffice::Deputy => form.foot.deputy.clone(),
        },
        bold_title: layout.bold_signature_title,
        name: tidy(&signatory.name),
    });
    Foot {
        recipients_word: form.foot.recipients.clone(),
        recipients: recipient_lines(form, recipients),
        signatures: signatures.into_iter().collect(),
    }
}

/// The recipients line by line: `- …,` and at the end the archive line with its full stop.
fn recipient_lines(form: &Form, recipients: &[String]) -> Vec<String> {
    let others = recipients.iter().map(|text| tidy(text)).filter(|text| !text.is_empty());
    others.map(|text| format!("- {text},")).chain([format!("- {}.", form.foot.archive)]).collect()
}

/// A signature without a title of office: minute-taker and chair.
fn witness(authority: &str, name: Option<&str>) -> Signature {
    Signature {
        authority: authority.to_owned(),
        title: String::new(),
        bold_title: false,
        name: name.map(tidy).unwrap_or_default(),
    }
}
