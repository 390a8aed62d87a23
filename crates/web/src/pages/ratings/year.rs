//! The ratings of an organisation for a year: a cell's sheet, or a committee's.

use axum::{extract::Query, response::Response};
use nennep_app::{App, organisations};
use nennep_domain::{ids::OrganisationId, problems::Problems};

use super::{cell, committee};
use crate::{
    components::Tab, errors::Failure, forms::Typed, layout::Page, path::At, routes::Routes, session::Asker,
    words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}/ratings", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let year = asked.read("year");
    let view = organisations::show(&ctx, id).await?;
    if view.organisation.kind.meets() {
        cell::show(&ctx, page, id, year).await
    } else {
        committee::show(&ctx, page, id, year, Typed::default(), Problems::default()).await
    }
}

/// The years as tabs, the latest first.
pub(super) fn tabs(w: Words, of: OrganisationId, years: &[i16], here: i16) -> Vec<Tab> {
    let tab = |year: &i16| Tab {
        name: w.with("ratings-year", &[("year", w.number(*year).into())]),
        path: super::said::sheet_path(of, *year),
        here: *year == here,
        count: None,
    };
    years.iter().take(6).map(tab).collect()
}
