//! Closing a meeting: its length and roll are fixed.

use super::{Attendance, Done, Meeting, MeetingState, RollEntry, StateError};
use crate::{
    problems::{Citation, Refusal, Sentence},
    rules::Rules,
    time::Instant,
};

/// What closing fixes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closure {
    /// When and by whom.
    pub done: Done,
    /// Minutes from opening to closing; 0 if the clock was set back meanwhile.
    pub length_minutes: u32,
    /// Members present.
    pub present: u32,
}

/// Why a meeting cannot be closed (statement 7; 42-HD/BTCTW II.2.2).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// It is not in a state to be closed.
    #[error(transparent)]
    State(#[from] StateError),
    /// Members on the roll were not called.
    #[error("{missing} members were not called")]
    RollIncomplete {
        /// How many.
        missing: u32,
        /// The rule that asks for it.
        citation: Citation,
    },
    /// Motions were put and not decided.
    #[error("{open} motions are undecided")]
    MotionsOpen {
        /// How many.
        open: u32,
    },
}

impl Refusal for CloseError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::State(state) => state.sentence(),
            Self::RollIncomplete { missing, .. } => {
                Sentence::new("meetings-refused-roll-incomplete").with("missing", *missing)
            }
            Self::MotionsOpen { open } => Sentence::new("meetings-refused-motions-open").with("open", *open),
        }
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::RollIncomplete { citation, .. } = self { Some(citation.clone()) } else { None }
    }
}

impl Meeting {
    /// Closes the meeting and fixes its roll call and length. Closing a closed meeting gives the same closure again.
    pub fn close(
        &self,
        roll: &[RollEntry],
        open_motions: u32,
        rules: &Rules,
        done: Done,
    ) -> Result<Closure, CloseError> {
        let present = roll.iter().filter(|entry| entry.attendance == Some(Attendance::Present)).count();
        let present = u32::try_from(present).unwrap_or(u32::MAX);
        let length = |at: Instant| self.steps.opened.map_or(0, |opened| at.minutes_since(opened.at));
        if let (MeetingState::Held | MeetingState::Adopted | MeetingState::Reported, Some(closed)) =
            (self.state(), self.steps.closed)
        {
            return Ok(Closure { done: closed, length_minutes: length(closed.at), present });
        }
        self.must_be_running()?;
        let uncalled =
            roll.iter().filter(|entry| entry.must_be_called() && entry.attendance.is_none()).count();
        let rule = rules.roll_call_required();
        if rule.value && (uncalled > 0 || roll.is_empty()) {
            let missing = u32::try_from(uncalled).unwrap_or(u32::MAX);
            return Err(CloseError::RollIncomplete { missing, citation: rule.citation });
        }
        if open_motions > 0 {
            return Err(CloseError::MotionsOpen { open: open_motions });
        }
        Ok(Closure { done, length_minutes: length(done.at), present })
    }
}
