//! Secretaries and deputies without a certificate: whom to call to the next class.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{App, learning, organisations, reach};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

struct Line {
    name: String,
    office: String,
    cell: String,
    path: String,
}

#[derive(Template)]
#[template(path = "learning/untrained.html")]
struct UntrainedPage {
    page: Page,
    lines: Vec<Line>,
    said: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/classes/untrained", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let w = page.w;
    let first = reach::where_may(&ctx, Action::SeeClasses).await?.first().map(|one| one.id);
    let of: OrganisationId = asked.read("of").or(first).ok_or(Failure::not_found())?;
    let (found, all) = learning::untrained(&ctx, of).await?;
    let organisation = organisations::show(&ctx, of).await?.organisation;
    let line = |one: &learning::Untrained| Line {
        name: one.name.clone(),
        office: w.one_of("offices-office", one.office.as_str()),
        cell: one.organisation.name.clone(),
        path: format!("/organisations/{}", one.organisation.id),
    };
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let values = [("count", count(found.len()).into()), ("all", count(all).into())];
    Ok(layout::show(&UntrainedPage {
        lines: found.iter().map(line).collect(),
        said: w.with("learning-untrained-said", &values),
        page: page
            .at(Place::Members)
            .titled(w.t("learning-untrained-title"))
            .led(organisation.name)
            .under(w.t("learning-title"), format!("/classes?of={of}")),
    }))
}
