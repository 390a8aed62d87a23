//! The room's page.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    meetings::{self, MeetingView},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{GuestId, RemarkId},
    meetings::{Item, ItemKind, MeetingState},
    motions::MotionSubject,
};
use serde::Deserialize;

use super::{
    aloud, closure, deed::Trouble, facts::Facts, guests::Guests, here::Here, item::OpenItem, items,
    next::Next, opening::Leaders, people::People, roll::Roll, text::Text,
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

/// What opens a meeting: people, guests, roll, dues.
#[derive(Debug)]
struct Start {
    said: Vec<String>,
    said_roll: Vec<String>,
    said_agenda: String,
    leaders: Leaders,
    guests: Guests,
    roll: Roll,
    dues: Text,
    agenda_adopted: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "each shows or hides a part of the page")]
#[derive(Template)]
#[template(path = "meetings/room/page.html")]
struct Room {
    page: Page,
    here: Here,
    told: Option<Flash>,
    trouble: Trouble,
    facts: Facts,
    state: MeetingState,
    /// Whether the reader may write in the room now.
    writes: bool,
    opens: bool,
    leaders: Option<Leaders>,
    start: Option<Start>,
    /// Whether the agenda has no opening item under which the start stands.
    start_stands_alone: bool,
    /// Whether the agenda was put to the vote.
    agenda_is_put: bool,
    with_side: bool,
    agenda: Vec<items::Line>,
    item: Option<OpenItem>,
    people: People,
    missing: Vec<closure::Missing>,
    said_closing: Vec<String>,
    next: Option<Next>,
    closed: bool,
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
            start: (opening_is_open || start_stands_alone).then(|| start(ctx, view, &trouble, &page)),
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

fn start(ctx: &Ctx, view: &MeetingView, trouble: &Trouble, page: &Page) -> Start {
    let (w, meeting) = (page.w, &view.meeting);
    let quorum = aloud::quorum(view, page.now);
    let roll = Roll::of(view, trouble, w);
    let version = meetings::version_of(&meeting.dues_note);
    Start {
        said: aloud::opening(view, w),
        said_roll: if roll.left == 0 { aloud::roll(view, &quorum, w) } else { Vec::new() },
        said_agenda: aloud::agenda(view, w),
        leaders: Leaders::of(view, trouble, w),
        guests: Guests::of(view, GuestId(ctx.new_id())),
        dues: Text::of(trouble, "dues", "note", &meeting.dues_note, version),
        agenda_adopted: meeting.steps.agenda_adopted.is_some(),
        roll,
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
