//! What a request came to, as far as permission is asked about.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    response::Response,
};

use crate::asking::answered;

/// What a request came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answered {
    /// It was answered, or nothing but what was sent or the state of things stood against it.
    Yes,
    /// They may know of it, but not do it.
    No,
    /// There is no such thing for them.
    Hidden,
    /// They are asked to sign in.
    SignIn,
}

impl Answered {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Hidden => "hidden",
            Self::SignIn => "sign in",
        }
    }

    fn of(asked: &str, response: &Response) -> Self {
        let status = response.status();
        let to = response.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap());
        match status {
            _ if to.starts_with("/sign-in?") => Self::SignIn,
            _ if status.is_success() || status.is_redirection() => Self::Yes,
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::FORBIDDEN => Self::No,
            StatusCode::NOT_FOUND => Self::Hidden,
            StatusCode::BAD_REQUEST | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY => Self::Yes,
            other => panic!("{asked} came to {other}: the case asks wrongly"),
        }
    }
}

/// Something asked, with a body of its kind.
pub(super) struct Asked {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) kind: &'static str,
    pub(super) body: Vec<u8>,
}

/// Asks as the holder of this session, or as nobody. Gives what it came to.
pub(super) async fn ask(house: &Router, session: Option<&str>, asked: Asked) -> Answered {
    let Asked { method, path, kind, body } = asked;
    let told = format!("{method} {path}");
    let accept = if path.starts_with("/api/") { "application/json" } else { "text/html" };
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::ACCEPT, accept)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, kind);
    if let Some(secret) = session {
        request = request.header(header::COOKIE, format!("nennep={secret}"));
    }
    let response = answered(house, request.body(Body::from(body)).unwrap()).await;
    Answered::of(&told, &response)
}
