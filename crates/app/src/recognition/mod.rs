//! Recognition: commendations and party badges; and, kept apart from both, discipline.

pub mod badges;
pub mod commendations;
pub mod discipline;

use nennep_domain::problems::{Refusal, Sentence};

/// What was entered longer than a day ago stands.
#[derive(Debug, thiserror::Error)]
#[error("entered longer ago")]
pub(crate) struct TooOld;

impl Refusal for TooOld {
    fn sentence(&self) -> Sentence {
        Sentence::new("recognition-too-old")
    }
}

/// Another thing was entered under the same id.
#[derive(Debug, thiserror::Error)]
#[error("another thing has this id")]
pub(crate) struct IdUsed;

impl Refusal for IdUsed {
    fn sentence(&self) -> Sentence {
        Sentence::new("life-refused-id-used")
    }
}
