//! Off a list: dropped with the reason, put back, moved to another cell's list.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, Error,
    organisations::{self, Filter},
    recruiting::{self, CandidateView},
};
use nennep_domain::{
    ids::{CandidateId, OrganisationId},
    organisations::OrganisationKind,
    problems::{Problems, Sentence},
};

use crate::{
    components::{Choice, RuleText},
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// So many cells are offered.
const MOST: u32 = 1_000;

#[derive(Template)]
#[template(path = "recruiting/leave.html")]
struct LeavePage {
    page: Page,
    problems: Problems,
    action: String,
    back: String,
    typed: Typed,
    /// The cells to move to; none for a form that drops.
    cells: Vec<Choice>,
    moves: bool,
    rule: Option<RuleText>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/candidates/{candidate}/dropping", ask_drop)
        .post("/candidates/{candidate}/dropping", drop_from_list)
        .delete("/candidates/{candidate}/dropping", put_back)
        .get("/candidates/{candidate}/move", ask_move)
        .post("/candidates/{candidate}/move", move_to)
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    view: &CandidateView,
    moves: bool,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let id = view.file.candidate.id;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let (path, title) =
        if moves { ("move", w.t("recruiting-move")) } else { ("dropping", w.t("recruiting-drop")) };
    let name = &view.file.candidate.person.name;
    let template = LeavePage {
        problems,
        action: format!("/candidates/{id}/{path}"),
        back: format!("/candidates/{id}"),
        cells: if moves { cells(ctx, view, &typed).await? } else { Vec::new() },
        moves,
        rule: if moves { None } else { RuleText::of(w, &view.rules, "privacy.dropped_candidate_months") },
        typed,
        page: page.at(Place::Members).titled(title).led(name).under(name, format!("/candidates/{id}")),
    };
    Ok(layout::page(status, &template))
}

async fn cells(ctx: &Ctx, view: &CandidateView, typed: &Typed) -> Result<Vec<Choice>, Failure> {
    let filter = Filter { kind: Some(OrganisationKind::Cell), limit: MOST, ..Filter::default() };
    let cells = organisations::list(ctx, filter).await?;
    let others = cells.iter().filter(|cell| cell.id != view.cell.id);
    let choice = |cell: &nennep_domain::organisations::Organisation| {
        let id = cell.id.to_string();
        let chosen = typed.get("cell") == id;
        Choice::new(id, &cell.name, chosen)
    };
    Ok(others.map(choice).collect())
}

fn today(ctx: &Ctx) -> Typed {
    Typed::default().with("on", ctx.now().date().to_string())
}

async fn ask_drop(Asker(ctx): Asker, page: Page, At(id): At<CandidateId>) -> Result<Response, Failure> {
    let view = recruiting::for_change(&ctx, id).await?;
    shown(&ctx, page, &view, false, today(&ctx), Problems::default()).await
}

async fn ask_move(Asker(ctx): Asker, page: Page, At(id): At<CandidateId>) -> Result<Response, Failure> {
    let view = recruiting::for_change(&ctx, id).await?;
    shown(&ctx, page, &view, true, today(&ctx), Problems::default()).await
}

/// The day of the form; today where nothing was typed.
fn day(ctx: &Ctx, typed: &Typed) -> Result<Date, Problems> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems).unwrap_or_else(|| ctx.now().date());
    problems.or(Some(on))
}

/// What was wrong with a form, if that is all that stood against it.
fn wrong(error: Error) -> Result<Problems, Failure> {
    match error {
        Error::Refused(refusal) => Ok(Problems::one("", refusal.sentence())),
        Error::Invalid(problems) => Ok(problems),
        other => Err(other.into()),
    }
}

async fn drop_from_list(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CandidateId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = match day(&ctx, &typed) {
        Ok(on) => recruiting::drop_from_list(&ctx, id, on, typed.get("reason")).await,
        Err(problems) => Err(problems.into()),
    };
    if let Err(error) = done {
        let problems = wrong(error)?;
        let view = recruiting::for_change(&ctx, id).await?;
        return shown(&ctx, page, &view, false, typed, problems).await;
    }
    let flash = Flash::done(&Sentence::new("recruiting-is-dropped"));
    let flash = flash.undone_by(format!("/candidates/{id}/dropping"));
    Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
}

async fn put_back(Asker(ctx): Asker, At(id): At<CandidateId>) -> Result<Response, Failure> {
    recruiting::put_back(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("recruiting-is-back"));
    Ok(see_other(&format!("/candidates/{id}"), Some(&flash)))
}

async fn move_to(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CandidateId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let view = recruiting::for_change(&ctx, id).await?;
    let to: Option<OrganisationId> = typed.read("cell");
    let done = match (day(&ctx, &typed), to) {
        (Err(problems), _) => Err(problems.into()),
        (Ok(_), None) => Err(Error::invalid("cell", Sentence::new("recruiting-cell-missing"))),
        (Ok(on), Some(to)) => recruiting::move_to(&ctx, id, to, on).await,
    };
    if let Err(error) = done {
        let problems = wrong(error)?;
        return shown(&ctx, page, &view, true, typed, problems).await;
    }
    let flash = Flash::done(&Sentence::new("recruiting-is-moved"));
    Ok(see_other(&format!("/candidates?of={}", view.cell.id), Some(&flash)))
}
