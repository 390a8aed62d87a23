//! Which language a reader gets: the one chosen, else the one the browser asks for, else Vietnamese.

use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;

use super::{Locale, Words};

/// The cookie that keeps the chosen language.
pub(crate) const COOKIE: &str = "language";

impl Words {
    /// The words for whoever sent these headers.
    pub fn for_headers(headers: &HeaderMap) -> Self {
        let chosen =
            CookieJar::from_headers(headers).get(COOKIE).and_then(|cookie| Locale::from_tag(cookie.value()));
        let asked = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok().and_then(preferred);
        Self::of(chosen.or_else(asked).unwrap_or(Locale::Vi))
    }
}

/// The language with the greatest weight in an `Accept-Language` header, among those the program has.
fn preferred(header: &str) -> Option<Locale> {
    let mut best: Option<(Locale, f32)> = None;
    for entry in header.split(',') {
        let (tag, weight) = entry.split_once(';').unwrap_or((entry, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).unwrap_or(0.0);
        if let Some(locale) = Locale::from_tag(tag.trim())
            && weight > best.map_or(0.0, |(_, weight)| weight)
        {
            best = Some((locale, weight));
        }
    }
    best.map(|(locale, _)| locale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(pairs: &[(header::HeaderName, &str)]) -> Locale {
        let headers = pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        Words::for_headers(&headers).locale()
    }

    #[test]
    fn the_choice_comes_before_the_browser_and_vietnamese_is_the_ground() {
        let asks = header::ACCEPT_LANGUAGE;
        assert_eq!(chosen(&[]), Locale::Vi);
        assert_eq!(chosen(&[(asks.clone(), "fr-FR, de;q=0.8")]), Locale::Vi);
        assert_eq!(chosen(&[(asks.clone(), "en-GB,en;q=0.9,vi;q=0.8")]), Locale::En);
        assert_eq!(chosen(&[(asks.clone(), "en;q=0.4, vi-VN;q=0.8")]), Locale::Vi);
        assert_eq!(chosen(&[(asks.clone(), "en"), (header::COOKIE, "language=vi")]), Locale::Vi);
        assert_eq!(chosen(&[(asks, "en"), (header::COOKIE, "language=xx")]), Locale::En);
    }
}
