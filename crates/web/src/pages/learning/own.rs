//! A member's own classes.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    learning::{self, OwnClass},
};

use super::{certified, span};
use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

pub(super) struct OwnLine {
    pub(super) title: String,
    pub(super) kind: String,
    pub(super) span: String,
    pub(super) certificate: String,
}

#[derive(Template)]
#[template(path = "learning/own.html")]
struct OwnPage {
    page: Page,
    classes: Vec<OwnLine>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/classes/own", show)
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let w = page.w;
    let found = learning::own(&ctx).await?;
    Ok(layout::show(&OwnPage {
        classes: found.iter().map(|one| line(w, one)).collect(),
        page: page.at(Place::Members).titled(w.t("learning-own-title")),
    }))
}

fn line(w: Words, one: &OwnClass) -> OwnLine {
    let class = &one.class;
    OwnLine {
        title: class.title.clone(),
        kind: w.one_of("learning-kind", class.kind.as_str()),
        span: span(w, class.from_on, class.to_on),
        certificate: certified(w, &one.learner),
    }
}
