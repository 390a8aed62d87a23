//! The monthly review of a cell's list, recorded on the list's page.

use axum::{extract::Form, response::Response};
use nennep_app::{
    App, Error,
    recruiting::{self, ReviewForm},
};
use nennep_domain::{
    ids::OrganisationId,
    problems::{Problems, Sentence},
    time::Month,
};

use super::list;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/organisations/{organisation}/candidate-reviews", review)
        .delete("/organisations/{organisation}/candidate-reviews/{month}", take_back)
}

async fn review(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    let form =
        ReviewForm { on, resolution: typed.get("resolution").to_owned(), note: typed.get("note").to_owned() };
    let done = match problems.or(Some(form)) {
        Ok(form) => recruiting::review(&ctx, cell, &form).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(month) => {
            let flash = Flash::done(&Sentence::new("recruiting-reviewed"));
            let flash = flash.undone_by(format!("/organisations/{cell}/candidate-reviews/{month}"));
            Ok(see_other(&format!("/candidates?of={cell}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            let places = recruiting::places(&ctx).await?;
            list::cell(&ctx, page, cell, &places, &typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn take_back(
    Asker(ctx): Asker,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Result<Response, Failure> {
    recruiting::take_review_back(&ctx, cell, month).await?;
    let flash = Flash::done(&Sentence::new("recruiting-undone"));
    Ok(see_other(&format!("/candidates?of={cell}"), Some(&flash)))
}
