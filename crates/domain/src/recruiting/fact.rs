//! What is recorded of a step: the day it was done, and what else that step asks for.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Step, person::line};
use crate::{
    ids::{LearnerId, MeetingId},
    problems::{Problems, Sentence},
};

/// Hands counted in the cell's vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The official members it is counted among.
    pub counted: u32,
    /// Those in favour.
    pub in_favour: u32,
}

/// That a step was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The step.
    pub step: Step,
    /// The day it was done; of a certificate or decision the day it was issued.
    pub on: Date,
    /// The number of the paper; may be empty.
    pub number: String,
    /// Who issued, gave or decided it, as papers write it; may be empty.
    pub by: String,
    /// The day a decision was received.
    pub received_on: Option<Date>,
    /// The hands counted, of the vote only.
    pub tally: Option<Tally>,
    /// Whether the check was not needed, since close relatives are members and the CV is complete (06-HD/TW 3.4).
    pub waived: bool,
    /// A note; may be empty.
    pub note: String,
    /// The meeting it is read from, of a vote that was counted there.
    pub meeting: Option<MeetingId>,
    /// The learning it is read from, of a certificate that a class gave.
    pub learner: Option<LearnerId>,
}

text_enum! {
    /// What a step asks for beside its day.
    Field {
        /// The number of the paper, which must be given.
        Number = "number",
        /// The number of the paper, where it has one.
        NumberIfAny = "number_if_any",
        /// Who issued or gave it.
        By = "by",
        /// The day it was received.
        ReceivedOn = "received_on",
        /// The hands counted.
        Tally = "tally",
        /// Whether it was not needed.
        Waived = "waived",
        /// A note.
        Note = "note",
    }
}

impl Step {
    /// What the form of the step asks for beside its day.
    pub const fn asks(self) -> &'static [Field] {
        match self {
            Self::Certificate | Self::Consent => &[Field::Number, Field::By],
            Self::Check => &[Field::Waived, Field::Note],
            Self::YouthUnion | Self::Associations | Self::Residence => {
                &[Field::NumberIfAny, Field::By, Field::Note]
            }
            Self::Comment | Self::Seal | Self::Cv | Self::Application | Self::MemberCv => &[Field::Note],
            Self::Vote => &[Field::Tally, Field::NumberIfAny],
            Self::Decision => &[Field::Number, Field::By, Field::ReceivedOn],
            Self::Helper | Self::Introductions | Self::Ceremony => &[],
        }
    }
}

/// What was typed of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactDraft {
    /// The day.
    pub on: Option<Date>,
    /// The number.
    pub number: String,
    /// By whom.
    pub by: String,
    /// The day it was received.
    pub received_on: Option<Date>,
    /// The official members counted.
    pub counted: Option<u32>,
    /// Those in favour.
    pub in_favour: Option<u32>,
    /// Whether it was not needed.
    pub waived: bool,
    /// A note.
    pub note: String,
}

/// What a form said of a step, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) on: Date,
    pub(super) number: String,
    pub(super) by: String,
    pub(super) received_on: Option<Date>,
    pub(super) tally: Option<Tally>,
    pub(super) waived: bool,
    pub(super) note: String,
}

impl FactDraft {
    /// The fact, or all that is wrong with what was typed: no day, no number where the paper must have one, no count, more in favour
    /// than counted, received before it was issued.
    pub fn check(&self, step: Step) -> Result<Fact, Problems> {
        let Read { on, number, by, received_on, tally, waived, note } = self.read(step.asks())?;
        Ok(Fact { step, on, number, by, received_on, tally, waived, note, meeting: None, learner: None })
    }

    /// What was typed in a form that asks for these fields.
    pub(super) fn read(&self, asked: &[Field]) -> Result<Read, Problems> {
        let mut problems = Problems::default();
        let asks = |field: Field| asked.contains(&field);
        let number =
            if asks(Field::Number) || asks(Field::NumberIfAny) { line(&self.number) } else { String::new() };
        if self.on.is_none() {
            problems.add("on", Sentence::new("recruiting-on-missing"));
        }
        if asks(Field::Number) && number.is_empty() {
            problems.add("number", Sentence::new("recruiting-number-missing"));
        }
        let tally = if asks(Field::Tally) { self.tally(&mut problems) } else { None };
        let received_on = self.received_on.filter(|_| asks(Field::ReceivedOn));
        if received_on.zip(self.on).is_some_and(|(received, on)| received < on) {
            problems.add("received_on", Sentence::new("recruiting-received-early"));
        }
        let read = self.on.map(|on| Read {
            on,
            number,
            by: if asks(Field::By) { line(&self.by) } else { String::new() },
            received_on,
            tally,
            waived: self.waived && asks(Field::Waived),
            note: if asks(Field::Note) { line(&self.note) } else { String::new() },
        });
        problems.or(read)
    }

    fn tally(&self, problems: &mut Problems) -> Option<Tally> {
        let counted = self.counted.filter(|count| *count > 0);
        if counted.is_none() {
            problems.add("counted", Sentence::new("recruiting-counted-missing"));
        }
        if self.in_favour.is_none() {
            problems.add("in_favour", Sentence::new("recruiting-in-favour-missing"));
        }
        let (counted, in_favour) = counted.zip(self.in_favour)?;
        if in_favour > counted {
            problems.add("in_favour", Sentence::new("recruiting-in-favour-many").with("counted", counted));
        }
        Some(Tally { counted, in_favour })
    }
}

impl Fact {
    /// A step done on a day, with nothing else said of it.
    pub const fn on(step: Step, on: Date) -> Self {
        Self {
            step,
            on,
            number: String::new(),
            by: String::new(),
            received_on: None,
            tally: None,
            waived: false,
            note: String::new(),
            meeting: None,
            learner: None,
        }
    }
}
