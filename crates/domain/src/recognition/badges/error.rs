//! Why a badge, or a step of its proposal, is refused.

use jiff::civil::Date;

use super::BadgeStep;
use crate::{
    problems::{Citation, Refusal, Sentence},
    time::written,
};

/// Why a badge, or a step of its proposal, is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadgeError {
    /// There is no badge for so many years.
    #[error("there is no badge of {years} years")]
    NoSuchBadge {
        /// The years.
        years: u32,
        /// The rule.
        citation: Citation,
    },
    /// The register does not say when the member was admitted.
    #[error("the day of admission is not known")]
    AdmissionUnknown,
    /// Awarded before.
    #[error("the badge of {years} years was awarded before")]
    AwardedAlready {
        /// The years.
        years: u32,
    },
    /// Another proposal of the same badge is under way.
    #[error("it is proposed already")]
    ProposedAlready,
    /// Not a day of badges.
    #[error("badges are not given on that day")]
    NotADay {
        /// The rule.
        citation: Citation,
    },
    /// The years are not full.
    #[error("the years are full on {full_on}")]
    NotFull {
        /// The years.
        years: u32,
        /// When they are.
        full_on: Date,
        /// The rule.
        citation: Citation,
    },
    /// Earlier than the rule allows.
    #[error("possible from {first}")]
    TooEarly {
        /// The first day on which it is possible, or of the death with which it would be.
        first: Date,
        /// How many months the rule allows.
        months: u32,
        /// The rule.
        citation: Citation,
    },
    /// After death, of somebody alive.
    #[error("the member has not died")]
    NotDeceased,
    /// As to the living, of somebody who died.
    #[error("the member died on {on}")]
    Deceased {
        /// When.
        on: Date,
    },
    /// A step that does not follow from those taken.
    #[error("the next step is {next:?}")]
    NotTheNext {
        /// The step that would be next.
        next: Option<BadgeStep>,
    },
    /// A step before the one before it.
    #[error("the step before was taken on {on}")]
    BeforeTheLast {
        /// When.
        on: Date,
    },
    /// On a day that has not come.
    #[error("the day has not come")]
    ToCome,
    /// Withdrawn.
    #[error("it was withdrawn on {on}")]
    Withdrawn {
        /// When.
        on: Date,
    },
    /// Decided already: it cannot be withdrawn any more.
    #[error("it was decided on {on}")]
    Decided {
        /// When.
        on: Date,
    },
}

impl Refusal for BadgeError {
    fn sentence(&self) -> Sentence {
        let dated = |key, on: &Date| Sentence::new(key).with("date", written(*on));
        match self {
            Self::NoSuchBadge { years, .. } => {
                Sentence::new("badges-refused-no-such-badge").with("years", *years)
            }
            Self::AdmissionUnknown => Sentence::new("badges-refused-admission-unknown"),
            Self::AwardedAlready { years } => {
                Sentence::new("badges-refused-awarded-already").with("years", *years)
            }
            Self::ProposedAlready => Sentence::new("badges-refused-proposed-already"),
            Self::NotADay { .. } => Sentence::new("badges-refused-not-a-day"),
            Self::NotFull { years, full_on, .. } => {
                dated("badges-refused-not-full", full_on).with("years", *years)
            }
            Self::TooEarly { first, months, .. } => {
                dated("badges-refused-too-early", first).with("months", *months)
            }
            Self::NotDeceased => Sentence::new("badges-refused-not-deceased"),
            Self::Deceased { on } => dated("badges-refused-deceased", on),
            Self::NotTheNext { .. } => Sentence::new("badges-refused-not-the-next"),
            Self::BeforeTheLast { on } => dated("badges-refused-before-the-last", on),
            Self::ToCome => Sentence::new("badges-refused-to-come"),
            Self::Withdrawn { on } => dated("badges-refused-withdrawn", on),
            Self::Decided { on } => dated("badges-refused-decided", on),
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::NoSuchBadge { citation, .. }
            | Self::NotADay { citation }
            | Self::NotFull { citation, .. }
            | Self::TooEarly { citation, .. } => Some(citation.clone()),
            _ => None,
        }
    }
}
