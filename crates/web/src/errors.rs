//! Answers to what cannot be done, as pages: what, by which rule, and what to do next. No blame, no jargon.

use askama::Template;
use axum::{
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use nennep_domain::problems::{Citation, Refusal, Sentence};

use crate::{
    api,
    layout::{Page, local_path},
};

/// Why a request could not be answered as asked. Handlers return it; [`dress`] makes a page of it.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The status.
    pub status: StatusCode,
    /// What is wrong and what to do, where there is more to say than the status does.
    pub sentence: Option<Sentence>,
    /// The rule it rests on, where a rule of the party is the reason.
    pub citation: Option<Citation>,
}

impl Failure {
    const fn of(status: StatusCode) -> Self {
        Self { status, sentence: None, citation: None }
    }

    /// The reader may know of it but not do this.
    pub const fn forbidden() -> Self {
        Self::of(StatusCode::FORBIDDEN)
    }

    /// There is no such thing, or the reader may not know of it.
    pub const fn not_found() -> Self {
        Self::of(StatusCode::NOT_FOUND)
    }

    /// What was sent cannot be read.
    pub const fn not_readable() -> Self {
        Self::of(StatusCode::UNPROCESSABLE_ENTITY)
    }

    /// It was changed meanwhile.
    pub const fn changed() -> Self {
        Self::of(StatusCode::CONFLICT)
    }

    /// Nobody is signed in, or the session has ended.
    pub const fn signed_out() -> Self {
        Self::of(StatusCode::UNAUTHORIZED)
    }

    /// The program made a mistake.
    pub const fn bug() -> Self {
        Self::of(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Too much at once; again in a moment.
    pub const fn busy() -> Self {
        Self::of(StatusCode::SERVICE_UNAVAILABLE)
    }

    /// A rule or the state of things does not allow it.
    pub fn refused(refusal: &dyn Refusal) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            sentence: Some(refusal.sentence()),
            citation: refusal.citation(),
        }
    }
}

impl From<nennep_app::Error> for Failure {
    /// A use case's answer as a page's: a fault is logged here, once, and told without its inside.
    fn from(error: nennep_app::Error) -> Self {
        use nennep_app::Error;
        match error {
            Error::NotFound => Self::not_found(),
            Error::Forbidden => Self::forbidden(),
            Error::SignedOut => Self::signed_out(),
            Error::Conflict(_) => Self::changed(),
            Error::Refused(refusal) => Self::refused(refusal.as_ref()),
            Error::Invalid(problems) => Self {
                sentence: problems.0.into_iter().next().map(|problem| problem.sentence),
                ..Self::of(StatusCode::UNPROCESSABLE_ENTITY)
            },
            Error::Busy(error @ nennep_app::StoreError::DiskFull(_)) => {
                tracing::error!(%error, "The disk is full");
                Self { sentence: Some(Sentence::new("error-disk-full")), ..Self::busy() }
            }
            Error::Busy(error) => {
                tracing::warn!(%error, "The database is busy");
                Self::busy()
            }
            Error::Fault(error) => {
                tracing::error!(%error, "A request failed");
                Self::bug()
            }
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[derive(Template)]
#[template(path = "errors/page.html")]
struct ErrorPage {
    page: Page,
    failure: Failure,
    what: String,
    next: String,
    back: Option<String>,
}

impl ErrorPage {
    fn new(page: Page, failure: Failure, back: Option<String>) -> Self {
        let w = page.w;
        let (title, what, next) = match failure.status {
            StatusCode::FORBIDDEN => (w.t("error-403"), w.t("error-403-what"), w.t("error-403-next")),
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
                (w.t("error-404"), w.t("error-404-what"), w.t("error-404-next"))
            }
            StatusCode::UNAUTHORIZED => (w.t("error-401"), w.t("error-401-what"), w.t("error-401-next")),
            StatusCode::CONFLICT => (w.t("error-409"), w.t("error-409-what"), w.t("error-409-next")),
            StatusCode::SERVICE_UNAVAILABLE => {
                (w.t("error-503"), w.t("error-503-what"), w.t("error-503-next"))
            }
            status if status.is_client_error() => {
                (w.t("error-422"), w.t("error-422-what"), w.t("error-422-next"))
            }
            _ => (w.t("error-500"), w.t("error-500-what"), w.t("error-500-next")),
        };
        let what = failure.sentence.as_ref().map_or(what, |sentence| w.say(sentence));
        Self { page: page.titled(title), failure, what, next, back }
    }
}

/// The page that tells of a failure. `back` is the page the reader came from, if that is known.
fn failure_page(page: Page, failure: Failure, back: Option<String>) -> Response {
    let status = failure.status;
    match ErrorPage::new(page, failure, back).render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "The page of a failure could not be drawn");
            status.into_response()
        }
    }
}

/// The page of this program that the reader came from.
fn came_from(headers: &HeaderMap) -> Option<String> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let (_, rest) = text(header::REFERER)?.split_once("://")?;
    let path = rest.strip_prefix(text(header::HOST)?)?;
    (path.starts_with('/') && local_path(path) == path).then(|| path.to_owned())
}

/// Layer: makes a page of every failure that has none, for readers with a browser. Answers with a body of their own
/// (a form that came back, JSON) are left as they are.
pub async fn dress(request: Request, next: Next) -> Response {
    let wants_page = request
        .headers()
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
        && !request.uri().path().starts_with(api::ROOT);
    let (parts, body) = request.into_parts();
    let page = wants_page.then(|| (Page::of(&parts), came_from(&parts.headers)));
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let failed = status.is_client_error() || status.is_server_error();
    let dressed = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    match page {
        Some((page, back)) if failed && !dressed => {
            let failure = response.extensions().get::<Failure>().cloned().unwrap_or(Failure::of(status));
            failure_page(page, failure, back)
        }
        _ => response,
    }
}
