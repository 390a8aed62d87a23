//! What a use case answers when it does not do what was asked.

use nennep_domain::problems::{Problems, Refusal, Sentence};

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    /// The actor may not do this.
    #[error("not allowed")]
    Forbidden,
    /// Nobody is signed in, or the session has ended.
    #[error("not signed in")]
    SignedOut,
    /// What was typed is wrong, field by field.
    #[error("invalid: {0}")]
    Invalid(#[from] Problems),
    /// A rule or the state of things stands against it.
    #[error("refused: {0}")]
    Refused(Box<dyn Refusal>),
    /// Somebody else changed it meanwhile; what stands now is given so that nothing is lost.
    #[error("changed meanwhile")]
    Conflict(Box<Conflict>),
    /// The database is busy or its disk is full: nothing was written; try again.
    #[error("busy: {0}")]
    Busy(#[source] nennep_store::Error),
    /// A fault of the program or of the machine.
    #[error("fault: {0}")]
    Fault(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// What stands now, when two people wrote the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The version that stands.
    pub version: u32,
    /// The text that stands.
    pub text: String,
}

/// What a use case gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A refusal.
    pub fn refused(refusal: impl Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }

    /// A fault.
    pub fn fault(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Fault(error.into())
    }

    /// One field that is wrong.
    pub fn invalid(field: &'static str, sentence: Sentence) -> Self {
        Self::Invalid(Problems::one(field, sentence))
    }
}

impl From<nennep_store::Error> for Error {
    fn from(error: nennep_store::Error) -> Self {
        match error {
            nennep_store::Error::Busy(_) | nennep_store::Error::DiskFull(_) => Self::Busy(error),
            // Ids come from outside: one that names nothing is the asker's mistake, and nothing was written.
            nennep_store::Error::Dangling(_) => Self::invalid("", Sentence::new("form-names-nothing-known")),
            other => Self::Fault(Box::new(other)),
        }
    }
}
