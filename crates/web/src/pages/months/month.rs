//! One month, cell by cell: every fact in its column.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use nennep_app::{
    App, Ctx,
    months::{self, Grid, Row},
};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    months::CellMonth,
    time::Month,
};

use super::{
    filter::{Asked, Show},
    squares::whole_percent,
    totals::{self, BlockLine},
};
use crate::{
    components::Pager,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

struct Line {
    cell: String,
    overseers: String,
    path: Option<String>,
    held: String,
    is_missing: bool,
    length: String,
    is_short: bool,
    attendance: String,
    present: String,
    speaking: String,
    papers_in_time: Option<bool>,
    score: String,
    grade: Option<&'static str>,
    is_decided: bool,
    reported: String,
}

#[derive(Template)]
#[template(path = "months/month.html")]
struct MonthPage {
    page: Page,
    lines: Vec<Line>,
    before: (String, String),
    after: (String, String),
    block_heads: Vec<String>,
    blocks: Vec<BlockLine>,
    block_caption: String,
    pager: Option<Pager>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/months/{month}", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    Path(month): Path<String>,
    Query(typed): Query<Typed>,
) -> Result<Response, Failure> {
    let month: Month = month.parse().map_err(|_| Failure::not_found())?;
    let asked = Asked::read(&ctx, &typed, Some(month)).await?;
    let grid = months::grid(&ctx, &asked.filter()).await?;
    Ok(layout::show(&page_of(&ctx, page, &asked, &grid)))
}

fn page_of(ctx: &Ctx, page: Page, asked: &Asked, grid: &Grid) -> MonthPage {
    let w = page.w;
    let month = asked.to;
    let values = [("name", (&grid.organisation.name).into()), ("count", grid.cells.into())];
    let title = w.with("months-month-title", &[("month", w.month(month).into())]);
    let way = |month: Month| (asked.month_path(month), w.month(month));
    let days_before = grid.papers_days_before.last().copied().flatten();
    let present = Month::of(page.now.date());
    MonthPage {
        lines: grid.rows.iter().filter_map(|row| line(ctx, w, row, days_before, present)).collect(),
        before: way(month.plus(-1)),
        after: way(month.plus(1)),
        block_heads: totals::heads(w),
        blocks: totals::blocks(w, grid),
        block_caption: w.with("months-blocks-caption", &[("month", w.month(month).into())]),
        pager: asked.pager(grid, Some(month)),
        page: page
            .at(Place::Months)
            .titled(title)
            .led(w.with("months-lead", &values))
            .under(w.t("months-title"), asked.grid_path(Show::default())),
    }
}

fn line(ctx: &Ctx, w: Words, row: &Row, days_before: Option<u32>, present: Month) -> Option<Line> {
    let month: &CellMonth = row.month(11)?;
    let reads = ctx.may(Action::ReadMeeting, &Resource::at(&row.place));
    let held = match (month.is_met(), month.starts_at) {
        (true, _) => month.opened_at.or(month.closed_at).map(|at| w.date(at.date())).unwrap_or_default(),
        (false, Some(at)) if month.month >= present => {
            w.with("months-planned-on", &[("day", w.day_and_month(at.date()).into())])
        }
        (false, _) if month.month >= present => w.t("months-no-date"),
        (false, _) => w.t("months-missed"),
    };
    let present_of = month
        .present
        .zip(month.expected)
        .map(|(present, expected)| format!("{}/{}", w.number(present), w.number(expected)));
    Some(Line {
        cell: row.cell.name.clone(),
        overseers: row.overseers.join(", "),
        path: month.meeting.filter(|_| reads).map(|id| format!("/meetings/{id}")),
        held,
        is_missing: !month.is_met() && month.month < present,
        length: month.length_minutes.map(|n| w.minutes(n)).unwrap_or_default(),
        is_short: month.is_met() && month.is_short(),
        attendance: month.attendance().map(|share| whole_percent(w, share)).unwrap_or_default(),
        present: present_of.unwrap_or_default(),
        speaking: month.speakers.map(|n| w.number(n)).unwrap_or_default(),
        papers_in_time: month.is_met().then(|| month.has_papers_in_time(days_before)),
        score: month.score.map(|points| w.points(points)).unwrap_or_default(),
        grade: month.grade.map(nennep_domain::quality::Grade::as_str),
        is_decided: month.is_decided(),
        reported: month.reported_at.map(|at| w.day_and_month(at.date())).unwrap_or_default(),
    })
}
