//! The list of meetings: the year of one cell, or a month of all cells of a committee.

mod cells;
mod year;

use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    reach::{self, Reach},
};
use nennep_domain::ids::OrganisationId;

use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{Page, Place, show},
    routes::Routes,
    session::Asker,
};

#[derive(askama::Template)]
#[template(path = "meetings/none.html")]
struct Nowhere {
    page: Page,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/meetings", index)
}

async fn index(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let reach = reach::of_asker(&ctx).await?;
    let page = page.clone().at(Place::Meetings).titled(page.w.t("place-meetings"));
    let first = reach.cells.first().or_else(|| reach.committees.first());
    let of = asked.read::<OrganisationId>("of").or_else(|| first.map(|one| one.id));
    let Some(of) = of else { return Ok(show(&Nowhere { page })) };
    if reach.committees.iter().any(|one| one.id == of) {
        cells::month(&ctx, page, &reach, of, &asked).await
    } else {
        year::year(&ctx, page, &reach, of, &asked).await
    }
}

/// Where the asker has business, as the choices of the first filter.
fn choices(reach: &Reach, of: OrganisationId) -> Vec<Choice> {
    let all = reach.cells.iter().chain(&reach.committees);
    all.map(|one| Choice::new(one.id.to_string(), one.name.as_str(), one.id == of)).collect()
}
