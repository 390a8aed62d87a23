//! An answer, read to its end.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt as _;
use serde_json::Value;

/// A page, a file, a problem, or the way to the next page.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
    /// The bytes as text.
    pub(crate) body: String,
    /// Where it leads to, if anywhere.
    pub(crate) location: String,
}

impl Answer {
    pub(crate) async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let mut answer =
            Self { status: parts.status, headers: parts.headers, bytes, body, location: String::new() };
        answer.location = answer.header(header::LOCATION).to_owned();
        answer
    }

    /// A header; empty where there is none.
    pub(crate) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it leads to, without the part of the page.
    #[track_caller]
    pub(crate) fn leads(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body);
        self.location.split('#').next().unwrap().to_owned()
    }

    /// The page, if it is one that is as it should be: drawn, with every text said.
    #[track_caller]
    pub(crate) fn page(&self) -> &str {
        self.drawn(StatusCode::OK)
    }

    #[track_caller]
    fn drawn(&self, status: StatusCode) -> &str {
        assert_eq!(self.status, status, "{}", self.body);
        let missing =
            self.body.split('[').skip(1).filter_map(|rest| rest.split_once(']')).map(|(key, _)| key);
        let missing: Vec<_> = missing
            .filter(|key| {
                key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '_')
            })
            .collect();
        assert!(missing.is_empty(), "texts that are missing: {missing:?}");
        &self.body
    }

    /// The answer, if it is a page that is as it should be.
    #[track_caller]
    pub(crate) fn ok(self) -> Self {
        self.page();
        self
    }

    /// Whether it holds those words.
    pub(crate) fn has(&self, words: &str) -> bool {
        self.body.contains(words)
    }

    /// Asserts that the page holds every part.
    #[track_caller]
    pub(crate) fn says(&self, parts: &[&str]) {
        Self::all_on(self.page(), parts);
    }

    /// Asserts that a form came back as it was typed, with every part.
    #[track_caller]
    pub(crate) fn comes_back(&self, parts: &[&str]) {
        Self::all_on(self.drawn(StatusCode::UNPROCESSABLE_ENTITY), parts);
    }

    #[track_caller]
    fn all_on(page: &str, parts: &[&str]) {
        for part in parts {
            assert!(page.contains(part), "{part:?} is not on the page: {page}");
        }
    }

    /// The value a form's field of that name stands at, the first on the page.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> String {
        let (_, rest) =
            self.body.split_once(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no {name}"));
        let (tag, _) = rest.split_once('>').unwrap();
        tag.split_once("value=\"").map_or("", |(_, rest)| rest.split('"').next().unwrap()).to_owned()
    }

    /// The JSON it is.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The JSON of an answer that is as it should be; null where it has no body.
    #[track_caller]
    pub(crate) fn value(self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.body);
        if self.bytes.is_empty() { Value::Null } else { self.json() }
    }

    /// The code of a problem.
    #[track_caller]
    pub(crate) fn refused(&self, status: u16) -> String {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        self.json()["code"].as_str().unwrap().to_owned()
    }
}
