//! Why a step is not recorded.

use jiff::civil::Date;

use super::{File, Obstacle, Step};
use crate::{
    problems::{Citation, Refusal, Sentence},
    time::written,
};

/// Why a step is not recorded, or not undone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The day has not come.
    #[error("the day has not come")]
    ToCome,
    /// The candidate was dropped from the list.
    #[error("the candidate was dropped on {on}")]
    Dropped {
        /// When.
        on: Date,
    },
    /// The candidate was admitted: the file is closed but for what follows the ceremony.
    #[error("the candidate was admitted")]
    Admitted,
    /// The youth union speaks for its own members only.
    #[error("the candidate is not in the youth union")]
    NotInUnion,
    /// A step that comes before was not recorded.
    #[error("{needed} comes first")]
    Before {
        /// The step that comes first.
        needed: Step,
        /// The rule of the order.
        citation: Citation,
    },
    /// The day lies before that of a step that comes before.
    #[error("before {step} of {on}")]
    EarlierThan {
        /// The step that comes before.
        step: Step,
        /// Its day.
        on: Date,
    },
    /// The day lies after that of a step that comes after.
    #[error("after {step} of {on}")]
    LaterThan {
        /// The step that comes after.
        step: Step,
        /// Its day.
        on: Date,
    },
    /// Something stands against the vote.
    #[error("{} things stand against the vote", .0.len())]
    Obstacles(Vec<Obstacle>),
    /// Too few in favour (statement 22).
    #[error("{in_favour} of {counted} is not enough")]
    NotCarried {
        /// In favour.
        in_favour: u32,
        /// Counted.
        counted: u32,
        /// How many would be enough.
        needed: u32,
        /// The rule.
        citation: Citation,
    },
    /// Counted among more or fewer official members than the cell has to count (statement 20).
    #[error("counted among {least} to {most}")]
    Miscounted {
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
        /// The rule.
        citation: Citation,
    },
    /// A later step rests on it.
    #[error("{by} rests on it")]
    RestedOn {
        /// The later step.
        by: Step,
    },
    /// The introducer is no official member of the base organisation.
    #[error("the introducer is not an official member here")]
    IntroducerUnfit {
        /// The rule.
        citation: Citation,
    },
    /// Who is to help is no official member of the base organisation.
    #[error("the helper is not an official member here")]
    HelperUnfit {
        /// The rule.
        citation: Citation,
    },
    /// Together since a day after the introduction.
    #[error("together since a day after the introduction")]
    TogetherLater,
    /// The vote stands on the agenda of a meeting or in its minutes: its count comes from there.
    #[error("a meeting decides it")]
    OnAgenda {
        /// The day of the meeting.
        on: Option<Date>,
    },
    /// The cell has voted.
    #[error("the cell has voted")]
    Voted,
    /// The step is read from adopted minutes, which stand.
    #[error("it stands in adopted minutes")]
    FromMeeting,
    /// The meeting is of another cell, or is over.
    #[error("no meeting that is to come")]
    NoMeeting,
    /// A step that is recorded by a deed of its own.
    #[error("{0} is a deed of its own")]
    OwnDeed(Step),
}

impl RecordError {
    fn obstacle(&self) -> Option<&Obstacle> {
        if let Self::Obstacles(all) = self {
            all.iter().find(|one| one.kind.blocks()).or(all.first())
        } else {
            None
        }
    }
}

impl Refusal for RecordError {
    fn sentence(&self) -> Sentence {
        let dated = |key, step: Step, on: Date| {
            Sentence::new(key).with("step", step.as_str()).with("date", written(on))
        };
        match self {
            Self::ToCome => Sentence::new("recruiting-refused-to-come"),
            Self::Dropped { on } => Sentence::new("recruiting-refused-dropped").with("date", written(*on)),
            Self::Admitted => Sentence::new("recruiting-refused-admitted"),
            Self::NotInUnion => Sentence::new("recruiting-refused-not-in-union"),
            Self::Before { needed, .. } => {
                Sentence::new("recruiting-refused-before").with("step", needed.as_str())
            }
            Self::EarlierThan { step, on } => dated("recruiting-refused-earlier", *step, *on),
            Self::LaterThan { step, on } => dated("recruiting-refused-later", *step, *on),
            Self::Obstacles(_) => self
                .obstacle()
                .map_or(Sentence::new("recruiting-refused-to-come"), |one| one.sentence.clone()),
            Self::NotCarried { in_favour, counted, needed, .. } => {
                Sentence::new("recruiting-refused-not-carried")
                    .with("in_favour", *in_favour)
                    .with("counted", *counted)
                    .with("needed", *needed)
            }
            Self::Miscounted { least, most, .. } => {
                Sentence::new("recruiting-refused-miscounted").with("least", *least).with("most", *most)
            }
            Self::RestedOn { by } => Sentence::new("recruiting-refused-rested-on").with("step", by.as_str()),
            Self::IntroducerUnfit { .. } => Sentence::new("recruiting-introducer-not-official"),
            Self::HelperUnfit { .. } => Sentence::new("recruiting-refused-helper-unfit"),
            Self::TogetherLater => Sentence::new("recruiting-refused-together-later"),
            Self::OnAgenda { on } => match on {
                Some(on) => Sentence::new("recruiting-refused-on-agenda").with("date", written(*on)),
                None => Sentence::new("recruiting-refused-on-agenda-undated"),
            },
            Self::Voted => Sentence::new("recruiting-refused-voted"),
            Self::FromMeeting => Sentence::new("recruiting-refused-from-meeting"),
            Self::NoMeeting => Sentence::new("recruiting-refused-no-meeting"),
            Self::OwnDeed(_) => Sentence::new("recruiting-refused-own-deed"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::Before { citation, .. }
            | Self::NotCarried { citation, .. }
            | Self::Miscounted { citation, .. }
            | Self::IntroducerUnfit { citation }
            | Self::HelperUnfit { citation } => Some(citation.clone()),
            Self::Obstacles(_) => self.obstacle().map(|one| one.citation.clone()),
            _ => None,
        }
    }
}

/// Whether anything may still be recorded of a file: nothing of who was dropped, and after the ceremony only the CV as a member.
pub(super) fn must_be_open(file: &File, step: Step) -> Result<(), RecordError> {
    if let Some(dropped) = &file.candidate.dropped {
        return Err(RecordError::Dropped { on: dropped.on });
    }
    if file.candidate.member.is_some() && step != Step::MemberCv {
        return Err(RecordError::Admitted);
    }
    Ok(())
}
