//! What waits for the superior committee's word: dates registered by cells whose committee asks to agree to them.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{App, meetings};
use nennep_domain::{ids::MeetingId, time::Instant};

use super::said;
use crate::{
    components::Pager,
    errors::Failure,
    forms::Typed,
    layout::{Page, Place, show},
    routes::Routes,
    session::Asker,
};

/// Rows on one leaf.
const LEAF: u32 = 50;

struct Row {
    cell: String,
    title: String,
    path: String,
    starts_at: Option<Instant>,
    place: String,
}

#[derive(Template)]
#[template(path = "meetings/approvals.html")]
struct ApprovalsPage {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/approvals", index)
}

async fn index(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let after = asked.get("after").split_once('~');
    let after: Option<(Instant, MeetingId)> =
        after.and_then(|(at, id)| Some((Instant::new(at.parse().ok()?), id.parse().ok()?)));
    let waiting = meetings::waiting_for_approval(&ctx, after, LEAF).await?;
    let w = page.w;
    let rows = waiting.meetings.iter().map(|listed| Row {
        cell: listed.cell_name.clone(),
        title: said::title(&listed.meeting, w),
        path: format!("/meetings/{}", listed.meeting.id),
        starts_at: listed.meeting.starts_at,
        place: listed.meeting.place.clone(),
    });
    let rows: Vec<_> = rows.collect();
    let next = waiting.next.map(|(at, id)| format!("/approvals?after={}~{id}", at.timestamp()));
    let before = if after.is_some() { "/approvals".to_owned() } else { String::new() };
    let pager = Pager { shown: rows.len(), before, after: next.unwrap_or_default() };
    let page = page.clone().at(Place::Meetings).under(w.t("place-meetings"), "/meetings");
    let page = page.titled(w.t("approvals-title")).led(w.t("approvals-lead"));
    Ok(show(&ApprovalsPage { page, rows, pager }))
}
