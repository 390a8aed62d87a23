//! Recognition as official member, and the probation before it.

use jiff::civil::Date;

use super::{Ended, LifeError, change::Change};
use crate::{
    members::{Leaving, MemberGrade, Standing},
    rules::{Ruled, Rules},
    time::plus_months,
};

/// The day the probation is over that began with the ceremony on `ceremony_on`: from it a member is official
/// (statement 33).
pub fn probation_over(ceremony_on: Date, rules: &Rules) -> Ruled<Date> {
    rules.probation_months().map(|months| plus_months(ceremony_on, months))
}

/// The member is official from the end of the probation, whatever else changed since.
pub(super) fn recognise(change: &mut Change, decided_on: Date) -> Result<(), LifeError> {
    let home = change.home().ok_or(LifeError::NotAdmitted)?;
    if home.grade == MemberGrade::Official {
        return Err(LifeError::OfficialAlready);
    }
    let (standings, rules) = (change.around.standings, change.around.rules);
    let ceremony_on = change.around.ceremony_on.unwrap_or_else(|| probationary_since(standings, home));
    if decided_on < ceremony_on {
        return Err(LifeError::DecisionBeforeCeremony { ceremony_on });
    }
    let over = probation_over(ceremony_on, rules);
    if change.on < over.value {
        let (months, citation) = (rules.probation_months().value, over.citation);
        return Err(LifeError::ProbationNotOver { first: over.value, months, citation });
    }
    for standing in standings.iter().filter(|one| one.grade == MemberGrade::Probationary) {
        let on = standing.from_on.max(over.value);
        if standing.to_on.is_none_or(|end| on < end) {
            change.outcome.ended.push(Ended { standing: standing.id, on, left: Leaving::Changed });
            change.carry_on(standing, MemberGrade::Official, on);
        }
    }
    Ok(())
}

/// The day of the ceremony with which a member's last probation began, and since when the member is official: from the standings, and the
/// day of the ceremony where the register knows of it before it knows of a cell. `None`: the register knows of no probation.
pub fn last_probation(standings: &[Standing], ceremony_on: Option<Date>) -> Option<(Date, Option<Date>)> {
    let left = standings.iter().filter(|one| one.left.is_some_and(Leaving::leaves_party));
    let came_after = left.filter_map(|one| one.to_on).max();
    let first = |grade: MemberGrade| {
        let belonging = standings.iter().filter(|one| one.state.belongs() && one.grade == grade);
        let days = belonging.map(|one| one.from_on);
        days.filter(|day| came_after.is_none_or(|left| left <= *day)).min()
    };
    let from = first(MemberGrade::Probationary)?;
    let ceremony_on = ceremony_on.filter(|day| *day < from).unwrap_or(from);
    Some((ceremony_on, first(MemberGrade::Official)))
}

/// The first day as probationary member since the member last came into the Party.
fn probationary_since(standings: &[Standing], home: &Standing) -> Date {
    let left = standings.iter().filter(|one| one.left.is_some_and(Leaving::leaves_party));
    let came_after = left.filter_map(|one| one.to_on).max();
    let belonging =
        standings.iter().filter(|one| one.state.belongs() && one.grade == MemberGrade::Probationary);
    let days = belonging.map(|one| one.from_on).filter(|day| came_after.is_none_or(|left| left <= *day));
    days.min().unwrap_or(home.from_on)
}
