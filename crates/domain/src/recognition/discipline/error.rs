//! Why a measure of discipline is refused.

use jiff::civil::Date;

use crate::{
    problems::{Citation, Refusal, Sentence},
    time::written,
};

/// Why a measure of discipline is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DisciplineError {
    /// No form for official members.
    #[error("this is no form for members")]
    NotForMembers {
        /// The rule.
        citation: Citation,
    },
    /// No form for probationary members.
    #[error("this is no form for probationary members")]
    NotForProbationary {
        /// The rule.
        citation: Citation,
    },
    /// No form for organisations.
    #[error("this is no form for organisations")]
    NotForOrganisations {
        /// The rule.
        citation: Citation,
    },
    /// Heavier than what a cell decides itself (statement 25).
    #[error("a cell proposes this form and does not decide it")]
    HeavierThanCellDecides {
        /// The rule.
        citation: Citation,
    },
    /// A cell disciplines its members, not organisations.
    #[error("a cell decides of its members only")]
    CellDecidesOfMembersOnly {
        /// The rule.
        citation: Citation,
    },
    /// The member stands nowhere on that day.
    #[error("the member belongs nowhere on that day")]
    BelongsNowhere,
    /// Announced before it was decided.
    #[error("it was decided on {on}")]
    AnnouncedFirst {
        /// When.
        on: Date,
    },
    /// Decided before it was proposed.
    #[error("it was proposed on {on}")]
    DecidedFirst {
        /// When.
        on: Date,
    },
    /// Received before it was decided.
    #[error("it was decided on {on}")]
    ReceivedFirst {
        /// When.
        on: Date,
    },
    /// Ends before it holds.
    #[error("it holds from {on}")]
    EndsFirst {
        /// From when.
        on: Date,
    },
    /// Decided already.
    #[error("it was decided on {on}")]
    DecidedAlready {
        /// When.
        on: Date,
    },
    /// Ended already.
    #[error("it ended on {on}")]
    EndedAlready {
        /// When.
        on: Date,
    },
    /// A proposal that was not decided.
    #[error("it is not decided")]
    NotDecided,
    /// On a day that has not come.
    #[error("the day has not come")]
    ToCome,
}

impl Refusal for DisciplineError {
    fn sentence(&self) -> Sentence {
        let dated = |key, on: &Date| Sentence::new(key).with("date", written(*on));
        match self {
            Self::NotForMembers { .. } => Sentence::new("discipline-refused-not-for-members"),
            Self::NotForProbationary { .. } => Sentence::new("discipline-refused-not-for-probationary"),
            Self::NotForOrganisations { .. } => Sentence::new("discipline-refused-not-for-organisations"),
            Self::HeavierThanCellDecides { .. } => Sentence::new("discipline-refused-heavier"),
            Self::CellDecidesOfMembersOnly { .. } => Sentence::new("discipline-refused-members-only"),
            Self::BelongsNowhere => Sentence::new("discipline-refused-belongs-nowhere"),
            Self::AnnouncedFirst { on } => dated("discipline-refused-announced-first", on),
            Self::DecidedFirst { on } => dated("discipline-refused-decided-first", on),
            Self::ReceivedFirst { on } => dated("discipline-refused-received-first", on),
            Self::EndsFirst { on } => dated("discipline-refused-ends-first", on),
            Self::DecidedAlready { on } => dated("discipline-refused-decided-already", on),
            Self::EndedAlready { on } => dated("discipline-refused-ended-already", on),
            Self::NotDecided => Sentence::new("discipline-refused-not-decided"),
            Self::ToCome => Sentence::new("discipline-refused-to-come"),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::NotForMembers { citation }
            | Self::NotForProbationary { citation }
            | Self::NotForOrganisations { citation }
            | Self::HeavierThanCellDecides { citation }
            | Self::CellDecidesOfMembersOnly { citation } => Some(citation.clone()),
            _ => None,
        }
    }
}
