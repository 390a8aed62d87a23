//! The meetings that wait for the grade of the reader's committee, the earliest reported first.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    quality::{self, Awaiting},
};
use nennep_domain::{ids::MeetingId, time::Instant};
use serde::Deserialize;

use crate::{
    components::Pager,
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

/// Rows on a leaf.
const LEAF: u32 = 50;

#[derive(Template)]
#[template(path = "quality/grades.html")]
struct GradesPage {
    page: Page,
    rows: Vec<Awaiting>,
    pager: Pager,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    /// The last row of the leaf before: its moment in microseconds and its meeting.
    #[serde(default)]
    after: String,
}

impl Asked {
    fn after(&self) -> Option<(Instant, MeetingId)> {
        let (at, id) = self.after.split_once('.')?;
        let at = jiff::Timestamp::from_microsecond(at.parse().ok()?).ok()?;
        Some((Instant::new(at), id.parse().ok()?))
    }
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/grades", list)
}

async fn list(Asker(ctx): Asker, page: Page, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let mut rows = quality::awaiting_grade(&ctx, asked.after(), LEAF + 1).await?;
    let more = rows.len() > LEAF as usize;
    rows.truncate(LEAF as usize);
    let last = rows.last().filter(|_| more);
    let after = last.map_or_else(String::new, |row| {
        format!("/grades?after={}.{}", row.reported_at.timestamp().as_microsecond(), row.meeting)
    });
    let before = if asked.after.is_empty() { String::new() } else { "/grades".to_owned() };
    let pager = Pager { shown: rows.len(), before, after };
    let page = page.clone().at(Place::Meetings).titled(page.w.t("quality-grades-title"));
    let page =
        page.clone().led(page.w.t("quality-grades-lead")).under(page.w.t("place-meetings"), "/meetings");
    Ok(layout::show(&GradesPage { page, rows, pager }))
}
