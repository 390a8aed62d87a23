//! The steps of a probation in their order.

use super::ProbationFact;
use crate::{
    problems::Problems,
    recruiting::{FactDraft, Field, fact::Read},
};

text_enum! {
    /// A step on the way to recognition, in the order of the file (12-HD/BTCTW 2022).
    ProbationStep {
        /// The certificate of the class for new members (bồi dưỡng đảng viên mới).
        Class = "class",
        /// The self-review (bản tự kiểm điểm, 10-KNĐ).
        SelfReview = "self_review",
        /// The comment of the member who helps (bản nhận xét, 11-KNĐ).
        HelperComment = "helper_comment",
        /// The opinion of the mass organisations at work (12-KNĐ).
        Associations = "associations",
        /// The opinion of the cell committee of residence (12-KNĐ).
        Residence = "residence",
        /// The cell's vote (13-KNĐ).
        Vote = "vote",
        /// The decision, with which the member is recognised.
        Decision = "decision",
    }
}

impl ProbationStep {
    /// What the form of the step asks for beside its day.
    pub const fn asks(self) -> &'static [Field] {
        match self {
            Self::Class => &[Field::Number, Field::By],
            Self::SelfReview => &[Field::Note],
            Self::HelperComment => &[Field::By, Field::Note],
            Self::Associations | Self::Residence => &[Field::NumberIfAny, Field::By, Field::Note],
            Self::Vote => &[Field::Tally, Field::NumberIfAny],
            Self::Decision => &[],
        }
    }

    /// Whether it is a paper of the file, before the vote.
    pub fn is_paper(self) -> bool {
        self < Self::Vote
    }

    /// The fact a form says, or all that is wrong with it.
    pub fn read(self, draft: &FactDraft) -> Result<ProbationFact, Problems> {
        let Read { on, number, by, tally, note, .. } = draft.read(self.asks())?;
        Ok(ProbationFact { step: self, on, number, by, tally, note, meeting: None, learner: None })
    }
}
