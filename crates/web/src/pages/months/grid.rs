//! The grid of cells by months.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App, Ctx,
    months::{self, Grid},
};
use nennep_domain::time::Month;

use super::{
    charts::{self, Chart},
    filter::{Asked, Show},
    owed::OwedLine,
    squares::{Drawing, Square},
    totals::{self, BlockLine},
};
use crate::{
    components::{Choice, Pager, Tab},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

struct GridRow {
    name: String,
    path: String,
    overseers: String,
    /// Where it does not stand here today: since when it ended, or that it went elsewhere.
    gone: String,
    squares: Vec<Square>,
}

struct Column {
    name: String,
    /// The year, where one begins.
    year: String,
    said: String,
    path: String,
    now: bool,
    total: String,
}

#[derive(Template)]
#[template(path = "months/grid.html")]
struct GridPage {
    page: Page,
    show: Show,
    places: Vec<Choice>,
    to: Vec<Choice>,
    types: Vec<Choice>,
    overseers: Vec<Choice>,
    /// What will be late, then what is; the first few, and the rest.
    owed: Vec<OwedLine>,
    more_owed: Vec<OwedLine>,
    charts: Vec<Chart>,
    tabs: Vec<Tab>,
    /// What these cells collected and sent up.
    dues: String,
    columns: Vec<Column>,
    rows: Vec<GridRow>,
    caption: String,
    block_heads: Vec<String>,
    blocks: Vec<BlockLine>,
    block_caption: String,
    pager: Option<Pager>,
}

/// So many lines of what is owed stand open; the rest is folded.
const OPEN_OWED: usize = 6;

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/months", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(typed): Query<Typed>) -> Result<Response, Failure> {
    let asked = Asked::read(&ctx, &typed, None).await?;
    let grid = months::grid(&ctx, &asked.filter()).await?;
    Ok(layout::show(&page_of(&ctx, page, &asked, &grid)))
}

fn page_of(ctx: &Ctx, page: Page, asked: &Asked, grid: &Grid) -> GridPage {
    let w = page.w;
    let present = Month::of(page.now.date());
    let mut owed: Vec<_> = grid.owed.iter().map(|owed| OwedLine::of(ctx, w, owed, page.now)).collect();
    let more_owed = owed.split_off(owed.len().min(OPEN_OWED));
    let mut charts = vec![charts::by_month(w, asked.show, grid)];
    charts.extend(charts::grades(w, grid).filter(|_| asked.show == Show::Grade));
    let tab = |show: Show| Tab {
        name: w.one_of("months-show", show.as_str()),
        path: asked.grid_path(show),
        here: show == asked.show,
        count: None,
    };
    let values = [("name", (&grid.organisation.name).into()), ("count", grid.cells.into())];
    GridPage {
        show: asked.show,
        places: asked.choices_of_places(),
        to: asked.choices_of_months(w, present),
        types: asked.choices_of_types(w),
        overseers: asked.choices_of_overseers(grid),
        owed,
        more_owed,
        charts,
        tabs: Show::ALL.into_iter().map(tab).collect(),
        dues: format!("/dues?of={}&month={}", asked.of, asked.to),
        columns: columns(&page, asked, grid, present),
        rows: rows(ctx, &page, asked, grid, present),
        caption: w.one_of("months-caption", asked.show.as_str()),
        block_heads: totals::heads(w),
        blocks: totals::blocks(w, grid),
        block_caption: w.with("months-blocks-caption", &[("month", w.month(asked.to).into())]),
        pager: asked.pager(grid, None),
        page: page.at(Place::Months).titled(w.t("months-title")).led(w.with("months-lead", &values)),
    }
}

fn columns(page: &Page, asked: &Asked, grid: &Grid, present: Month) -> Vec<Column> {
    let w = page.w;
    let column = |(month, totals): (&Month, _)| Column {
        name: month.number().to_string(),
        year: if month.number() == 1 || grid.months.first() == Some(month) {
            month.year().to_string()
        } else {
            String::new()
        },
        said: w.month(month),
        path: asked.month_path(*month),
        now: *month == present,
        total: totals::below_column(w, asked.show, totals),
    };
    grid.months.iter().zip(&grid.columns).map(column).collect()
}

fn rows(ctx: &Ctx, page: &Page, asked: &Asked, grid: &Grid, present: Month) -> Vec<GridRow> {
    let days_before = &grid.papers_days_before;
    let drawing = Drawing { w: page.w, show: asked.show, present, days_before };
    let row = |row: &months::Row| GridRow {
        name: row.cell.name.clone(),
        path: format!("/organisations/{}", row.cell.id),
        overseers: row.overseers.join(", "),
        gone: gone(page.w, row),
        squares: drawing.row(ctx, row),
    };
    grid.rows.iter().map(row).collect()
}

fn gone(w: Words, row: &months::Row) -> String {
    match row.cell.to_on {
        _ if row.today => String::new(),
        Some(end) => w.with("months-ended", &[("date", w.date(end).into())]),
        None => w.t("months-went"),
    }
}
