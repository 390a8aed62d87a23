//! How far a meeting has come, as one word; and the refusals of deeds that come too early or too late.

use super::Meeting;
use crate::problems::{Refusal, Sentence};

text_enum! {
    /// How far a meeting has come. Never stored: read from its steps.
    MeetingState {
        /// In the year's plan.
        Planned = "planned",
        /// Date and place registered.
        Registered = "registered",
        /// Agreed to by the superior committee.
        Approved = "approved",
        /// Notice went out.
        Called = "called",
        /// Under way.
        Running = "running",
        /// Closed.
        Held = "held",
        /// Minutes adopted.
        Adopted = "adopted",
        /// Reported.
        Reported = "reported",
        /// Called off.
        Cancelled = "cancelled",
    }
}

/// Why a deed is refused in the state a meeting is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// It was called off.
    #[error("the meeting was called off")]
    Cancelled,
    /// It has not been opened.
    #[error("the meeting has not been opened")]
    NotOpened,
    /// It was opened already.
    #[error("the meeting was opened already")]
    Opened,
    /// It is not closed.
    #[error("the meeting is not closed")]
    NotClosed,
    /// It is closed: reopen it to go on.
    #[error("the meeting is closed")]
    Closed,
    /// Its minutes are adopted: from now on only additions.
    #[error("the minutes are adopted")]
    Adopted,
    /// Its minutes are not adopted yet.
    #[error("the minutes are not adopted")]
    NotAdopted,
    /// It was reported to the superior committee.
    #[error("the meeting was reported")]
    Reported,
}

impl Refusal for StateError {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::Cancelled => "meetings-refused-cancelled",
            Self::NotOpened => "meetings-refused-not-opened",
            Self::Opened => "meetings-refused-opened",
            Self::NotClosed => "meetings-refused-not-closed",
            Self::Closed => "meetings-refused-closed",
            Self::Adopted => "meetings-refused-adopted",
            Self::NotAdopted => "meetings-refused-not-adopted",
            Self::Reported => "meetings-refused-reported",
        })
    }
}

impl Meeting {
    /// How far it has come.
    pub const fn state(&self) -> MeetingState {
        let steps = &self.steps;
        if steps.cancelled.is_some() {
            MeetingState::Cancelled
        } else if steps.reported.is_some() {
            MeetingState::Reported
        } else if steps.adopted.is_some() {
            MeetingState::Adopted
        } else if steps.closed.is_some() {
            MeetingState::Held
        } else if steps.opened.is_some() {
            MeetingState::Running
        } else if steps.called.is_some() {
            MeetingState::Called
        } else if steps.approved.is_some() {
            MeetingState::Approved
        } else if steps.registered.is_some() {
            MeetingState::Registered
        } else {
            MeetingState::Planned
        }
    }

    /// Nothing, if it can still be prepared: not opened and not called off.
    pub const fn must_be_ahead(&self) -> Result<(), StateError> {
        match self.state() {
            MeetingState::Cancelled => Err(StateError::Cancelled),
            MeetingState::Running => Err(StateError::Opened),
            MeetingState::Held => Err(StateError::Closed),
            MeetingState::Adopted | MeetingState::Reported => Err(StateError::Adopted),
            _ => Ok(()),
        }
    }

    /// Nothing, if its minutes can still be written: not adopted and not called off, whether open or closed.
    pub const fn must_be_open_to_change(&self) -> Result<(), StateError> {
        match self.state() {
            MeetingState::Cancelled => Err(StateError::Cancelled),
            MeetingState::Adopted | MeetingState::Reported => Err(StateError::Adopted),
            _ => Ok(()),
        }
    }

    /// Nothing, if it is under way.
    pub const fn must_be_running(&self) -> Result<(), StateError> {
        match self.state() {
            MeetingState::Running => Ok(()),
            MeetingState::Cancelled => Err(StateError::Cancelled),
            MeetingState::Held => Err(StateError::Closed),
            MeetingState::Adopted | MeetingState::Reported => Err(StateError::Adopted),
            _ => Err(StateError::NotOpened),
        }
    }

    /// Nothing, if it was closed, whatever came after.
    pub const fn must_be_held(&self) -> Result<(), StateError> {
        match self.state() {
            MeetingState::Cancelled => Err(StateError::Cancelled),
            MeetingState::Held | MeetingState::Adopted | MeetingState::Reported => Ok(()),
            MeetingState::Running => Err(StateError::NotClosed),
            _ => Err(StateError::NotOpened),
        }
    }
}
