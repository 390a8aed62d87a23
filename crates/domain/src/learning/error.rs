//! Why a learner, or the taking away of one, is refused.

use crate::problems::{Refusal, Sentence};

/// Why a learner, or the taking away of one, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LearningError {
    /// The class is for candidates, and this is a member.
    #[error("the class is for candidates")]
    ForCandidates,
    /// The class is for members, and this is somebody by name.
    #[error("the class is for members")]
    ForMembers,
    /// No name.
    #[error("the learner has no name")]
    Nameless,
    /// Learns in it already.
    #[error("learns in it already")]
    There,
    /// Was there, or has a certificate: it stands.
    #[error("something was entered of it")]
    HasFacts,
    /// Somebody learns in it, or a session was held: it stands.
    #[error("the class has learners or sessions")]
    NotEmpty,
}

impl Refusal for LearningError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::ForCandidates => Sentence::new("learning-refused-for-candidates"),
            Self::ForMembers => Sentence::new("learning-refused-for-members"),
            Self::Nameless => Sentence::new("learning-refused-nameless"),
            Self::There => Sentence::new("learning-refused-there"),
            Self::HasFacts => Sentence::new("learning-refused-has-facts"),
            Self::NotEmpty => Sentence::new("learning-refused-not-empty"),
        }
    }
}
