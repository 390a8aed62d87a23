//! The minutes book: every meeting that was opened, with its number and its adoption. A committee inspects by reading it.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    books::{self, Book, MinutesLine},
    papers::Format,
};
use nennep_domain::{ids::OrganisationId, papers::PaperType};
use serde::Deserialize;

use super::{Leaf, after, opened, path_of, tabs};
use crate::{
    components::{Pager, Tab},
    errors::Failure,
    layout::{Page, show},
    pages::papers,
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

#[derive(Template)]
#[template(path = "books/minutes.html")]
struct MinutesPage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<Row>,
    pager: Pager,
}

struct Row {
    title: String,
    path: String,
    held: String,
    reference: String,
    state: String,
    tone: &'static str,
    additions: String,
    pdf: String,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    after: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/books/{cell}/minutes", minutes)
}

async fn minutes(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let book = books::minutes(&ctx, cell, after(&asked.after)).await?;
    let w = page.w;
    Ok(show(&MinutesPage {
        tabs: tabs(cell, Leaf::Minutes, w),
        rows: book.lines.iter().map(|line| row(line, w)).collect(),
        pager: Pager { shown: book.lines.len(), before: String::new(), after: next(&book) },
        page: opened(page, &book),
    }))
}

fn row(of: &MinutesLine, w: Words) -> Row {
    let line = &of.line;
    let (state, tone) = match (line.adopted_at, line.closed_at) {
        (Some(at), _) => (w.with("papers-adopted", &[("day", w.date(at.date()).into())]), "good"),
        (None, Some(_)) => (w.t("books-not-adopted"), "average"),
        (None, None) => (w.t("books-running"), "fair"),
    };
    let additions = w.with("books-additions", &[("count", line.additions.into())]);
    Row {
        title: w.meeting(line.kind, line.month),
        path: format!("/meetings/{}/papers", line.meeting),
        held: w.day(line.opened_at.date()),
        reference: of.reference.clone(),
        state,
        tone,
        additions: if line.additions > 0 { additions } else { String::new() },
        pdf: papers::path_of(line.meeting, PaperType::Minutes, Format::Pdf),
    }
}

fn next(book: &Book<MinutesLine>) -> String {
    let Some(last) = book.lines.last().filter(|_| book.more) else { return String::new() };
    format!("{}/minutes?after={},{}", path_of(book.cell.id), last.line.month, last.line.meeting)
}
