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

/// A class as lists of one member's show it.
pub(in crate::pages) struct OwnLine {
    /// Its name.
    pub(in crate::pages) title: String,
    /// What it was for.
    pub(in crate::pages) kind: String,
    /// When it was held.
    pub(in crate::pages) span: String,
    /// The certificate, in words; empty where there is none.
    pub(in crate::pages) certificate: String,
}

/// The classes of a member, as lists show them.
pub(in crate::pages) fn own_lines(w: Words, found: &[OwnClass]) -> Vec<OwnLine> {
    found.iter().map(|one| line(w, one)).collect()
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
        classes: own_lines(w, &found),
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
