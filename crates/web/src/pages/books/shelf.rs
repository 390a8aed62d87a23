//! The shelf: one's own cell's books at once, or the cells whose books one may open.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    books::{self, Shelf},
};
use nennep_domain::organisations::Organisation;
use serde::Deserialize;

use super::{after, path_of};
use crate::{
    components::Pager,
    errors::Failure,
    layout::{Page, Place, see_other, show},
    routes::Routes,
    session::{Asker, form_encoded},
};

#[derive(Template)]
#[template(path = "books/shelf.html")]
struct ShelfPage {
    page: Page,
    own: Vec<Row>,
    within: String,
    cells: Vec<Row>,
    words: String,
    pager: Pager,
}

struct Row {
    code: String,
    name: String,
    path: String,
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    after: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/books", shelf)
}

async fn shelf(Asker(ctx): Asker, page: Page, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let last = after::<String, _>(&asked.after);
    let last = last.as_ref().map(|(code, id)| (code.as_str(), *id));
    let found = books::shelf(&ctx, &asked.q, last).await?;
    if let (None, [only]) = (&found.within, found.own.as_slice()) {
        return Ok(see_other(&path_of(only.id), None));
    }
    Ok(show(&drawn(page, found, asked.q)))
}

fn drawn(page: Page, found: Shelf, words: String) -> ShelfPage {
    let w = page.w;
    let next = found.cells.last().filter(|_| found.more);
    let next = next.map(|last| format!("/books?q={}&after={},{}", form_encoded(&words), last.code, last.id));
    ShelfPage {
        own: found.own.into_iter().map(row).collect(),
        within: found.within.map(|within| within.name).unwrap_or_default(),
        pager: Pager { shown: found.cells.len(), before: String::new(), after: next.unwrap_or_default() },
        cells: found.cells.into_iter().map(row).collect(),
        page: page.at(Place::Books).titled(w.t("place-books")),
        words,
    }
}

fn row(cell: Organisation) -> Row {
    Row { path: path_of(cell.id), code: cell.code, name: cell.name }
}
