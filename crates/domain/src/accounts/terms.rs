//! Terms of office: who may hold what where, so that no cell has two secretaries on one day.

use jiff::civil::Date;

use super::{Office, OfficeTerm};
use crate::{
    organisations::OrganisationKind,
    problems::{Citation, Refusal, Sentence},
    rules::{Ruled, Rules},
};

/// Why a term of office is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TermError {
    /// Such an office is not held in this kind of organisation.
    #[error("such an office is not held here")]
    NotHere,
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsFirst,
    /// The same person holds this office here on one of the days.
    #[error("the same person holds it on one of the days")]
    HeldAlready,
    /// Others hold it on one of the days, as many as the rule lets.
    #[error("others hold it on one of the days")]
    Taken {
        /// How many may hold it at a time.
        most: u32,
        /// The rule.
        citation: Citation,
    },
}

impl Refusal for TermError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NotHere => Sentence::new("offices-refused-not-here"),
            Self::EndsFirst => Sentence::new("offices-refused-ends-first"),
            Self::HeldAlready => Sentence::new("offices-refused-held-already"),
            Self::Taken { most, .. } => Sentence::new("offices-refused-taken").with("most", *most),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::Taken { citation, .. } => Some(citation.clone()),
            _ => None,
        }
    }
}

impl Office {
    /// Whether it is held in organisations of this kind: a cell is followed, a committee has an office and those who inspect.
    pub const fn is_held_in(self, kind: OrganisationKind) -> bool {
        let cell = matches!(kind, OrganisationKind::Cell | OrganisationKind::SubCell);
        match self {
            Self::Secretary | Self::Deputy | Self::CommitteeMember => true,
            Self::Overseer => cell,
            Self::OrganisationOffice | Self::InspectionCommittee | Self::Administrator => !cell,
        }
    }

    /// Whether whoever holds it sits in the committee.
    pub const fn sits_in_committee(self) -> bool {
        matches!(self, Self::Secretary | Self::Deputy | Self::CommitteeMember)
    }
}

impl OfficeTerm {
    /// Whether it is held on a day.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from_on <= date && self.to_on.is_none_or(|end| date < end)
    }

    /// Whether both are held on some common day.
    pub fn meets(&self, other: &Self) -> bool {
        let begins_in_time = |a: &Self, b: &Self| b.to_on.is_none_or(|end| a.from_on < end);
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// Nothing, if this term can be added to the others of its organisation. Secretaries and, in a cell, deputies are
    /// counted by the rules of its first day (29-QĐ/TW, 24; statement 27).
    pub fn check(&self, kind: OrganisationKind, others: &[Self], rules: &Rules) -> Result<(), TermError> {
        if !self.office.is_held_in(kind) {
            return Err(TermError::NotHere);
        }
        if self.to_on.is_some_and(|end| end <= self.from_on) {
            return Err(TermError::EndsFirst);
        }
        let same = |other: &&Self| {
            other.id != self.id
                && (other.organisation, other.office) == (self.organisation, self.office)
                && self.meets(other)
        };
        let at_once: Vec<&Self> = others.iter().filter(same).collect();
        if at_once.iter().any(|other| (other.member, other.account) == (self.member, self.account)) {
            return Err(TermError::HeldAlready);
        }
        match self.most_at_once(kind, rules) {
            Some(most) if at_once.len() >= usize::try_from(most.value).unwrap_or(usize::MAX) => {
                Err(TermError::Taken { most: most.value, citation: most.citation })
            }
            _ => Ok(()),
        }
    }

    fn most_at_once(&self, kind: OrganisationKind, rules: &Rules) -> Option<Ruled<u32>> {
        match self.office {
            Office::Secretary => Some(rules.secretaries()),
            Office::Deputy if kind == OrganisationKind::Cell => Some(rules.deputies_maximum()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::*, rules::RuleBook};
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    fn term(n: u128, office: Office, from_on: Date, to_on: Option<Date>) -> OfficeTerm {
        OfficeTerm {
            id: OfficeId(Uuid::from_u128(n)),
            organisation: OrganisationId(Uuid::nil()),
            office,
            member: Some(MemberId(Uuid::from_u128(n))),
            account: None,
            from_on,
            to_on,
            basis: String::new(),
        }
    }

    fn rules() -> Rules {
        RuleBook::national().unwrap().on(date(2026, 11, 5))
    }

    #[rstest]
    #[case(date(2026, 11, 1), None, false)]
    #[case(date(2026, 12, 1), None, true)]
    #[case(date(2025, 1, 1), Some(date(2025, 7, 1)), true)]
    #[case(date(2025, 1, 1), Some(date(2025, 7, 2)), false)]
    fn statement_27_one_secretary_on_any_day(
        #[case] from: Date,
        #[case] to: Option<Date>,
        #[case] taken: bool,
    ) {
        let first = term(1, Office::Secretary, date(2025, 7, 1), Some(date(2026, 12, 1)));
        let second = term(2, Office::Secretary, from, to);
        assert_eq!(second.check(OrganisationKind::Cell, &[first], &rules()).is_ok(), taken);
    }

    #[test]
    fn a_committee_may_have_several_deputies_and_a_cell_one() {
        let first = term(1, Office::Deputy, date(2025, 7, 1), None);
        let second = term(2, Office::Deputy, date(2025, 7, 1), None);
        let others = [first];
        assert!(second.check(OrganisationKind::Commune, &others, &rules()).is_ok());
        let refused = second.check(OrganisationKind::Cell, &others, &rules()).unwrap_err();
        assert!(matches!(refused, TermError::Taken { most: 1, .. }) && refused.citation().is_some());
    }

    #[test]
    fn offices_are_held_where_they_belong() {
        let overseer = term(1, Office::Overseer, date(2025, 7, 1), None);
        assert_eq!(overseer.check(OrganisationKind::Commune, &[], &rules()), Err(TermError::NotHere));
        let office = term(1, Office::OrganisationOffice, date(2025, 7, 1), None);
        assert_eq!(office.check(OrganisationKind::Cell, &[], &rules()), Err(TermError::NotHere));
        let backwards = term(1, Office::Secretary, date(2025, 7, 1), Some(date(2025, 7, 1)));
        assert_eq!(backwards.check(OrganisationKind::Cell, &[], &rules()), Err(TermError::EndsFirst));
        let again = OfficeTerm { id: OfficeId(Uuid::from_u128(9)), ..overseer.clone() };
        assert_eq!(again.check(OrganisationKind::Cell, &[overseer], &rules()), Err(TermError::HeldAlready));
    }
}
