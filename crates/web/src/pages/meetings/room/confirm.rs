//! The page before something is taken away for good.

use askama::Template;
use axum::response::Response;

use super::here::Here;
use crate::layout::{Page, Place, show};

#[derive(Template)]
#[template(path = "meetings/room/confirm.html")]
struct Confirm {
    page: Page,
    words: String,
    action: String,
    label: String,
    back: String,
}

/// What is asked.
pub(super) struct Asked {
    /// The title, and the words of the button.
    pub(super) label: String,
    /// What will happen.
    pub(super) words: String,
    /// Where it is done.
    pub(super) action: String,
}

/// The page that asks once; the way back leads to `anchor`.
pub(super) fn ask(page: Page, here: Here, anchor: &str, asked: Asked) -> Response {
    let Asked { label, words, action } = asked;
    let page = page.titled(label.clone()).at(Place::Meetings);
    show(&Confirm { page, words, action, label, back: here.back(anchor) })
}
