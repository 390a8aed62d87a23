//! When each stage of a score may be entered, by how far the meeting has come (42-HD/BTCTW: the meeting is scored before
//! its minutes are read, reported, and graded by the direct superior).

use super::{stage::Stage, stage_error::StageError};
use crate::meetings::{Meeting, StateError};

impl Stage {
    /// Nothing, if points may be entered at this stage while the meeting stands so: proposed, agreed and voted from the
    /// opening on, in the meeting or after it; decided once the meeting was reported. What comes late is taken late rather
    /// than lost.
    pub const fn must_be_open(self, meeting: &Meeting) -> Result<(), StageError> {
        let steps = &meeting.steps;
        if steps.cancelled.is_some() {
            Err(StageError::Meeting(StateError::Cancelled))
        } else if steps.opened.is_none() {
            Err(StageError::Meeting(StateError::NotOpened))
        } else if matches!(self, Self::Decided) && steps.reported.is_none() {
            Err(StageError::NotReported)
        } else {
            Ok(())
        }
    }
}
