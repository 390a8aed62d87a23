//! A text that is saved as it is typed: as `<auto-save>` sends it, and as the same form sends it by hand.

use axum::response::Response;
use nennep_app::Error;
use nennep_domain::problems::Sentence;

use super::deed::{Deed, Done, Trouble};
use crate::{errors::Failure, saving, words::Words};

/// A text with the version that stands for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(super) value: String,
    pub(super) version: u32,
    /// The other's text, if the form came back because another wrote meanwhile; else empty.
    pub(super) theirs: String,
}

impl Text {
    /// The text that stands, or the one that came back in `field` of `form`.
    pub(super) fn of(trouble: &Trouble, form: &str, field: &str, stands: &str, version: u32) -> Self {
        let value = trouble.typed(form, field, stands).to_owned();
        let theirs = if trouble.is_in(form) { stands.to_owned() } else { String::new() };
        Self { value, version, theirs }
    }
}

/// The answer to `<auto-save>`: the new version, the other's text, or why it is not taken.
pub(super) fn saved(field: &'static str, done: Result<u32, Error>, w: Words) -> Result<Response, Failure> {
    match done {
        Ok(version) => Ok(saving::saved(&version)),
        Err(Error::Conflict(stands)) => Ok(saving::differs(&stands.version, [(field, stands.text)])),
        Err(Error::Refused(refusal)) => Ok(saving::refused(w.say(&refusal.sentence()))),
        Err(Error::Invalid(problems)) => {
            let words = problems.0.first().map(|problem| w.say(&problem.sentence));
            Ok(saving::refused(words.unwrap_or_default()))
        }
        Err(other) => Err(other.into()),
    }
}

/// The answer to the same form sent by hand: back to where it stands.
pub(super) async fn sent(deed: Deed, anchor: String, done: Result<u32, Error>) -> Result<Response, Failure> {
    deed.answer(done.map(|_| Done::at(anchor).told(&Sentence::new("room-text-saved")))).await
}
