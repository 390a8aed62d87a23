//! The language and the theme of the pages, kept in the reader's browser for a year.

use axum::{
    extract::Form,
    http::{HeaderValue, header},
    response::Response,
};
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use crate::{
    layout::{THEME_COOKIE, Theme, local_path, see_other},
    routes::Routes,
    words::{LANGUAGE_COOKIE, Locale},
};

const YEAR_SECONDS: i64 = 365 * 24 * 60 * 60;

#[derive(Debug, Deserialize)]
struct Chosen {
    choice: String,
    #[serde(default)]
    back: String,
}

/// The routes of this file.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new().post("/settings/language", choose_language).post("/settings/theme", choose_theme)
}

async fn choose_language(Form(chosen): Form<Chosen>) -> Response {
    let locale = Locale::from_tag(&chosen.choice).unwrap_or(Locale::Vi);
    keep(LANGUAGE_COOKIE, locale.as_str(), &chosen.back)
}

async fn choose_theme(Form(chosen): Form<Chosen>) -> Response {
    keep(THEME_COOKIE, Theme::from_word(&chosen.choice).as_str(), &chosen.back)
}

fn keep(name: &'static str, word: &'static str, back: &str) -> Response {
    let mut response = see_other(local_path(back), None);
    let cookie = Cookie::build((name, word)).path("/").same_site(SameSite::Lax).http_only(true);
    let text = format!("{}; Max-Age={YEAR_SECONDS}", cookie.build());
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}
