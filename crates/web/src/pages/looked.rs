//! The page before a dated deed is recorded: what it would do, line by line, and the form again with all that was typed.

use askama::Template;
use axum::response::Response;

use crate::{
    forms::Typed,
    layout::{self, Page},
};

/// One thing a deed would do.
pub(super) struct Line {
    /// The words.
    pub(super) said: String,
    /// Whether it is something to be seen to, not only to be known.
    pub(super) warns: bool,
}

/// What a deed would do.
#[derive(Template)]
#[template(path = "deeds/looked.html")]
pub(super) struct Looked {
    pub(super) page: Page,
    /// Where the deed is recorded.
    pub(super) action: String,
    /// Where the form comes back to be changed.
    pub(super) change: String,
    /// What was typed: it is sent along.
    pub(super) typed: Typed,
    /// What it would do.
    pub(super) lines: Vec<Line>,
    /// When it is done.
    pub(super) when: String,
    /// How it can be undone, or that it cannot.
    pub(super) note: String,
}

impl Looked {
    /// The page.
    pub(super) fn shown(&self) -> Response {
        layout::show(self)
    }
}
