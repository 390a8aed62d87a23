//! "Thêm": on a phone, the places that do not fit into the bar, and the settings of the page.

use askama::Template;
use axum::response::Response;

use crate::{
    layout::{Page, Place, show},
    routes::Routes,
};

#[derive(Template)]
#[template(path = "settings/more.html")]
struct More {
    page: Page,
    places: Vec<Place>,
}

/// The routes of this file.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    Routes::new().get("/more", index)
}

async fn index(page: Page) -> Response {
    let title = page.w.t("place-more");
    let places = page.places().iter().copied().filter(|place| !place.is_in_bar()).collect();
    show(&More { page: page.titled(title), places })
}
