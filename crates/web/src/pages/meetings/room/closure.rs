//! Closing the meeting, with what is still missing said before; and opening it again.

use axum::response::Response;
use nennep_app::{
    App,
    meetings::{self, MeetingView},
};
use nennep_domain::{
    motions::MotionSubject,
    problems::{Citation, Sentence},
    time::Instant,
};

use super::{
    deed::{Deed, Done, Typed},
    facts::Facts,
    here::Here,
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker, words::Words};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/meetings/{meeting}/closure", close).delete("/meetings/{meeting}/closure", reopen)
}

/// What is still missing before closing: in words, with the rule where there is one, and where to see to it.
#[derive(Debug)]
pub(super) struct Missing {
    pub(super) words: String,
    pub(super) citation: Option<Citation>,
    pub(super) path: String,
}

/// What is still missing. None of it forbids closing; what does is refused by the deed itself.
pub(super) fn missing(view: &MeetingView, here: Here, now: Instant, w: Words) -> Vec<Missing> {
    let mut missing = Vec::new();
    let plain = |words: String, path: String| Missing { words, citation: None, path };
    if let Some((minimum, citation)) =
        Facts::of(view, now).length.as_ref().and_then(|length| length.short_of())
    {
        let words = w.with("room-missing-length", &[("minimum", (*minimum).into())]);
        missing.push(Missing { words, citation: Some(citation.clone()), path: String::new() });
    }
    let dues = view.rules.dues_stated_at_opening();
    if dues.value && view.meeting.kind.is_routine() && view.meeting.dues_note.is_empty() {
        let path = here.at_item(view.items.first().map(|item| item.id)).back("dues");
        missing.push(Missing { words: w.t("room-missing-dues"), citation: Some(dues.citation), path });
    }
    let skipped: Vec<_> = view.items.iter().filter(|item| item.started_at.is_none()).collect();
    if let Some(first) = skipped.first() {
        let words = w.with("room-missing-items", &[("n", skipped.len().into())]);
        missing.push(plain(words, here.opened(first.id)));
    }
    let voted = view.motions.iter().any(|motion| motion.subject == MotionSubject::Resolution);
    if view.meeting.kind.is_routine() && !voted {
        missing.push(plain(w.t("room-missing-vote"), String::new()));
    }
    if view.meeting.kind.is_routine() && view.tasks.is_empty() {
        missing.push(plain(w.t("room-missing-tasks"), String::new()));
    }
    missing
}

async fn close(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::close(&ctx, here.meeting).await.map(|closure| {
        let told = Sentence::new("room-closed").with("time", page.w.time(closure.done.at));
        let told = told.with("minutes", closure.length_minutes);
        Done::at("").told(&told).undone_by(here.post("closure"))
    });
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn reopen(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::reopen(&ctx, here.meeting).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("room-reopened")));
    let here = Here { item: None, sheet: super::here::Sheet::Room, ..here };
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
