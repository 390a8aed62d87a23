//! Leaving the Party: everything the member stands in ends.

use super::{LifeError, change::Change};
use crate::members::Leaving;

pub(super) fn leave(change: &mut Change, left: Leaving) -> Result<(), LifeError> {
    for standing in change.open() {
        change.end(standing, left);
    }
    if change.outcome.ended.is_empty() { Err(LifeError::BelongsNowhere) } else { Ok(()) }
}
