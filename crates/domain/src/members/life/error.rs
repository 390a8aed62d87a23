//! Why a deed in a member's life is refused.

use jiff::civil::Date;

use crate::{
    members::StandingState,
    problems::{Citation, Refusal, Sentence},
    time::written,
};

/// Why a deed in a member's life is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LifeError {
    /// Something changed after the day of the deed.
    #[error("a later change holds from {on}")]
    LaterChange {
        /// The day of the latest change.
        on: Date,
    },
    /// The member has died.
    #[error("the member has died")]
    Deceased,
    /// The cell does not exist on that day.
    #[error("no such cell on that day")]
    NoSuchCell,
    /// The member is in that cell already.
    #[error("it is the member's own cell")]
    OwnCell,
    /// The member belongs to a cell.
    #[error("the member belongs to a cell already")]
    AlreadyBelongs,
    /// Admitted as if for the first time, though a member before.
    #[error("the member was in the register before")]
    MemberBefore,
    /// The member stands in no cell on that day.
    #[error("the member belongs nowhere on that day")]
    BelongsNowhere,
    /// Too soon after leaving the Party (statement 36).
    #[error("readmission is possible from {first}")]
    ReadmissionEarly {
        /// The first day on which it is possible.
        first: Date,
        /// After how many months.
        months: u32,
        /// The rule.
        citation: Citation,
    },
    /// The ceremony before the decision.
    #[error("the decision is later than the ceremony")]
    DecisionAfterCeremony,
    /// Recognition of somebody who was not admitted.
    #[error("the member was not admitted")]
    NotAdmitted,
    /// Recognition of an official member.
    #[error("the member is official already")]
    OfficialAlready,
    /// Recognition decided before the ceremony.
    #[error("the recognition was decided before the ceremony of {ceremony_on}")]
    DecisionBeforeCeremony {
        /// The day of the ceremony.
        ceremony_on: Date,
    },
    /// The probation is not over (statement 33).
    #[error("the probation ends on {first}")]
    ProbationNotOver {
        /// The first day on which recognition is possible.
        first: Date,
        /// How many months it lasts.
        months: u32,
        /// The rule.
        citation: Citation,
    },
    /// The member is exempt, away or suspended, which has to end first.
    #[error("the member is {state}")]
    NotActive {
        /// How the member stands.
        state: StandingState,
    },
    /// Called back, but not away.
    #[error("the member is not away")]
    NotAway,
    /// An exemption ended that is none.
    #[error("the member is not exempt")]
    NotExempt,
    /// A suspension lifted that is none.
    #[error("the member is not suspended")]
    NotSuspended,
    /// A temporary transfer too short or too long (statement 35).
    #[error("a temporary transfer ends between {least} and {latest}")]
    TemporarySpan {
        /// The first day of coming back.
        least: Date,
        /// The last day of coming back.
        latest: Date,
        /// The rule.
        citation: Citation,
    },
    /// An exemption or suspension that ends before it begins.
    #[error("it ends before it begins")]
    UntilBeforeStart,
    /// Residence contact with the cell the member belongs to, or visits.
    #[error("the member stands in that cell already")]
    ContactInOwnCell,
    /// Residence contact while there is one.
    #[error("the member keeps residence contact already")]
    ContactAlready,
    /// Residence contact ended that is none.
    #[error("the member keeps no contact with that cell")]
    NoContact,
}

impl Refusal for LifeError {
    fn sentence(&self) -> Sentence {
        let dated = |key, on: &Date| Sentence::new(key).with("date", written(*on));
        match self {
            Self::LaterChange { on } => dated("life-refused-later-change", on),
            Self::Deceased => Sentence::new("life-refused-deceased"),
            Self::NoSuchCell => Sentence::new("life-refused-no-such-cell"),
            Self::OwnCell => Sentence::new("life-refused-own-cell"),
            Self::AlreadyBelongs => Sentence::new("life-refused-already-belongs"),
            Self::MemberBefore => Sentence::new("life-refused-member-before"),
            Self::BelongsNowhere => Sentence::new("life-refused-belongs-nowhere"),
            Self::ReadmissionEarly { first, months, .. } => {
                dated("life-refused-readmission-early", first).with("months", *months)
            }
            Self::DecisionAfterCeremony => Sentence::new("life-refused-decision-after-ceremony"),
            Self::NotAdmitted => Sentence::new("life-refused-not-admitted"),
            Self::OfficialAlready => Sentence::new("life-refused-official-already"),
            Self::DecisionBeforeCeremony { ceremony_on } => {
                dated("life-refused-decision-before-ceremony", ceremony_on)
            }
            Self::ProbationNotOver { first, months, .. } => {
                dated("life-refused-probation-not-over", first).with("months", *months)
            }
            Self::NotActive { state: StandingState::Exempt } => Sentence::new("life-refused-is-exempt"),
            Self::NotActive { state: StandingState::Away } => Sentence::new("life-refused-is-away"),
            Self::NotActive { .. } => Sentence::new("life-refused-is-suspended"),
            Self::NotAway => Sentence::new("life-refused-not-away"),
            Self::NotExempt => Sentence::new("life-refused-not-exempt"),
            Self::NotSuspended => Sentence::new("life-refused-not-suspended"),
            Self::TemporarySpan { least, latest, .. } => Sentence::new("life-refused-temporary-span")
                .with("least", written(*least))
                .with("latest", written(*latest)),
            Self::UntilBeforeStart => Sentence::new("life-refused-until-before-start"),
            Self::ContactInOwnCell => Sentence::new("life-refused-contact-in-own-cell"),
            Self::ContactAlready => Sentence::new("life-refused-contact-already"),
            Self::NoContact => Sentence::new("life-refused-no-contact"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::ReadmissionEarly { citation, .. }
            | Self::ProbationNotOver { citation, .. }
            | Self::TemporarySpan { citation, .. } => Some(citation.clone()),
            _ => None,
        }
    }
}
