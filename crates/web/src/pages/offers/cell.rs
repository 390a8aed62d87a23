//! What the members of a cell offer: who meets a task first, with the reason. For those who give the cell's tasks.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    offers::{self, CellOffer},
};
use nennep_domain::{ids::OrganisationId, offers::OfferList};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct Line {
    name: String,
    path: String,
    said: String,
    /// What of it meets the task that was asked about; empty where nothing does.
    reason: String,
}

#[derive(Template)]
#[template(path = "offers/cell.html")]
struct CellPage {
    page: Page,
    action: String,
    task: String,
    lines: Vec<Line>,
    nothing: u32,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/cells/{cell}/offers", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let task = asked.get("task").trim().to_owned();
    let found = offers::of_cell(&ctx, cell, &task).await?;
    let w = page.w;
    let lines = found.lines.iter().map(|one| line(w, one)).collect();
    let page = page
        .at(Place::Tasks)
        .titled(w.t("offers-cell-title"))
        .led(&found.cell.name)
        .under(w.t("tasks-title"), format!("/tasks?of={cell}"));
    let action = format!("/cells/{cell}/offers");
    let nothing = u32::try_from(found.nothing).unwrap_or(u32::MAX);
    Ok(layout::show(&CellPage { page, action, task, lines, nothing }))
}

fn line(w: Words, one: &CellOffer) -> Line {
    let list = OfferList::built_in();
    let keys =
        one.fit.keys.iter().filter_map(|key| list.find(key)).map(|entry| w.of_both(&entry.text).to_owned());
    let meets: Vec<String> = keys.chain(one.fit.words.iter().cloned()).collect();
    Line {
        name: one.name.clone(),
        path: format!("/members/{}/offer", one.offer.member),
        said: super::said(w, &one.offer.said),
        reason: if meets.is_empty() {
            String::new()
        } else {
            w.with("offers-meets", &[("list", meets.join(", ").into())])
        },
    }
}
