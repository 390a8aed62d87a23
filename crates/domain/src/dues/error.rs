//! Why a deed of dues is refused.

use super::MOST_MONTHS;
use crate::problems::{Refusal, Sentence};

/// Why a deed of dues is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DuesError {
    /// Not an amount of dues.
    #[error("not an amount of dues")]
    NotAnAmount,
    /// No month, or more than can be paid at one time.
    #[error("1 to {most} months")]
    TooManyMonths {
        /// How many.
        most: usize,
    },
    /// Paid on a day to come.
    #[error("the day is to come")]
    DayToCome,
    /// The month's book is closed: what is entered now belongs to an open month.
    #[error("the month is closed")]
    MonthClosed,
    /// The month has not begun.
    #[error("the month is to come")]
    MonthToCome,
    /// Somebody's dues of the month cannot be reckoned yet.
    #[error("the dues of {members} members are not known")]
    NotReckoned {
        /// Of how many.
        members: usize,
    },
    /// The months before are not closed.
    #[error("an earlier month is open")]
    EarlierOpen,
    /// A later month is closed.
    #[error("a later month is closed")]
    LaterClosed,
    /// Something of the month was sent up.
    #[error("something was sent up")]
    Sent,
    /// The month is not closed yet.
    #[error("the month is open")]
    MonthOpen,
    /// Entered longer ago than it can be taken back.
    #[error("entered longer ago")]
    TooOld,
    /// The committee has said what it received.
    #[error("received")]
    Received,
    /// Not on the cell's list of dues.
    #[error("not on the list of dues")]
    NotOnTheList,
    /// Paid, so that no reason is wanted.
    #[error("paid")]
    IsPaid,
}

impl Refusal for DuesError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NotAnAmount => Sentence::new("dues-refused-not-an-amount"),
            Self::TooManyMonths { .. } => Sentence::new("dues-refused-months")
                .with("most", u32::try_from(MOST_MONTHS).unwrap_or_default()),
            Self::DayToCome => Sentence::new("dues-refused-day-to-come"),
            Self::MonthClosed => Sentence::new("dues-refused-month-closed"),
            Self::MonthToCome => Sentence::new("dues-refused-month-to-come"),
            Self::NotReckoned { members } => Sentence::new("dues-refused-not-reckoned")
                .with("members", u32::try_from(*members).unwrap_or(u32::MAX)),
            Self::EarlierOpen => Sentence::new("dues-refused-earlier-open"),
            Self::LaterClosed => Sentence::new("dues-refused-later-closed"),
            Self::Sent => Sentence::new("dues-refused-sent"),
            Self::MonthOpen => Sentence::new("dues-refused-month-open"),
            Self::TooOld => Sentence::new("dues-refused-too-old"),
            Self::Received => Sentence::new("dues-refused-received"),
            Self::NotOnTheList => Sentence::new("dues-refused-not-on-the-list"),
            Self::IsPaid => Sentence::new("dues-refused-is-paid"),
        }
    }
}
