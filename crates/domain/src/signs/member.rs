//! All signs of one member.

use jiff::civil::Date;

use super::{Sign, badge, dues, probation, removal, stay};
use crate::{
    ids::{MemberId, OrganisationId},
    members::{MemberGrade, StandingState},
    rules::Rules,
    time::{Month, PartialDate},
};

/// What is known of a member in the cell the member belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberFacts {
    /// The cell.
    pub cell: OrganisationId,
    /// The member.
    pub member: MemberId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands there.
    pub state: StandingState,
    /// Since when the member stands so.
    pub since: Date,
    /// The last day agreed, of an exemption or a temporary transfer.
    pub until: Option<Date>,
    /// Whether a temporary transfer is for study.
    pub study: bool,
    /// The day of the ceremony with which the probation began, of a probationary member.
    pub ceremony_on: Option<Date>,
    /// The day party age runs from.
    pub admitted_on: Option<PartialDate>,
    /// The badges awarded already, in years.
    pub badges: Vec<u32>,
    /// The months in which the member was absent from the routine meeting without reason.
    pub absent: Vec<Month>,
    /// The months for which the member paid no dues, without reason.
    pub unpaid: Vec<Month>,
}

/// What the facts of a member say: recognition, badge, a stay that is over, removal to consider (statements 32, 34, 35, 36).
pub fn of_member(facts: &MemberFacts, rules: &Rules, today: Date) -> Vec<Sign> {
    let (cell, member) = (facts.cell, facts.member);
    let ceremony_on = facts.ceremony_on.filter(|_| facts.grade == MemberGrade::Probationary);
    let stay = match facts.state {
        StandingState::Away => stay::temporary(facts, rules, today),
        StandingState::Exempt => stay::exemption(facts, today),
        _ => None,
    };
    let signs = [
        ceremony_on.and_then(|on| probation::recognition(cell, member, on, rules, today)),
        facts.admitted_on.and_then(|on| badge::badge(cell, member, on, &facts.badges, rules, today)),
        stay,
        dues::behind(facts, rules, today.year()),
        removal::removal(facts, rules, today.year()),
    ];
    signs.into_iter().flatten().collect()
}
