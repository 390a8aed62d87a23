//! Closing a round: asked before, refused above the ceiling, undone within a day.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, ratings};
use nennep_domain::{
    ids::RatingRoundId,
    problems::{Citation, Refusal as _, Sentence},
};

use super::{
    committee::{CeilingSaid, ceiling_said},
    said::sheet_path,
};
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "ratings/closing.html")]
struct ClosingPage {
    page: Page,
    action: String,
    back: String,
    ceiling: CeilingSaid,
    /// Why it cannot be closed now.
    refused: Option<(String, Option<Citation>)>,
    above: Vec<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/ratings/{round}/closure", ask)
        .post("/ratings/{round}/closure", close)
        .delete("/ratings/{round}/closure", reopen)
}

async fn ask(Asker(ctx): Asker, page: Page, At(id): At<RatingRoundId>) -> Result<Response, Failure> {
    let view = ratings::closing(&ctx, id).await?;
    let w = page.w;
    let refused = view.refused.as_ref().map(|error| (w.say(&error.sentence()), error.citation()));
    let title = w.with("ratings-closing-title", &[("year", w.number(view.round.year).into())]);
    let back = sheet_path(view.round.organisation, view.round.year);
    Ok(layout::show(&ClosingPage {
        action: format!("/ratings/{id}/closure"),
        ceiling: ceiling_said(w, &view.ceiling, &view.rules),
        above: view
            .above
            .iter()
            .map(|one| (one.name.clone(), format!("/ratings/{id}/members/{}", one.member)))
            .collect(),
        refused,
        page: page
            .at(Place::Members)
            .under(w.t("ratings-title"), "/ratings")
            .under(&view.organisation.name, &back)
            .titled(title),
        back,
    }))
}

async fn close(Asker(ctx): Asker, At(id): At<RatingRoundId>) -> Result<Response, Failure> {
    ratings::close(&ctx, id).await?;
    let view = ratings::closing(&ctx, id).await?;
    let said = Sentence::new("ratings-closed").with("year", i64::from(view.round.year));
    let back = sheet_path(view.round.organisation, view.round.year);
    Ok(see_other(&back, Some(&Flash::done(&said).undone_by(format!("/ratings/{id}/closure")))))
}

async fn reopen(Asker(ctx): Asker, At(id): At<RatingRoundId>) -> Result<Response, Failure> {
    ratings::reopen(&ctx, id).await?;
    let view = ratings::closing(&ctx, id).await?;
    let back = sheet_path(view.round.organisation, view.round.year);
    Ok(see_other(&back, Some(&Flash::done(&Sentence::new("ratings-reopened")))))
}
