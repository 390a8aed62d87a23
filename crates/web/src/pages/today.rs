//! Today: what is next, and what is mine to do.

use askama::Template;
use axum::response::Response;
use nennep_app::App;

use crate::{
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "today/page.html")]
struct TodayPage {
    page: Page,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/", today)
}

async fn today(Asker(_ctx): Asker, page: Page) -> Response {
    let page = page.clone().at(Place::Today).titled(page.w.t("today-title"));
    layout::show(&TodayPage { page })
}
