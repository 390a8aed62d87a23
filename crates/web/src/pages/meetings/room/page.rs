//! The room's page.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    meetings::{self, MeetingView},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::RemarkId,
    meetings::{Item, ItemKind, MeetingState},
    motions::MotionSubject,
};
use serde::Deserialize;

use super::{
    aloud, closure, deed::Trouble, facts::Facts, here::Here, item::OpenItem, items, next::Next,
    opening::Leaders, people::People, start::Start,
};
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings/{meeting}/room", index)
}

/// The page. Its larger parts are templates of their own, in `parts`.
#[expect(clippy::struct_excessive_bools, reason = "each shows or hides a part of the page")]
#[derive(Template)]
#[template(path = "meetings/room/page.html")]
pub(super) struct Room {
    pub(super) page: Page,
    pub(super) here: Here,
    pub(super) told: Option<Flash>,
    pub(super) trouble: Trouble,
    pub(super) facts: Facts,
    pub(super) state: MeetingState,
    /// Whether the reader may write in the room now.
    pub(super) writes: bool,
    pub(super) opens: bool,
    pub(super) leaders: Option<Leaders>,
    pub(super) start: Option<Start>,
    /// Whether the agenda has no opening item under which the start stands.
    pub(super) start_stands_alone: bool,
    /// Whether the agenda was put to the vote.
    pub(super) agenda_is_put: bool,
    pub(super) with_side: bool,
    pub(super) agenda: Vec<items::Line>,
    pub(super) item: Option<OpenItem>,
    pub(super) people: People,
    pub(super) missing: Vec<closure::Missing>,
    pub(super) said_closing: Vec<String>,
    pub(super) next: Option<Next>,
    pub(super) closed: bool,
}

#[derive(Debug, Default, Deserialize)]
struct Shown {
    #[serde(default)]
    at: String,
}

async fn index(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Query(shown): Query<Shown>,
) -> Result<Response, Failure> {
    let view = meetings::show(&ctx, here.meeting).await?;
    meetings::note_offers_seen(&ctx, &view).await?;
    Ok(draw(StatusCode::OK, &ctx, page, &view, here, &shown.at, Trouble::default()))
}

/// The room after a deed that was not done: what is wrong is said, and what was typed is there.
pub(super) fn answer(
    status: StatusCode,
    ctx: &Ctx,
    page: Page,
    view: &MeetingView,
    here: Here,
    trouble: Trouble,
) -> Response {
    draw(status, ctx, page, view, here, "", trouble)
}

fn draw(
    status: StatusCode,
    ctx: &Ctx,
    page: Page,
    view: &MeetingView,
    here: Here,
    at: &str,
    trouble: Trouble,
) -> Response {
    let (w, now) = (page.w, page.now);
    let state = view.meeting.state();
    let opened = (1..).zip(&view.items).find(|(_, item)| is_open(view, here, item));
    let here = here.at_item(opened.map(|(_, item)| item.id));
    let may = |action| ctx.may(action, &view.resource());
    let closes = matches!(opened, Some((_, item)) if item.kind == ItemKind::Closing);
    let next = Next::of(ctx, view, here, w);
    let is_running = state == MeetingState::Running;
    let mut page = titled(page, view);
    let opening_is_open = matches!(opened, Some((_, item)) if item.kind == ItemKind::Opening);
    let has_opening = view.items.iter().any(|item| item.kind == ItemKind::Opening);
    let start_stands_alone = view.meeting.steps.opened.is_some() && !has_opening;
    layout::page(
        status,
        &Room {
            told: page.flash.take(),
            facts: Facts::of(view, now),
            writes: may(Action::RunMeeting)
                && view.meeting.steps.opened.is_some()
                && view.meeting.must_be_open_to_change().is_ok(),
            opens: view.meeting.must_be_ahead().is_ok() && may(Action::PrepareMeeting),
            leaders: view.meeting.steps.opened.is_none().then(|| Leaders::of(view, &trouble, w)),
            start: (opening_is_open || start_stands_alone).then(|| Start::of(ctx, view, &trouble, &page)),
            agenda_is_put: view.motions.iter().any(|motion| motion.subject == MotionSubject::Agenda),
            with_side: opened.is_some() && !opening_is_open && view.meeting.steps.opened.is_some(),
            start_stands_alone,
            agenda: items::lines(view, here, here.item, w),
            item: opened.map(|one| OpenItem::of(ctx, view, one, at, now, &trouble, w)),
            people: People::of(view, RemarkId(ctx.new_id()), &trouble, w),
            missing: if is_running && closes { closure::missing(view, here, now, w) } else { Vec::new() },
            said_closing: if is_running && closes { aloud::closing(view, w) } else { Vec::new() },
            closed: view.meeting.steps.closed.is_some(),
            state,
            next,
            here,
            trouble,
            page,
        },
    )
}

/// Whether an item lies open: the one asked for, else the current one, else after the closing none.
fn is_open(view: &MeetingView, here: Here, item: &Item) -> bool {
    match here.item.filter(|id| view.items.iter().any(|item| item.id == *id)) {
        Some(id) => item.id == id,
        None => view.current_item().is_some_and(|current| current.id == item.id),
    }
}

/// The page of a meeting's room or minutes, with its title and the way back.
pub(super) fn titled(page: Page, view: &MeetingView) -> Page {
    let w = page.w;
    let title = title(view, w);
    let lead = view.cell.name.clone();
    let path = format!("/meetings/{}", view.meeting.id);
    page.at(Place::Meetings)
        .under(w.t("place-meetings"), "/meetings")
        .under(w.t("room-preparation"), path)
        .titled(title)
        .led(lead)
}

/// What the meeting is called: its kind and month.
pub(super) fn title(view: &MeetingView, w: Words) -> String {
    let kind = w.one_of("room-kind", view.meeting.kind.as_str());
    let title = w.with("room-title", &[("kind", kind.into()), ("month", w.month(view.meeting.month).into())]);
    let mut letters = title.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
