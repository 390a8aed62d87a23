//! Help: for each task a few sentences and the way to where it is done.

use askama::Template;
use axum::response::Response;

use crate::{
    layout::{self, Page, Place},
    routes::Routes,
};

/// A task with where it is done; empty where the way depends on the meeting. What not everybody may do is reached from a page
/// that shows each reader the own ways.
const TASKS: &[(&str, &str)] = &[
    ("first-use", "/invitations"),
    ("search", "/search"),
    ("prepare-oneself", "/"),
    ("leave", "/"),
    ("own-tasks", "/tasks"),
    ("offers", "/tasks"),
    ("plan", "/meetings"),
    ("agenda", "/meetings"),
    ("room", "/meetings"),
    ("vote", ""),
    ("minutes", "/meetings"),
    ("score", "/meetings"),
    ("ratings", "/members"),
    ("rating-round", "/members"),
    ("papers", "/books"),
    ("months", "/months"),
    ("grades", "/"),
    ("import", "/setup"),
    ("offices", "/setup"),
    ("organisation-deeds", "/organisations"),
    ("succession", "/organisations"),
    ("member-deeds", "/members"),
    ("extract", "/members"),
    ("recruiting", "/members"),
    ("signs", "/members"),
    ("dues", "/books"),
    ("corrections", "/members"),
    ("commendations", "/members"),
    ("badges", "/members"),
    ("discipline", "/members"),
    ("classes", "/members"),
    ("account", "/account"),
];

struct Task {
    id: &'static str,
    title: String,
    text: String,
    path: &'static str,
}

#[derive(Template)]
#[template(path = "help/page.html")]
struct HelpPage {
    page: Page,
    tasks: Vec<Task>,
}

/// The routes of this file.
pub(super) fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new().get("/help", show)
}

/// Whether a place is open to the reader.
fn opens(page: &Page, path: &str) -> bool {
    let place = Place::ALL.into_iter().find(|place| place.path() == path);
    path == "/invitations"
        || page.reader.is_some() && place.is_none_or(|place| page.places().contains(&place))
}

async fn show(page: Page) -> Response {
    let w = page.w;
    let task = |&(id, path): &(&'static str, &'static str)| Task {
        id,
        title: w.t(&format!("help-title-{id}")),
        text: w.t(&format!("help-text-{id}")),
        path: if opens(&page, path) { path } else { "" },
    };
    let tasks = TASKS.iter().map(task).collect();
    let page = page.titled(w.t("help-title")).led(w.t("help-lead"));
    layout::show(&HelpPage { page, tasks })
}
