//! The measures within an organisation: proposals first, then what holds, what is over folded. Listing them is noted.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{App, organisations, reach, recognition::discipline};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId};

use super::Measure;
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recognition/discipline/list.html")]
struct ListPage {
    page: Page,
    places: Vec<Choice>,
    proposals: Vec<Measure>,
    holding: Vec<Measure>,
    over: Vec<Measure>,
    /// Where one of the organisation itself is entered.
    add: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/discipline", show)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let w = page.w;
    let mut places = reach::where_may(&ctx, Action::SeeDiscipline).await?;
    let of: OrganisationId =
        asked.read("of").or(places.first().map(|one| one.id)).ok_or(Failure::not_found())?;
    if places.iter().all(|one| one.id != of) {
        places.push(organisations::show(&ctx, of).await?.organisation);
    }
    let found = discipline::list(&ctx, of).await?;
    let lines = |proposal: bool, holds: bool| {
        let chosen = found.iter().filter(move |view| {
            view.kept.discipline.is_proposal() == proposal && (proposal || view.holds == holds)
        });
        chosen.map(|view| Measure::of(w, view)).collect()
    };
    let keeps = reach::may_at(&ctx, Action::KeepDiscipline, of).await?;
    Ok(layout::show(&ListPage {
        proposals: lines(true, false),
        holding: lines(false, true),
        over: lines(false, false),
        add: keeps.then(|| format!("/discipline/new?organisation={of}")),
        places: places.iter().map(|one| Choice::new(one.id.to_string(), &one.name, one.id == of)).collect(),
        page: page.at(Place::Members).titled(w.t("discipline-title")).under(w.t("members-title"), "/members"),
    }))
}
