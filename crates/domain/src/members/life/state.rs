//! Exemption and suspension in the member's own cell, and the way back from both.

use jiff::civil::Date;

use super::{LifeError, change::Change};
use crate::members::StandingState;

pub(super) fn exempt(change: &mut Change, until: Option<Date>) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    if home.state != StandingState::Active {
        return Err(LifeError::NotActive { state: home.state });
    }
    must_end_later(change, until)?;
    change.turn(home, StandingState::Exempt);
    Ok(())
}

pub(super) fn resume(change: &mut Change) -> Result<(), LifeError> {
    back_from(change, StandingState::Exempt, LifeError::NotExempt)
}

/// Also of a member who is exempt or away: the suspension takes the place of both.
pub(super) fn suspend(change: &mut Change, until: Option<Date>) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    if home.state == StandingState::Suspended {
        return Err(LifeError::NotActive { state: home.state });
    }
    must_end_later(change, until)?;
    change.clear_for(None);
    change.turn(home, StandingState::Suspended);
    Ok(())
}

pub(super) fn restore(change: &mut Change) -> Result<(), LifeError> {
    back_from(change, StandingState::Suspended, LifeError::NotSuspended)
}

fn back_from(change: &mut Change, state: StandingState, refusal: LifeError) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    if home.state != state {
        return Err(refusal);
    }
    change.turn(home, StandingState::Active);
    Ok(())
}

fn must_end_later(change: &Change, until: Option<Date>) -> Result<(), LifeError> {
    if until.is_some_and(|day| day < change.on) { Err(LifeError::UntilBeforeStart) } else { Ok(()) }
}
