//! What a program is told when something is not done: a problem (RFC 9457) with a stable code, words in the language
//! asked for, the rule it rests on, and what is wrong field by field.

use axum::{
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use nennep_app::{Error, error::Conflict};
use nennep_domain::problems::{Citation, Problems, Refusal, Sentence};
use serde::Serialize;
use utoipa::ToSchema;

use super::ROOT;
use crate::{errors::Failure, words::Words};

/// The kinds of problems, each with its status and its stable word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The body or the question cannot be read at all.
    Unreadable,
    /// Nobody is signed in, or the token is not known.
    SignedOut,
    /// The asker may know of it but not do this.
    Forbidden,
    /// The token may only read.
    ReadOnly,
    /// There is no such thing, or the asker may not know of it.
    NotFound,
    /// The address is not asked in that way.
    Method,
    /// Another wrote meanwhile.
    Changed,
    /// The body is bigger than is taken.
    TooLarge,
    /// The body is not JSON.
    NotJson,
    /// What was sent is wrong, field by field.
    Invalid,
    /// A rule or the state of things stands against it.
    Refused,
    /// Too much in too short a time.
    Waiting,
    /// The program made a mistake.
    Fault,
    /// The database is busy or its disk is full.
    Busy,
}

impl Kind {
    const fn status(self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::ReadOnly => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Changed => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Invalid | Self::Refused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Waiting => StatusCode::TOO_MANY_REQUESTS,
            Self::Fault => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::ReadOnly => "read-only",
            Self::NotFound => "not-found",
            Self::Method => "method",
            Self::Changed => "changed",
            Self::TooLarge => "too-large",
            Self::NotJson => "not-json",
            Self::Invalid => "invalid",
            Self::Refused => "refused",
            Self::Waiting => "waiting",
            Self::Fault => "fault",
            Self::Busy => "busy",
        }
    }

    fn of(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED => Self::SignedOut,
            StatusCode::FORBIDDEN => Self::Forbidden,
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::CONFLICT => Self::Changed,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Self::NotJson,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Invalid,
            StatusCode::TOO_MANY_REQUESTS => Self::Waiting,
            StatusCode::SERVICE_UNAVAILABLE => Self::Busy,
            other if other.is_client_error() => Self::Unreadable,
            _ => Self::Fault,
        }
    }
}

/// Why a request was not answered as asked. Handlers return it; [`dress`] puts it into words.
#[derive(Debug, Clone)]
pub struct Problem {
    kind: Kind,
    sentence: Option<Sentence>,
    citation: Option<Box<Citation>>,
    errors: Vec<(String, Sentence)>,
    current: Option<Box<Conflict>>,
    wait_seconds: Option<u32>,
    challenge: &'static str,
}

/// How long a program waits when nothing says how long.
const WAIT_SECONDS: u32 = 2;
const CHALLENGE: &str = "Bearer realm=\"nennep\"";

impl Problem {
    /// A problem of this kind with nothing more to say.
    pub const fn new(kind: Kind) -> Self {
        Self {
            kind,
            sentence: None,
            citation: None,
            errors: Vec::new(),
            current: None,
            wait_seconds: None,
            challenge: CHALLENGE,
        }
    }

    /// A problem of this kind that says more in words of its own.
    pub fn said(kind: Kind, sentence: Sentence) -> Self {
        Self { sentence: Some(sentence), ..Self::new(kind) }
    }

    /// The token that was sent is not known, has run out or was revoked.
    pub fn unknown_token() -> Self {
        Self { challenge: "Bearer realm=\"nennep\", error=\"invalid_token\"", ..Self::new(Kind::SignedOut) }
    }

    /// One field that is wrong.
    pub fn field(field: impl Into<String>, sentence: Sentence) -> Self {
        let sentence_too = sentence.clone();
        let errors = vec![(field.into(), sentence)];
        Self { errors, sentence: Some(sentence_too), ..Self::new(Kind::Invalid) }
    }

    /// The same, with what is wrong field by field.
    #[must_use]
    pub fn about(mut self, errors: Vec<(String, Sentence)>) -> Self {
        self.errors = errors;
        self
    }

    /// The same, with fields under the names they have here; `name` gives none for those that keep theirs.
    #[must_use]
    pub fn renamed(mut self, name: impl Fn(&str) -> Option<String>) -> Self {
        for (field, _) in &mut self.errors {
            if let Some(name) = name(field) {
                *field = name;
            }
        }
        self
    }

    /// Too much in too short a time: again after so many seconds.
    pub fn waiting(seconds: u32) -> Self {
        Self { wait_seconds: Some(seconds), ..Self::new(Kind::Waiting) }
    }

    fn refused(refusal: &dyn Refusal) -> Self {
        let wait_seconds = refusal.wait_seconds();
        let kind = if wait_seconds.is_some() { Kind::Waiting } else { Kind::Refused };
        let (sentence, citation) = (Some(refusal.sentence()), refusal.citation().map(Box::new));
        Self { sentence, citation, wait_seconds, ..Self::new(kind) }
    }

