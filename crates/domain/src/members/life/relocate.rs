//! Official transfers: to another cell here, or out of the installation.

use super::{LifeError, change::Change};
use crate::{
    ids::OrganisationId,
    members::{Leaving, StandingState},
};

/// A visit ends with it; exemption and suspension go along.
pub(super) fn transfer(change: &mut Change, to: OrganisationId) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    if home.cell == to {
        return Err(LifeError::OwnCell);
    }
    change.must_exist(to)?;
    let state = if home.state == StandingState::Away { StandingState::Active } else { home.state };
    change.end(home, Leaving::Transferred);
    change.clear_for(Some(to));
    change.begin(to, home.grade, state);
    Ok(())
}

/// Residence contact here goes on: it is with whoever belongs elsewhere.
pub(super) fn depart(change: &mut Change) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    change.end(home, Leaving::Transferred);
    change.clear_for(None);
    Ok(())
}
