//! Entering a cell from outside: admitted, admitted again, received.

use jiff::civil::Date;

use super::{LifeError, change::Change};
use crate::{
    ids::OrganisationId,
    members::{Leaving, MemberGrade, StandingState},
    time::plus_months,
};

pub(super) fn admit(change: &mut Change, cell: OrganisationId, decided_on: Date) -> Result<(), LifeError> {
    may_enter(change, cell)?;
    if !change.around.standings.is_empty() {
        return Err(LifeError::MemberBefore);
    }
    as_probationary(change, cell, decided_on)
}

pub(super) fn readmit(change: &mut Change, cell: OrganisationId, decided_on: Date) -> Result<(), LifeError> {
    may_enter(change, cell)?;
    long_enough_out(change)?;
    as_probationary(change, cell, decided_on)
}

/// Whoever left the Party must have been admitted again elsewhere, which the same term keeps back.
pub(super) fn receive(
    change: &mut Change,
    cell: OrganisationId,
    grade: MemberGrade,
) -> Result<(), LifeError> {
    may_enter(change, cell)?;
    long_enough_out(change)?;
    change.clear_for(Some(cell));
    change.begin(cell, grade, StandingState::Active);
    Ok(())
}

fn may_enter(change: &Change, cell: OrganisationId) -> Result<(), LifeError> {
    if change.home().is_some() {
        return Err(LifeError::AlreadyBelongs);
    }
    change.must_exist(cell)
}

fn as_probationary(change: &mut Change, cell: OrganisationId, decided_on: Date) -> Result<(), LifeError> {
    if decided_on > change.on {
        return Err(LifeError::DecisionAfterCeremony);
    }
    change.clear_for(Some(cell));
    change.begin(cell, MemberGrade::Probationary, StandingState::Active);
    Ok(())
}

/// Statement 36.
fn long_enough_out(change: &Change) -> Result<(), LifeError> {
    let left = change.around.standings.iter().filter(|one| one.left.is_some_and(Leaving::leaves_party));
    let Some(left_on) = left.filter_map(|one| one.to_on).max() else { return Ok(()) };
    let rule = change.around.rules.readmission_months();
    let first = plus_months(left_on, rule.value);
    if change.on < first {
        return Err(LifeError::ReadmissionEarly { first, months: rule.value, citation: rule.citation });
    }
    Ok(())
}
