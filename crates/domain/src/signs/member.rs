//! All signs of one member.

use jiff::civil::Date;

use super::{
    Sign,
    badge::{self, Occasion},
    dues, probation, removal, stay,
};
use crate::{
    ids::{MemberId, OrganisationId},
    members::{MemberGrade, StandingState},
    rules::{Ruled, Rules},
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

/// What members of a place are measured by on a day: its rules, those that are asked of everybody read once for all.
#[derive(Debug, Clone)]
pub struct Measure {
    rules: Rules,
    today: Date,
    badges: Option<Occasion>,
    pub(super) warn_months: Ruled<u32>,
    pub(super) removal_months: Ruled<u32>,
}

impl Measure {
    /// The measure of a place with these rules.
    pub fn of(rules: &Rules, today: Date) -> Self {
        Self {
            badges: Occasion::next(today, rules),
            warn_months: rules.warn_months(),
            removal_months: rules.removal_months(),
            rules: rules.clone(),
            today,
        }
    }

    /// What the facts of a member say: recognition, badge, a stay that is over, removal to consider (statements 32, 34, 35, 36).
    pub fn signs(&self, facts: &MemberFacts) -> Vec<Sign> {
        let (rules, today) = (&self.rules, self.today);
        let (cell, member) = (facts.cell, facts.member);
        let ceremony_on = facts.ceremony_on.filter(|_| facts.grade == MemberGrade::Probationary);
        let stay = match facts.state {
            StandingState::Away => stay::temporary(facts, rules, today),
            StandingState::Exempt => stay::exemption(facts, today),
            _ => None,
        };
        let signs = [
            ceremony_on.and_then(|on| probation::recognition(cell, member, on, rules, today)),
            self.badges.as_ref().and_then(|occasion| badge::badge(facts, occasion)),
            stay,
            dues::behind(facts, self, today.year()),
            removal::removal(facts, &self.removal_months, today.year()),
        ];
        signs.into_iter().flatten().collect()
    }
}
