//! Ending a term on a day, opening it again, and taking back one that was entered by mistake.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{App, Ctx, Error, offices};
use nennep_domain::{
    ids::OfficeId,
    problems::{Problems, Sentence},
};

use super::TermLine;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "offices/end.html")]
struct EndPage {
    page: Page,
    problems: Problems,
    term: TermLine,
    on: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/offices/{office}/ending", ask)
        .post("/offices/{office}/ending", end)
        .delete("/offices/{office}/ending", reopen)
        .delete("/offices/{office}", take_back)
}

async fn ask(Asker(ctx): Asker, page: Page, At(id): At<OfficeId>) -> Result<Response, Failure> {
    let on = ctx.now().date().to_string();
    show(&ctx, page, id, on, Problems::default()).await
}

async fn show(
    ctx: &Ctx,
    page: Page,
    id: OfficeId,
    on: String,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let (holder, organisation) = offices::find(ctx, id).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let term = TermLine::of(&page, &holder, &organisation.name);
    let page = page
        .at(Place::Organisations)
        .titled(w.t("offices-end-title"))
        .under(&organisation.name, format!("/organisations/{}", organisation.id));
    Ok(layout::page(status, &EndPage { page, problems, term, on }))
}

async fn end(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<OfficeId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("on", Sentence::new("members-from-missing"));
    }
    let Some(on) = on else { return show(&ctx, page, id, typed.get("on").to_owned(), problems).await };
    match offices::end(&ctx, id, on).await {
        Ok(of) => {
            let flash = Flash::done(&Sentence::new("offices-ended"));
            let flash = flash.undone_by(format!("/offices/{id}/ending"));
            Ok(see_other(&format!("/organisations/{of}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => show(&ctx, page, id, typed.get("on").to_owned(), problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn reopen(Asker(ctx): Asker, At(id): At<OfficeId>) -> Result<Response, Failure> {
    let of = offices::reopen(&ctx, id).await?;
    Ok(see_other(&format!("/organisations/{of}"), Some(&Flash::done(&Sentence::new("offices-reopened")))))
}

async fn take_back(Asker(ctx): Asker, At(id): At<OfficeId>) -> Result<Response, Failure> {
    let of = offices::take_back(&ctx, id).await?;
    Ok(see_other(&format!("/organisations/{of}"), Some(&Flash::done(&Sentence::new("offices-taken-back")))))
}
