//! Temporary transfers: going, for how long, and coming back.

use jiff::civil::Date;

use super::{LifeError, change::Change};
use crate::{
    ids::OrganisationId,
    members::{Leaving, StandingState},
    problems::Citation,
    rules::Rules,
    time::plus_months,
};

/// Between which days a temporary transfer may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemporarySpan {
    /// The first day of coming back.
    pub least: Date,
    /// The last day of coming back.
    pub latest: Date,
    /// The rule of the longest span.
    pub citation: Citation,
}

/// Between which days a temporary transfer may end that begins on `from`, for study or for anything else
/// (statement 35; 01-HD/TW 10.2.2).
pub fn temporary_span(from: Date, study: bool, rules: &Rules) -> TemporarySpan {
    let least = plus_months(from, rules.temporary_from_months().value);
    if study {
        let longest = rules.temporary_study_months();
        TemporarySpan { least, latest: plus_months(from, longest.value), citation: longest.citation }
    } else {
        let below = rules.temporary_below_months();
        let end = plus_months(from, below.value);
        TemporarySpan { least, latest: end.yesterday().unwrap_or(end), citation: below.citation }
    }
}

pub(super) fn send(
    change: &mut Change,
    to: Option<OrganisationId>,
    until: Date,
    study: bool,
) -> Result<(), LifeError> {
    let home = change.must_belong()?;
    if home.state != StandingState::Active {
        return Err(LifeError::NotActive { state: home.state });
    }
    if to == Some(home.cell) {
        return Err(LifeError::OwnCell);
    }
    to.map_or(Ok(()), |host| change.must_exist(host))?;
    let TemporarySpan { least, latest, citation } = temporary_span(change.on, study, change.around.rules);
    if !(least..=latest).contains(&until) {
        return Err(LifeError::TemporarySpan { least, latest, citation });
    }
    change.clear_for(to);
    change.turn(home, StandingState::Away);
    if let Some(host) = to {
        change.begin(host, home.grade, StandingState::Visiting);
    }
    Ok(())
}

/// Also for a guest who belongs outside the installation: only the visit ends.
pub(super) fn recall(change: &mut Change) -> Result<(), LifeError> {
    match change.home() {
        Some(home) if home.state == StandingState::Away => change.turn(home, StandingState::Active),
        None if change.open_as(StandingState::Visiting).is_some() => {}
        _ => return Err(LifeError::NotAway),
    }
    for visit in change.open().filter(|one| one.state == StandingState::Visiting) {
        change.end(visit, Leaving::Transferred);
    }
    Ok(())
}
