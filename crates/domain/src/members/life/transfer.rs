//! An official transfer on its way, from the introduction to the reception.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::LifeDeed;
use crate::{
    decisions::Decision,
    ids::{MemberId, OrganisationId, TransferId},
    problems::{Refusal, Sentence},
    rules::Rules,
    time::written,
};

/// Where a transfer goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// A cell here.
    Cell(OrganisationId),
    /// A cell outside this installation, as papers write it.
    Outside(String),
}

/// An official transfer: introduced by one cell, and the member stays in it until the other has received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Transfer {
    /// Its id.
    pub id: TransferId,
    /// The member.
    pub member: MemberId,
    /// The cell left.
    pub from: OrganisationId,
    /// Where to.
    pub to: Destination,
    /// The decision.
    pub decision: Decision,
    /// The day of the letter of introduction.
    pub introduced_on: Date,
    /// The day the other received.
    pub received_on: Option<Date>,
    /// The day it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

/// Why a transfer is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TransferError {
    /// It goes where the member is.
    #[error("it goes to the cell it comes from")]
    OwnCell,
    /// Another transfer of the member is on its way.
    #[error("another transfer is on its way since {introduced_on}")]
    Underway {
        /// The day of its introduction.
        introduced_on: Date,
    },
    /// Received before it was introduced.
    #[error("it was introduced on {introduced_on}")]
    BeforeIntroduction {
        /// The day of the introduction.
        introduced_on: Date,
    },
    /// Received already.
    #[error("it was received on {on}")]
    Received {
        /// When.
        on: Date,
    },
    /// Withdrawn.
    #[error("it was withdrawn on {on}")]
    Withdrawn {
        /// When.
        on: Date,
    },
}

impl Refusal for TransferError {
    fn sentence(&self) -> Sentence {
        let dated = |key, on: &Date| Sentence::new(key).with("date", written(*on));
        match self {
            Self::OwnCell => Sentence::new("life-refused-own-cell"),
            Self::Underway { introduced_on } => dated("life-refused-transfer-underway", introduced_on),
            Self::BeforeIntroduction { introduced_on } => {
                dated("life-refused-transfer-before-introduction", introduced_on)
            }
            Self::Received { on } => dated("life-refused-transfer-received", on),
            Self::Withdrawn { on } => dated("life-refused-transfer-withdrawn", on),
        }
    }
}

impl Transfer {
    /// Whether it is on its way.
    pub const fn is_open(&self) -> bool {
        self.received_on.is_none() && self.withdrawn_on.is_none()
    }

    /// The last day on which the transfer is made in time, counted from the decision (statement 35; 208-QĐ/TW).
    pub fn due_on(&self, rules: &Rules) -> Date {
        rules.book().calendar().plus_working_days(self.decision.on, rules.transfer_working_days().value)
    }

    /// The last day on which the papers are presented in time, counted from the introduction (statement 35).
    pub fn reception_due_on(&self, rules: &Rules) -> Date {
        rules.book().calendar().plus_working_days(self.introduced_on, rules.reception_working_days().value)
    }

    /// Whether it may be begun beside the member's `others`: refused while one of them is on its way.
    pub fn check_new(&self, others: &[Self]) -> Result<(), TransferError> {
        if self.to == Destination::Cell(self.from) {
            return Err(TransferError::OwnCell);
        }
        let same = |one: &&Self| one.member == self.member && one.id != self.id && one.is_open();
        others
            .iter()
            .find(same)
            .map_or(Ok(()), |other| Err(TransferError::Underway { introduced_on: other.introduced_on }))
    }

    /// The deed with which the member moves when the other receives on the day `on`.
    pub fn receive(&self, on: Date) -> Result<LifeDeed, TransferError> {
        if let Some(on) = self.received_on {
            return Err(TransferError::Received { on });
        }
        if let Some(on) = self.withdrawn_on {
            return Err(TransferError::Withdrawn { on });
        }
        if on < self.introduced_on {
            return Err(TransferError::BeforeIntroduction { introduced_on: self.introduced_on });
        }
        Ok(match &self.to {
            Destination::Cell(to) => LifeDeed::Transfer { to: *to },
            Destination::Outside(to) => LifeDeed::Depart { to: to.clone() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::national;
    use jiff::civil::date;
    use uuid::Uuid;

    fn organisation(n: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(n))
    }

    fn transfer(n: u128) -> Transfer {
        Transfer {
            id: TransferId(Uuid::from_u128(n)),
            member: MemberId(Uuid::from_u128(1)),
            from: organisation(1),
            to: Destination::Cell(organisation(2)),
            decision: Decision { number: "12-QĐ/ĐU".to_owned(), on: date(2026, 8, 3), by: String::new() },
            introduced_on: date(2026, 8, 5),
            received_on: None,
            withdrawn_on: None,
        }
    }

    #[test]
    fn statement_35_sixty_working_days_from_the_decision_and_thirty_from_the_introduction() {
        let rules = national().on(date(2026, 8, 5));
        // 31 August to 2 September are days off; Saturday 22 August is worked for one of them.
        assert_eq!(transfer(1).due_on(&rules), date(2026, 10, 28));
        assert_eq!(transfer(1).reception_due_on(&rules), date(2026, 9, 18));
    }

    #[test]
    fn a_member_has_one_transfer_on_its_way() {
        let (first, second) = (transfer(1), transfer(2));
        let introduced_on = first.introduced_on;
        assert_eq!(
            second.check_new(std::slice::from_ref(&first)),
            Err(TransferError::Underway { introduced_on })
        );
        assert_eq!(first.check_new(std::slice::from_ref(&first)), Ok(()), "itself");
        let received = Transfer { received_on: Some(date(2026, 8, 20)), ..first.clone() };
        let withdrawn = Transfer { withdrawn_on: Some(date(2026, 8, 20)), ..first.clone() };
        let other = Transfer { member: MemberId(Uuid::from_u128(9)), ..first };
        assert_eq!(second.check_new(&[received, withdrawn, other]), Ok(()));
        let nowhere = Transfer { to: Destination::Cell(second.from), ..second };
        assert_eq!(nowhere.check_new(&[]), Err(TransferError::OwnCell));
    }

    #[test]
    fn receiving_moves_the_member_once_and_not_before_the_introduction() {
        let (here, day) = (transfer(1), date(2026, 8, 20));
        assert_eq!(here.receive(day), Ok(LifeDeed::Transfer { to: organisation(2) }));
        assert!(here.receive(here.introduced_on).is_ok(), "on the day itself");
        assert!(matches!(here.receive(date(2026, 8, 4)), Err(TransferError::BeforeIntroduction { .. })));
        let out = Transfer { to: Destination::Outside("Đảng bộ tỉnh X".to_owned()), ..transfer(1) };
        assert_eq!(out.receive(day), Ok(LifeDeed::Depart { to: "Đảng bộ tỉnh X".to_owned() }));
        let received = Transfer { received_on: Some(day), ..transfer(1) };
        assert_eq!(received.receive(day), Err(TransferError::Received { on: day }));
        let withdrawn = Transfer { withdrawn_on: Some(day), ..transfer(1) };
        assert_eq!(withdrawn.receive(day), Err(TransferError::Withdrawn { on: day }));
        assert!(here.is_open() && !received.is_open() && !withdrawn.is_open());
    }
}
