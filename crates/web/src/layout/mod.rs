//! What every page has: words, the reader and the reader's places, where it stands, and what was just done.
//!
//! A page's template struct has a field `page: Page` and its file extends `layouts/page.html` (or `layouts/plain.html`
//! for pages without a rail). Nobody is signed in here: the reader comes in as data, put into the request by others.

mod flash;
mod places;
mod render;

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use axum_extra::extract::CookieJar;
use nennep_domain::time::Instant;

pub use self::{
    flash::{Flash, forget_flash, see_other},
    places::Place,
    render::{page, show},
};
use crate::words::Words;

/// The cookie that keeps the chosen theme.
pub(crate) const THEME_COOKIE: &str = "theme";

/// Whoever reads the page, as far as a page needs to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Sets this reader's drafts apart from another's on a shared machine; the account's id.
    pub id: String,
    /// The name, as people are addressed.
    pub name: String,
    /// The organisation the reader stands in, for the head of printed pages; may be empty.
    pub organisation: String,
    /// The places that are open to the reader, in the order of the rail.
    pub places: Vec<Place>,
}

/// The moment the request came, by the program's clock; put into every request by [`crate::front::outside`].
#[derive(Debug, Clone, Copy)]
pub struct RequestTime(pub Instant);

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device asks for.
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order the switch shows them.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// Its word in cookies, forms and `data-theme`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that word; what is not one counts as the device's.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|t| t.as_str() == word).unwrap_or(Self::Device)
    }
}

/// A page above this one, on the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// What it is called.
    pub label: String,
    /// Where it is.
    pub path: String,
}

/// What every page has. Made by extraction from the request, then told its title and where it stands.
#[derive(Debug, Clone)]
pub struct Page {
    /// The words of the reader's language.
    pub w: Words,
    /// The theme.
    pub theme: Theme,
    /// Whoever reads, if signed in.
    pub reader: Option<Reader>,
    /// The place the page belongs to.
    pub here: Option<Place>,
    /// The path and query it was asked for with.
    pub path: String,
    /// The title, shown as the one heading of the first level.
    pub title: String,
    /// A sentence under the title; may be empty.
    pub lead: String,
    /// The pages above, nearest last.
    pub trail: Vec<Crumb>,
    /// What was just done, told once.
    pub flash: Option<Flash>,
    /// Now.
    pub now: Instant,
}

impl Page {
    /// The page for these request parts.
    pub fn of(parts: &Parts) -> Self {
        let theme = CookieJar::from_headers(&parts.headers)
            .get(THEME_COOKIE)
            .map_or(Theme::Device, |cookie| Theme::from_word(cookie.value()));
        let now = parts
            .extensions
            .get::<RequestTime>()
            .map_or(Instant::new(jiff::Timestamp::UNIX_EPOCH), |at| at.0);
        Self {
            w: Words::for_headers(&parts.headers),
            theme,
            reader: parts.extensions.get::<Reader>().cloned(),
            here: None,
            path: parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned(),
            title: String::new(),
            lead: String::new(),
            trail: Vec::new(),
            flash: Flash::from_headers(&parts.headers),
            now,
        }
    }

    /// The page with that title.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// The page with a sentence under its title.
    #[must_use]
    pub fn led(mut self, lead: impl Into<String>) -> Self {
        self.lead = lead.into();
        self
    }

    /// The page as part of a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.here = Some(place);
        self
    }

    /// The page below another; call once for each page above, farthest first.
    #[must_use]
    pub fn under(mut self, label: impl Into<String>, path: impl Into<String>) -> Self {
        self.trail.push(Crumb { label: label.into(), path: path.into() });
        self
    }

    /// Whether the page belongs to `place`.
    pub fn is_at(&self, place: &Place) -> bool {
        self.here == Some(*place)
    }

    /// Whether the page is in a place that a phone has under "Thêm".
    pub fn is_in_more(&self) -> bool {
        self.path == "/more" || self.here.is_some_and(|place| !place.is_in_bar())
    }

    /// The reader's id for drafts kept on the machine; empty for nobody.
    pub fn reader_id(&self) -> &str {
        self.reader.as_ref().map_or("", |reader| reader.id.as_str())
    }

    /// The places open to the reader.
    pub fn places(&self) -> &[Place] {
        self.reader.as_ref().map_or(&[], |reader| reader.places.as_slice())
    }
}

impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(parts))
    }
}

/// Whether only the fragment of the page is asked for, to be put into the page the reader has (htmx).
pub fn asks_for_fragment(headers: &HeaderMap) -> bool {
    headers.get("hx-request-type").is_some_and(|kind| kind == "partial")
}

/// `path` if it leads to a page of this program, else the first page. Keeps a form's "back to" on this origin.
pub fn local_path(path: &str) -> &str {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']);
    if local { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_back_never_leads_elsewhere() {
        assert_eq!(local_path("/meetings?month=2026-11"), "/meetings?month=2026-11");
        for path in
            ["//other.example", "https://other.example", "", "meetings", "/\\other.example", "/a\r\nb: c"]
        {
            assert_eq!(local_path(path), "/", "{path}");
        }
    }
}
