//! Residence contact (213-QĐ/TW): begun and ended, never counted in the cell of residence.

use super::{LifeError, change::Change};
use crate::{
    ids::OrganisationId,
    members::{Leaving, MemberGrade, StandingState},
};

/// Also of a member who belongs outside the installation; official where nothing else is known.
pub(super) fn introduce(change: &mut Change, cell: OrganisationId) -> Result<(), LifeError> {
    change.must_exist(cell)?;
    if change.open_as(StandingState::Residence).is_some() {
        return Err(LifeError::ContactAlready);
    }
    if change.open().any(|one| one.cell == cell) {
        return Err(LifeError::ContactInOwnCell);
    }
    let last = change.home().or_else(|| change.around.standings.iter().max_by_key(|one| one.from_on));
    let grade = last.map_or(MemberGrade::Official, |one| one.grade);
    change.begin(cell, grade, StandingState::Residence);
    Ok(())
}

pub(super) fn part(change: &mut Change, cell: OrganisationId) -> Result<(), LifeError> {
    let kept = change.open().find(|one| one.cell == cell && one.state == StandingState::Residence);
    change.end(kept.ok_or(LifeError::NoContact)?, Leaving::Transferred);
    Ok(())
}
