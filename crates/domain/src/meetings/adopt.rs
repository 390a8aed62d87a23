//! Adopting the minutes: from then on nothing in them is changed, only added to.

use super::{Meeting, MeetingState, StateError};
use crate::problems::{Refusal, Sentence};

/// Why minutes cannot be adopted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdoptError {
    /// The meeting is not in a state for it.
    #[error(transparent)]
    State(#[from] StateError),
    /// Nothing was written under any item: there is nothing to read out.
    #[error("the minutes are empty")]
    Empty,
}

impl Refusal for AdoptError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::State(state) => state.sentence(),
            Self::Empty => Sentence::new("meetings-refused-minutes-empty"),
        }
    }
}

impl Meeting {
    /// Whether the minutes are to be frozen now (`true`), or were before (`false`: adopting twice is safe).
    pub fn adopt(&self, is_anything_written: bool) -> Result<bool, AdoptError> {
        if matches!(self.state(), MeetingState::Adopted | MeetingState::Reported) {
            return Ok(false);
        }
        self.must_be_held()?;
        if is_anything_written { Ok(true) } else { Err(AdoptError::Empty) }
    }
}
