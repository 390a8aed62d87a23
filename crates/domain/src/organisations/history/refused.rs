//! Why a deed that changes organisations is refused.

use jiff::civil::Date;

use super::Digits;
use crate::{
    papers::letterhead::short_date,
    problems::{Citation, Refusal, Sentence},
};

/// Why a deed is refused; nothing of it is done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeedError {
    /// An organisation it names did not exist on that day.
    #[error("no such organisation on {on}")]
    NotThen {
        /// The day.
        on: Date,
    },
    /// An organisation it names changed later than that day.
    #[error("{name} changed on {changed_on}")]
    LaterChange {
        /// Its name.
        name: String,
        /// When it changed.
        changed_on: Date,
    },
    /// An organisation with that id exists already.
    #[error("it exists already")]
    Exists,
    /// Another organisation has the code.
    #[error("code {code} is taken by {by}")]
    CodeTaken {
        /// The code.
        code: String,
        /// Who has it.
        by: String,
    },
    /// The code has not the form of the rule.
    #[error("code {code} is not of the form {}", digits.pattern())]
    CodeForm {
        /// The code.
        code: String,
        /// The form.
        digits: Digits,
    },
    /// No name was given.
    #[error("a name is missing")]
    NameMissing,
    /// What it is to live in was not said.
    #[error("the type of the cell is missing")]
    TypeMissing,
    /// It stands so already.
    #[error("{name} stands so already")]
    NothingChanges {
        /// Its name.
        name: String,
    },
    /// Only a cell can do that.
    #[error("{name} is not a cell")]
    NotACell {
        /// Its name.
        name: String,
    },
    /// An organisation of this kind does not stand below one of that.
    #[error("{below} cannot stand below {above}")]
    DoesNotFit {
        /// The one above.
        above: String,
        /// The one below.
        below: String,
    },
    /// It would stand below itself.
    #[error("{name} would stand below itself")]
    BelowItself {
        /// Its name.
        name: String,
    },
    /// A cell cannot be merged into itself.
    #[error("{name} cannot be merged into itself")]
    IntoItself {
        /// Its name.
        name: String,
    },
    /// No organisation was named.
    #[error("nothing is named")]
    NothingNamed,
    /// A new cell wants at least two to be made of, one that goes on at least one.
    #[error("too few cells to be merged")]
    TooFewToMerge,
    /// It was founded on that very day.
    #[error("{name} was founded that day")]
    FoundedThatDay {
        /// Its name.
        name: String,
    },
    /// It still has members, and where they go was not said.
    #[error("{name} has {members} members")]
    HasMembers {
        /// Its name.
        name: String,
        /// How many.
        members: u32,
    },
    /// Organisations stand below it, and where they go was not said.
    #[error("{below} organisations stand below {name}")]
    HasBelow {
        /// Its name.
        name: String,
        /// How many.
        below: u32,
    },
    /// Somebody who was named does not belong to the cell.
    #[error("{members} of those named do not belong to {name}")]
    NotMembers {
        /// The cell.
        name: String,
        /// How many.
        members: u32,
    },
    /// Members' standings changed after that day.
    #[error("standings in {name} changed up to {changed_on}")]
    MembersChanged {
        /// The cell.
        name: String,
        /// The last change.
        changed_on: Date,
    },
    /// A cell would have too few official members (statement 26).
    #[error("{name} would have {official} official members, {least} are needed")]
    TooFewOfficial {
        /// The cell.
        name: String,
        /// How many it would have.
        official: u32,
        /// How many it needs.
        least: u32,
        /// The rule.
        citation: Citation,
    },
}

impl Refusal for DeedError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NotThen { on } => Sentence::new("history-refused-not-then").with("on", short_date(*on)),
            Self::LaterChange { name, changed_on } => Sentence::new("history-refused-later-change")
                .with("name", name.as_str())
                .with("on", short_date(*changed_on)),
            Self::Exists => Sentence::new("history-refused-exists"),
            Self::CodeTaken { code, by } => Sentence::new("history-refused-code-taken")
                .with("code", code.as_str())
                .with("name", by.as_str()),
            Self::CodeForm { code, digits } => Sentence::new("history-refused-code-form")
                .with("code", code.as_str())
                .with("pattern", digits.pattern()),
            Self::NameMissing => Sentence::new("history-refused-name-missing"),
            Self::TypeMissing => Sentence::new("history-refused-type-missing"),
            Self::NothingChanges { name } => {
                Sentence::new("history-refused-nothing-changes").with("name", name.as_str())
            }
            Self::NotACell { name } => {
                Sentence::new("history-refused-not-a-cell").with("name", name.as_str())
            }
            Self::DoesNotFit { above, below } => Sentence::new("history-refused-does-not-fit")
                .with("above", above.as_str())
                .with("below", below.as_str()),
            Self::BelowItself { name } => {
                Sentence::new("history-refused-below-itself").with("name", name.as_str())
            }
            Self::IntoItself { name } => {
                Sentence::new("history-refused-into-itself").with("name", name.as_str())
            }
            Self::FoundedThatDay { name } => {
                Sentence::new("history-refused-founded-that-day").with("name", name.as_str())
            }
            Self::NothingNamed => Sentence::new("history-refused-nothing-named"),
            Self::TooFewToMerge => Sentence::new("history-refused-too-few-to-merge"),
            Self::HasMembers { name, members } => Sentence::new("history-refused-has-members")
                .with("name", name.as_str())
                .with("members", *members),
            Self::HasBelow { name, below } => {
                Sentence::new("history-refused-has-below").with("name", name.as_str()).with("below", *below)
            }
            Self::NotMembers { name, members } => Sentence::new("history-refused-not-members")
                .with("name", name.as_str())
                .with("members", *members),
            Self::MembersChanged { name, changed_on } => Sentence::new("history-refused-members-changed")
                .with("name", name.as_str())
                .with("on", short_date(*changed_on)),
            Self::TooFewOfficial { name, official, least, .. } => {
                Sentence::new("history-refused-too-few-official")
                    .with("name", name.as_str())
                    .with("official", *official)
                    .with("least", *least)
            }
        }
    }

    fn citation(&self) -> Option<Citation> {
        match self {
            Self::CodeForm { digits, .. } => Some(digits.citation.clone()),
            Self::TooFewOfficial { citation, .. } => Some(citation.clone()),
            _ => None,
        }
    }
}
