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
    /// The cell voted on them and did not agree.
    #[error("the minutes were voted down")]
    VotedDown,
}

impl Refusal for AdoptError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::State(state) => state.sentence(),
            Self::Empty => Sentence::new("meetings-refused-minutes-empty"),
            Self::VotedDown => Sentence::new("meetings-refused-minutes-voted-down"),
        }
    }
}

impl Meeting {
    /// Whether the minutes are to be frozen now (`true`), or were before (`false`: adopting twice is safe).
    /// `is_voted_down`: the last vote on them was taken and failed.
    pub fn adopt(&self, is_anything_written: bool, is_voted_down: bool) -> Result<bool, AdoptError> {
        if matches!(self.state(), MeetingState::Adopted | MeetingState::Reported) {
            return Ok(false);
        }
        self.must_be_held()?;
        match (is_anything_written, is_voted_down) {
            (false, _) => Err(AdoptError::Empty),
            (true, true) => Err(AdoptError::VotedDown),
            (true, false) => Ok(true),
        }
    }
}
