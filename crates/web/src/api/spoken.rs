//! Sentences in an answer: a stable word for programs, and words in the language the caller asked for.

use std::convert::Infallible;

use axum::{extract::FromRequestParts, http::request::Parts};
use nennep_domain::problems::Sentence;
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::Words;

/// The language of the answer's sentences: that of `Accept-Language`, Vietnamese where nothing is said.
pub(super) struct Spoken(pub(super) Words);

impl<S: Sync> FromRequestParts<S> for Spoken {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(Words::for_headers(&parts.headers)))
    }
}

/// Something that is said.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Said {
    /// A stable word for programs.
    pub code: String,
    /// The words, in the language of `Accept-Language`.
    pub text: String,
}

impl Said {
    pub(super) fn of(w: Words, sentence: &Sentence) -> Self {
        Self { code: sentence.key.to_owned(), text: w.say(sentence) }
    }
}
