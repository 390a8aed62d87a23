//! What a rubric, its blocks and its items say alike: key, title, document, origin.

use std::{cell::RefCell, collections::BTreeSet};

use super::rubric::Origin;
use crate::{
    problems::{Citation, Sentence},
    rules::{Words, reading::Section, words},
};

/// The sentence for a word that is not of its list.
pub(super) const WORD: &str = "quality-rubric-unknown-word";

/// Reports a key that was used before.
pub(super) fn take_key(section: &Section<'_, '_>, key: Option<&str>, keys: &RefCell<BTreeSet<String>>) {
    if let Some(key) = key
        && !keys.borrow_mut().insert(key.to_owned())
    {
        section.found("key", Sentence::new("quality-rubric-key-twice"));
    }
}

pub(super) fn title(section: &Section<'_, '_>) -> Option<Words> {
    section.demand("title", section.section("title")).and_then(|inner| words(&inner))
}

/// The document and article a table names; `None` if it names no document.
pub(super) fn citation(section: &Section<'_, '_>) -> Option<Citation> {
    let article = section.text("article").unwrap_or_default();
    section.text("document").map(|document| Citation { document, article })
}

/// Who set an item's points.
pub(super) fn origin(section: &Section<'_, '_>) -> Origin {
    section.word("origin", WORD).unwrap_or(Origin::Local)
}
