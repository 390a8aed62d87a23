//! Papers of a probation: the forms on the way to recognition, with what is known written in and room for the rest.
//!
//! They follow the forms 10-KNĐ to 16-KNĐ of 12-HD/BTCTW (18/1/2022); the numbers in 38-HD/BTCTW were not seen, so a paper carries its label
//! as words.

use super::{Letterhead, Signatory};

text_enum! {
    /// A paper of a probation.
    ProbationPaperType {
        /// The self-review (bản tự kiểm điểm, 10-KNĐ).
        SelfReview = "self_review",
        /// The helper's comment (bản nhận xét, 11-KNĐ).
        HelperComment = "helper_comment",
        /// The summary of opinions (12-KNĐ).
        Summary = "summary",
        /// The cell's resolution that proposes the recognition (13-KNĐ).
        Resolution = "resolution",
        /// The resolution of the base committee (15-KNĐ).
        BaseResolution = "base_resolution",
        /// The decision of recognition (16-KNĐ).
        Decision = "decision",
    }
}

/// What is known for a paper of a probation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbationPaper {
    /// Which.
    pub kind: ProbationPaperType,
    /// The head; of what a person writes only place and date.
    pub letterhead: Letterhead,
    /// The year for a date to be filled in by hand.
    pub year: i16,
    /// What is known, by the name the form gives it; what is missing here or empty is left to be written by hand.
    pub known: Vec<(&'static str, String)>,
    /// Who signs for the cell.
    pub signatory: Option<Signatory>,
    /// To whom a paper of the cell goes.
    pub recipients: Vec<String>,
}
