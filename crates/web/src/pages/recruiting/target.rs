//! How many admissions a cell is to reach in a year, set by the committee above.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{App, Ctx, Error, organisations, reach, recruiting};
use nennep_domain::{
    accounts::permission::Action,
    ids::OrganisationId,
    problems::{Problems, Sentence},
};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recruiting/target.html")]
struct TargetPage {
    page: Page,
    problems: Problems,
    action: String,
    back: String,
    typed: Typed,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/admission-target", ask)
        .post("/organisations/{organisation}/admission-target", set)
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    cell: OrganisationId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let cell = organisations::show(ctx, cell).await?.organisation;
    let back =
        cell.parent.map_or_else(|| "/candidates".to_owned(), |above| format!("/candidates?of={above}"));
    let template = TargetPage {
        problems,
        action: format!("/organisations/{}/admission-target", cell.id),
        typed,
        page: page
            .at(Place::Members)
            .titled(w.t("recruiting-target"))
            .led(&cell.name)
            .under(w.t("recruiting-title"), &back),
        back,
    };
    Ok(layout::page(status, &template))
}

async fn ask(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    if !reach::may_at(&ctx, Action::SetAdmissionTargets, cell).await? {
        return Err(Error::Forbidden.into());
    }
    let year: i16 = asked.read("year").unwrap_or_else(|| ctx.now().date().year());
    let known = recruiting::of_committee(&ctx, cell, Some(year)).await?;
    let target = known.cells.first().and_then(|one| one.year.target);
    let typed = Typed::default()
        .with("year", year.to_string())
        .with("admissions", target.map(|target| target.to_string()).unwrap_or_default());
    shown(&ctx, page, cell, typed, Problems::default()).await
}

async fn set(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let year = typed.read("year").unwrap_or_else(|| ctx.now().date().year());
    let admissions = match typed.get("admissions").trim() {
        "" => None,
        _ => Some(typed.number("admissions", &mut problems)),
    };
    let done = match problems.or(Some(admissions)) {
        Ok(admissions) => recruiting::set_target(&ctx, cell, year, admissions).await,
        Err(problems) => Err(problems.into()),
    };
    match done {
        Ok(()) => {
            let above = organisations::show(&ctx, cell).await?.organisation.parent;
            let path = above.map_or_else(|| "/candidates".to_owned(), |id| format!("/candidates?of={id}"));
            Ok(see_other(&path, Some(&Flash::done(&Sentence::new("recruiting-target-set")))))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, cell, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}
