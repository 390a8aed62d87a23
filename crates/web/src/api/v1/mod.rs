//! Version 1 of the API, one file for each feature. What is here only grows: nothing is renamed or taken away.

mod account;
mod accounts;
mod described;
mod documents;
mod dues;
mod grid;
mod imports;
mod learning;
mod meetings;
mod members;
mod months;
mod nominees;
mod offers;
mod organisations;
mod ratings;
mod recognition;
mod recruiting;
mod rules;
mod score;
mod search;
mod second_factor;
mod signs;
mod tasks;

pub use account::{OwnAccount, Session, Token};
pub use accounts::Account;
pub use documents::Document;
pub use dues::{CellDues, DuesBook, DuesLine, MemberDues};
pub use grid::{CommitteeYear, MonthTotals, OwedLine};
pub use imports::{Import, ImportReview, PastImport};
pub use learning::{Class, ClassLine, ClassYear, Learner, WholeClass};
pub use meetings::*;
pub use members::{
    CheckedExtract, Correction, ExtractMatch, FileLoan, Member, MemberDeed, MemberDeedKind, MemberLine,
    SigningKey, Transfer,
};
pub use months::{CellMonths, MonthOfCell};
pub use nominees::{Nominee, NomineeMakeUp, NomineeTarget, SuccessionPlan};
pub use offers::{CellOffer, Offer, OfferSaid};
pub use organisations::{
    BookMinutes, DeedDecision, IssuedPaper, LineageTurn, Office, Organisation, OrganisationBranch,
    OrganisationDeed, OrganisationLineage, OrganisationView, PaperTerm, PaperType,
};
pub use ratings::{CellRatings, Commitment, CommitteeRatings, Rating, RatingLine, RatingRound, RatingStep};
pub use recognition::{Badge, BadgeDay, BadgeLine, Commendation, CommendationYear, Discipline};
pub use recruiting::{
    Candidate, CandidateLine, CandidateList, CellRecruiting, CellVote, Probation, ProbationStepLine,
};
pub use rules::{Override, Rule};
pub use score::{AwaitingGrade, Score, ScoreItem, ScoreSheet, ScoreStage};
pub use search::{Found, FoundPaper};
pub use signs::{Sign, SignKind, SignWeight};
pub use tasks::{Task, TaskEvidence, TaskState};

use axum::{Json, http::StatusCode};
use nennep_app::registers::Format;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{problem::Problem, routes::Api};

/// What a handler gives.
type Answer<T> = Result<Json<T>, Problem>;
/// What a handler gives that has nothing to say: 204.
type Done = Result<StatusCode, Problem>;

const DONE: Done = Ok(StatusCode::NO_CONTENT);

/// The name here of a field that a deed names after its day: `from_on` is `from`.
fn day_name(field: &str) -> Option<String> {
    field.strip_suffix("_on").map(str::to_owned)
}

/// Every operation of version 1.
pub(super) fn all() -> Api {
    let features: &[fn() -> Api] = &[
        account::routes,
        second_factor::routes,
        accounts::routes,
        organisations::routes,
        members::routes,
        recruiting::routes,
        months::routes,
        grid::routes,
        rules::routes,
        search::routes,
        signs::routes,
        recognition::routes,
        learning::routes,
        nominees::routes,
        documents::routes,
        dues::routes,
        imports::routes,
        score::routes,
        ratings::routes,
        tasks::routes,
        offers::routes,
        described::routes,
    ];
    features.iter().fold(meetings::routes(), |all, feature| all.merge(feature()))
}

/// The form of a register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum RegisterFormat {
    /// To be printed (PDF/A).
    #[default]
    Pdf,
    /// A spreadsheet.
    Xlsx,
}

impl From<RegisterFormat> for Format {
    fn from(format: RegisterFormat) -> Self {
        match format {
            RegisterFormat::Pdf => Self::Pdf,
            RegisterFormat::Xlsx => Self::Xlsx,
        }
    }
}

/// A member with the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Person {
    /// The member's id.
    pub member: Uuid,
    /// Full name.
    pub name: String,
}

/// The version that stands now: send it with the next change.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Version {
    /// The version.
    pub version: u32,
}

/// How many.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Counted {
    /// The number.
    pub count: u64,
}
