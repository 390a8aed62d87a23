//! The agenda while it is gone through: an item taken up or put down, its notes and its conclusion.

use axum::{
    extract::{Form, Path},
    http::HeaderMap,
    response::Response,
};
use nennep_app::{
    App,
    meetings::{self, MeetingView},
};
use nennep_domain::{
    ids::ItemId,
    meetings::{Item, Part},
    problems::Sentence,
    time::Instant,
};
use serde::Deserialize;

use super::{
    deed::{Deed, Done, Typed},
    here::Here,
    text::{saved, sent},
};
use crate::{errors::Failure, layout::Page, routes::Routes, saving, session::Asker, words::Words};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/items/{item}/start", take_up)
        .delete("/meetings/{meeting}/items/{item}/start", put_down)
        .put("/meetings/{meeting}/items/{item}/notes", save_notes)
        .put("/meetings/{meeting}/items/{item}/conclusion", save_conclusion)
}

/// One line of the agenda.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: ItemId,
    pub(super) number: usize,
    pub(super) title: String,
    /// The name of its part, on the first line of a part of a combined sitting; else empty.
    pub(super) part: String,
    /// Minutes used before now.
    pub(super) used: u32,
    pub(super) planned: u32,
    /// Since when it is dealt with, if it is the current one.
    pub(super) started: Option<Instant>,
    /// Whether it was dealt with.
    pub(super) done: bool,
    /// Remarks made under it.
    pub(super) remarks: usize,
    /// Whether it lies open on the page.
    pub(super) open: bool,
    /// Where it lies open.
    pub(super) path: String,
}

/// Minutes an item used, if it was done with, and since when it runs, if it does.
pub(super) fn used(item: &Item) -> (u32, Option<Instant>) {
    match (item.started_at, item.ended_at) {
        (Some(started), Some(ended)) => (ended.minutes_since(started), None),
        (started, _) => (0, started),
    }
}

/// The agenda, with the item that lies open.
pub(super) fn lines(view: &MeetingView, here: Here, open: Option<ItemId>, w: Words) -> Vec<Line> {
    let combined = view.items.iter().any(|item| item.part == Part::Thematic);
    let mut part = None;
    let line = |(number, item): (usize, &Item)| {
        let begins = combined && part != Some(item.part);
        part = Some(item.part);
        let (used, started) = used(item);
        Line {
            id: item.id,
            number,
            title: item.title.clone(),
            part: if begins { w.one_of("room-part", item.part.as_str()) } else { String::new() },
            used,
            planned: item.planned_minutes,
            started,
            done: item.ended_at.is_some(),
            remarks: view.remarks.iter().filter(|remark| remark.item == item.id).count(),
            open: open == Some(item.id),
            path: here.opened(item.id),
        }
    };
    (1..).zip(&view.items).map(line).collect()
}

#[derive(Debug, Deserialize)]
struct Of {
    item: ItemId,
}

async fn take_up(Asker(ctx): Asker, page: Page, here: Here, Path(of): Path<Of>) -> Result<Response, Failure> {
    let item = of.item;
    let done = meetings::take_up(&ctx, here.meeting, item).await.map(|()| {
        let undo = here.at_item(None).post(format!("items/{item}/start"));
        Done::at(format!("item-{item}")).told(&Sentence::new("room-item-taken-up")).undone_by(undo)
    });
    let here = here.at_item(None);
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn put_down(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let done = meetings::put_down(&ctx, here.meeting, of.item).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("room-item-put-down")));
    let here = here.at_item(None);
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn save_notes(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version = typed.read("version").unwrap_or_default();
    let done = meetings::save_notes(&ctx, here.meeting, of.item, version, typed.get("notes")).await;
    if saving::is_auto_save(&headers) {
        return saved("notes", done, page.w);
    }
    let deed = Deed { ctx, page, here, form: format!("notes-{}", of.item), typed };
    sent(deed, format!("notes-{}", of.item), done).await
}

async fn save_conclusion(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version = typed.read("version").unwrap_or_default();
    let done = meetings::save_conclusion(&ctx, here.meeting, of.item, version, typed.get("conclusion")).await;
    if saving::is_auto_save(&headers) {
        return saved("conclusion", done, page.w);
    }
    let deed = Deed { ctx, page, here, form: format!("conclusion-{}", of.item), typed };
    sent(deed, format!("conclusion-{}", of.item), done).await
}
