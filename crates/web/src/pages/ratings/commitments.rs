//! A member's commitment of a year, and those of a cell.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{App, Ctx, Error, organisations, ratings};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
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

struct CheckSaid {
    on: String,
    note: String,
}

#[derive(Template)]
#[template(path = "ratings/commitment.html")]
struct CommitmentPage {
    page: Page,
    path: String,
    body: String,
    written_on: Option<String>,
    check: Option<CheckSaid>,
    own: bool,
    writes: bool,
    checks: bool,
    typed: Typed,
    problems: Problems,
}

struct Line {
    name: String,
    path: String,
    body: String,
    is_written: bool,
    is_checked: bool,
}

#[derive(Template)]
#[template(path = "ratings/commitments.html")]
struct CommitmentsPage {
    page: Page,
    lines: Vec<Line>,
    missing: usize,
    unchecked: usize,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/commitments", of_cell)
        .get("/members/{member}/commitments/{year}", show)
        .post("/members/{member}/commitments/{year}", write)
        .post("/members/{member}/commitments/{year}/check", check)
        .delete("/members/{member}/commitments/{year}/check", take_back)
}

fn at(member: MemberId, year: i16) -> String {
    format!("/members/{member}/commitments/{year}")
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At((member, year)): At<(MemberId, i16)>,
) -> Result<Response, Failure> {
    shown(&ctx, page, (member, year), Typed::default(), Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    (member, year): (MemberId, i16),
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let view = ratings::commitment(ctx, member, year).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let w = page.w;
    let one = view.commitment.as_ref();
    let body = one.map(|one| one.body.clone()).unwrap_or_default();
    let check = one.and_then(|one| one.check.as_ref());
    let begun = Typed::default()
        .with("body", body.as_str())
        .with("note", check.map(|check| check.note.clone()).unwrap_or_default());
    let title = w.with("ratings-commitment-of", &[("year", w.number(year).into())]);
    let page = page.at(Place::Members).under(w.t("ratings-title"), "/ratings").titled(title).led(&view.name);
    let template = CommitmentPage {
        path: at(member, year),
        written_on: one.map(|one| w.date(one.written_at.date())),
        check: check.map(|check| CheckSaid { on: w.date(check.at.date()), note: check.note.clone() }),
        own: view.own,
        writes: view.writes,
        checks: view.checks,
        typed: if problems.0.is_empty() { begun } else { typed },
        body,
        problems,
        page,
    };
    Ok(layout::page(status, &template))
}

async fn write(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<(MemberId, i16)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = ratings::write_commitment(&ctx, id.0, id.1, typed.get("body")).await;
    answered(&ctx, page, id, typed, done.map(|()| Flash::done(&Sentence::new("ratings-commitment-written"))))
        .await
}

async fn check(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<(MemberId, i16)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = ratings::check_commitment(&ctx, id.0, id.1, typed.get("note")).await;
    let flash = Flash::done(&Sentence::new("ratings-commitment-checked"));
    let flash = flash.undone_by(format!("{}/check", at(id.0, id.1)));
    answered(&ctx, page, id, typed, done.map(|()| flash)).await
}

async fn answered(
    ctx: &Ctx,
    page: Page,
    id: (MemberId, i16),
    typed: Typed,
    done: Result<Flash, Error>,
) -> Result<Response, Failure> {
    match done {
        Ok(flash) => Ok(see_other(&at(id.0, id.1), Some(&flash))),
        Err(Error::Invalid(problems)) => shown(ctx, page, id, typed, problems).await,
        Err(Error::Refused(refusal)) => {
            shown(ctx, page, id, typed, Problems::one("", refusal.sentence())).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn take_back(Asker(ctx): Asker, At((member, year)): At<(MemberId, i16)>) -> Result<Response, Failure> {
    ratings::take_check_back(&ctx, member, year).await?;
    let flash = Flash::done(&Sentence::new("ratings-commitment-check-back"));
    Ok(see_other(&at(member, year), Some(&flash)))
}

async fn of_cell(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let year = asked.read("year").unwrap_or_else(|| ctx.now().date().year());
    let all = ratings::commitments_of_cell(&ctx, cell, year).await?;
    let view = organisations::show(&ctx, cell).await?;
    let w = page.w;
    let lines: Vec<Line> = all
        .iter()
        .map(|one| {
            let written = one.commitment.as_ref();
            Line {
                name: one.name.clone(),
                path: at(one.member, year),
                body: written.map(|one| one.body.clone()).unwrap_or_default(),
                is_written: written.is_some(),
                is_checked: written.is_some_and(|one| one.check.is_some()),
            }
        })
        .collect();
    let title = w.with("ratings-commitments-of", &[("year", w.number(year).into())]);
    Ok(layout::show(&CommitmentsPage {
        missing: lines.iter().filter(|line| !line.is_written).count(),
        unchecked: lines.iter().filter(|line| line.is_written && !line.is_checked).count(),
        lines,
        page: page
            .at(Place::Members)
            .under(w.t("ratings-title"), "/ratings")
            .titled(title)
            .led(&view.organisation.name),
    }))
}