    fn invalid(problems: Problems) -> Self {
        let sentence = problems.0.first().map(|problem| problem.sentence.clone());
        let named = problems.0.into_iter().filter(|problem| !problem.field.is_empty());
        let errors: Vec<_> = named.map(|problem| (problem.field.to_owned(), problem.sentence)).collect();
        let kind = if errors.is_empty() { Kind::Refused } else { Kind::Invalid };
        Self { sentence, errors, ..Self::new(kind) }
    }

    fn code(&self) -> &'static str {
        match &self.sentence {
            Some(sentence) if self.kind != Kind::Invalid => sentence.key,
            _ => self.kind.as_str(),
        }
    }

    /// The problem in words.
    fn body(&self, w: Words) -> ProblemBody {
        let detail = match &self.sentence {
            Some(sentence) => w.say(sentence),
            None => w.one_of("api-detail", self.kind.as_str()),
        };
        let error = |(field, sentence): &(String, Sentence)| FieldError {
            field: field.clone(),
            code: sentence.key.to_owned(),
            detail: w.say(sentence),
        };
        ProblemBody {
            kind: format!("urn:nennep:problem:{}", self.kind.as_str()),
            title: w.one_of("api-problem", self.kind.as_str()),
            status: self.kind.status().as_u16(),
            detail,
            code: self.code().to_owned(),
            citation: self.citation.as_deref().map(CitationBody::from),
            errors: self.errors.iter().map(error).collect(),
            current: self.current.as_deref().map(|at| Current { version: at.version, text: at.text.clone() }),
        }
    }

    fn dressed(&self, w: Words) -> Response {
        let json = serde_json::to_vec(&self.body(w)).unwrap_or_default();
        let kind = [(header::CONTENT_TYPE, "application/problem+json"), (header::CONTENT_LANGUAGE, w.tag())];
        let mut response = (self.kind.status(), kind, json).into_response();
        let head = response.headers_mut();
        if self.kind == Kind::SignedOut {
            head.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(self.challenge));
        }
        if self.kind == Kind::ReadOnly {
            let scope = "Bearer realm=\"nennep\", error=\"insufficient_scope\", scope=\"write\"";
            head.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(scope));
        }
        if matches!(self.kind, Kind::Waiting | Kind::Busy) {
            let seconds = self.wait_seconds.unwrap_or(WAIT_SECONDS);
            head.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<Error> for Problem {
    /// A use case's answer as a program's: a fault is logged here, once, and told without its inside.
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound => Self::new(Kind::NotFound),
            Error::Forbidden => Self::new(Kind::Forbidden),
            Error::SignedOut => Self::new(Kind::SignedOut),
            Error::Invalid(problems) => Self::invalid(problems),
            Error::Refused(refusal) => Self::refused(refusal.as_ref()),
            Error::Conflict(conflict) => Self { current: Some(conflict), ..Self::new(Kind::Changed) },
            Error::Busy(error) => {
                tracing::warn!(%error, "The database is busy");
                Self::new(Kind::Busy)
            }
            Error::Fault(error) => {
                tracing::error!(%error, "A request failed");
                Self::new(Kind::Fault)
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Layer: puts every failure below `/api/` into words, those of the layers and of axum too.
pub async fn dress(request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with(ROOT) {
        return next.run(request).await;
    }
    let w = Words::for_headers(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let problem = match (response.extensions().get::<Problem>(), response.extensions().get::<Failure>()) {
        (Some(problem), _) => problem.clone(),
        (None, Some(failure)) => Problem {
            sentence: failure.sentence.clone(),
            citation: failure.citation.clone().map(Box::new),
            ..Problem::new(Kind::of(status))
        },
        (None, None) => Problem::new(Kind::of(status)),
    };
    let mut dressed = problem.dressed(w);
    if let Some(allow) = response.headers().get(header::ALLOW) {
        dressed.headers_mut().insert(header::ALLOW, allow.clone());
    }
    dressed
}

/// A problem (RFC 9457): what was not done, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct ProblemBody {
    /// The kind of problem, e.g. `urn:nennep:problem:refused`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The kind in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What is wrong here and what to do, for a person to read.
    pub detail: String,
    /// A stable word for programs: the refusal's own where there is one, else that of the kind.
    pub code: String,
    /// The rule document and article, where a rule of the party is the reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citation: Option<CitationBody>,
    /// What is wrong, field by field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// What stands now, where another wrote meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Current>,
}

/// One field that is wrong.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct FieldError {
    /// The field: a path into the body, e.g. `lines[2].month`.
    pub field: String,
    /// A stable word for programs.
    pub code: String,
    /// What is wrong, in words.
    pub detail: String,
}

/// What stands now.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Current {
    /// The version to send with the next change.
    pub version: u32,
    /// The text.
    pub text: String,
}

/// A rule document and its article.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Citation)]
pub struct CitationBody {
    /// The document's number.
    pub document: String,
    /// Article, section or point; empty where the whole document says it.
    pub article: String,
}

impl From<&Citation> for CitationBody {
    fn from(citation: &Citation) -> Self {
        let Citation { document, article } = citation.clone();
        Self { document, article }
    }
}

#[cfg(test)]
impl Problem {
    /// The first field with its code, for tests of this crate.
    pub(super) fn told(&self) -> String {
        self.errors
            .first()
            .map_or_else(String::new, |(field, sentence)| format!("{:?}", (field, sentence.key)))
    }
}
