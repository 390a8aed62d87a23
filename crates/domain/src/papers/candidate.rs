//! Papers of a candidate's way to admission: the forms of the steps, with what is known written in and room for the rest.
//!
//! They follow the forms 1-KNĐ, 2-KNĐ, 3-KNĐ, 5-KNĐ and 6-KNĐ of 12-HD/BTCTW (18/1/2022); the numbers in 38-HD/BTCTW were not seen, so a paper
//! carries its label as words.

use jiff::civil::Date;

use super::{Letterhead, RollFigures, Signatory, Vote};
use crate::{members::Sex, recruiting::Schooling};

text_enum! {
    /// A paper of a candidate's way.
    CandidatePaperType {
        /// The application (đơn xin vào Đảng, 1-KNĐ).
        Application = "application",
        /// The CV, written by the candidate (lý lịch của người xin vào Đảng, 2-KNĐ).
        Cv = "cv",
        /// An official member's introduction (giấy giới thiệu, 3-KNĐ).
        Introduction = "introduction",
        /// The summary of opinions of mass organisations and residence (5-KNĐ).
        Opinions = "opinions",
        /// The cell's resolution that proposes the admission (6-KNĐ).
        Resolution = "resolution",
    }
}

/// A candidate as papers name one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCandidate {
    /// Full name.
    pub name: String,
    /// Sex.
    pub sex: Sex,
    /// Date of birth.
    pub born_on: Date,
    /// Place of work; may be empty.
    pub workplace: String,
    /// Place of residence; may be empty.
    pub residence: String,
    /// Schooling.
    pub schooling: Schooling,
    /// Whether in the youth union.
    pub youth_union: bool,
}

/// What every paper of a candidate's way has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InPaper {
    /// The head; of what a person writes only place and date.
    pub letterhead: Letterhead,
    /// The year for a date to be filled in by hand.
    pub year: i16,
    /// The cell, e.g. `Chi bộ Tổ dân phố số 5`.
    pub cell: String,
    /// The committee above it, e.g. `Đảng ủy phường An Bình`; may be empty.
    pub committee: String,
    /// The candidate.
    pub candidate: NamedCandidate,
}

/// An official member's introduction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Introduction {
    /// Who introduces; empty leaves room.
    pub name: String,
    /// Since when together with the candidate.
    pub together_from: Option<Date>,
    /// The day of the letter.
    pub introduced_on: Option<Date>,
}

/// An opinion that was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionGiven {
    /// By whom; may be empty.
    pub by: String,
    /// The paper's number; may be empty.
    pub number: String,
    /// The day.
    pub on: Option<Date>,
    /// What it says in short; may be empty.
    pub text: String,
}

/// The summary of opinions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionSummary {
    /// The mass organisations at work.
    pub associations: OpinionGiven,
    /// The youth union, of its members.
    pub youth_union: Option<OpinionGiven>,
    /// The cell committee of residence.
    pub residence: OpinionGiven,
    /// Who signs.
    pub signatory: Option<Signatory>,
}

/// The cell's resolution that proposes the admission.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The day of the meeting; room is left where the vote was not taken.
    pub held_on: Option<Date>,
    /// The cell's members that day.
    pub members: RollFigures,
    /// Who introduce, by name.
    pub introducers: Vec<String>,
    /// The vote; room is left where it was not taken.
    pub vote: Option<Vote>,
    /// Who signs.
    pub signatory: Option<Signatory>,
}

/// A paper of a candidate's way, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CandidatePaper {
    /// The application.
    Application,
    /// The CV.
    Cv,
    /// An introduction.
    Introduction(Introduction),
    /// The summary of opinions.
    Opinions(Box<OpinionSummary>),
    /// The resolution.
    Resolution(Box<Proposal>),
}
