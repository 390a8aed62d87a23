//! What was just done, told once on the next page, with the way to undo it where there is one.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nennep_domain::problems::{Argument, Sentence};
use serde::{Deserialize, Serialize};

use super::local_path;
use crate::words::{Value, Words};

const COOKIE: &str = "flash";

/// A sentence about a deed just done. Kept in a cookie as key and values, never as words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    key: String,
    values: Vec<(String, Known)>,
    undo: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Known {
    Number(i64),
    Text(String),
}

impl Flash {
    /// Tells what was done.
    pub fn done(sentence: &Sentence) -> Self {
        let known = |value: &Argument| match value {
            Argument::Text(text) => Known::Text(text.clone()),
            Argument::Number(number) => Known::Number(*number),
        };
        let values =
            sentence.arguments.iter().map(|(name, value)| ((*name).to_owned(), known(value))).collect();
        Self { key: sentence.key.to_owned(), values, undo: None }
    }

    /// The same with the way to undo it: the path whose `DELETE` takes the deed back.
    #[must_use]
    pub fn undone_by(mut self, path: impl Into<String>) -> Self {
        self.undo = Some(path.into());
        self
    }

    /// The words.
    pub fn words(&self, w: &Words) -> String {
        let values = self.values.iter().map(|(name, value)| {
            let value = match value {
                Known::Number(number) => Value::from(*number),
                Known::Text(text) => Value::from(text),
            };
            (name.as_str(), value)
        });
        w.with(&self.key, &values.collect::<Vec<_>>())
    }

    /// Where a form posts to in order to undo it, if it can be undone.
    pub fn undo(&self) -> Option<String> {
        let path = self.undo.as_deref().map(local_path).filter(|path| *path != "/")?;
        let mark = if path.contains('?') { '&' } else { '?' };
        Some(format!("{path}{mark}_method=DELETE"))
    }

    /// What the browser was given to tell, if anything. What does not read is dropped.
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(jar.get(COOKIE)?.value()).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    fn cookie(&self) -> Cookie<'static> {
        let value = BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default());
        Cookie::build((COOKIE, value)).path("/").http_only(true).same_site(SameSite::Lax).build()
    }
}

/// The answer to a deed: on to `path`, where `flash` is told. A reload of that page does nothing again.
pub fn see_other(path: &str, flash: Option<&Flash>) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let head = response.headers_mut();
    head.insert(header::LOCATION, HeaderValue::from_str(path).unwrap_or(HeaderValue::from_static("/")));
    if let Some(cookie) = flash.and_then(|flash| HeaderValue::from_str(&flash.cookie().to_string()).ok()) {
        head.append(header::SET_COOKIE, cookie);
    }
    response
}

/// Layer: takes the cookie back once a whole page has told it.
pub async fn forget_flash(request: Request, next: Next) -> Response {
    let told =
        Flash::from_headers(request.headers()).is_some() && !super::asks_for_fragment(request.headers());
    let mut response = next.run(request).await;
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    if told && is_page {
        let gone = HeaderValue::from_static("flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, gone);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn a_deed_is_told_on_the_next_page_in_the_readers_words() {
        let sentence = Sentence::new("auto-save-saved").with("time", "19:42");
        let flash = Flash::done(&sentence).undone_by("/meetings/1/call");
        let response = see_other("/meetings/1", Some(&flash));
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert_eq!(response.headers()[header::LOCATION], "/meetings/1");
        let set = response.headers()[header::SET_COOKIE].to_str().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, set.split(';').next().unwrap().parse().unwrap());
        let read = Flash::from_headers(&headers).unwrap();
        assert_eq!(read, flash);
        assert_eq!(read.words(&Words::of(Locale::Vi)), "đã lưu lúc 19:42");
        assert_eq!(read.undo().as_deref(), Some("/meetings/1/call?_method=DELETE"));
    }

    #[test]
    fn what_does_not_read_is_dropped_and_undoing_stays_here() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, "flash=nonsense".parse().unwrap());
        assert_eq!(Flash::from_headers(&headers), None);
        let flash = Flash::done(&Sentence::new("auto-save-saved")).undone_by("https://other.example/");
        assert_eq!(flash.undo(), None);
    }
}
