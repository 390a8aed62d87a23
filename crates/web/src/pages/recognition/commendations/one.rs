//! One commendation: what it says, taken back or set right within a day, ended by a later decision.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    recognition::commendations::{self, CommendationView},
};
use nennep_domain::{
    decisions::Decision,
    ids::CommendationId,
    problems::{Problems, Sentence},
    recognition::commendations::Recipient,
};

use super::{Praise, home};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recognition/commendations/one.html")]
struct OnePage {
    page: Page,
    problems: Problems,
    typed: Typed,
    praise: Praise,
    view: CommendationView,
    path: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/commendations/{commendation}", show)
        .delete("/commendations/{commendation}", take_back)
        .post("/commendations/{commendation}/end", end)
        .delete("/commendations/{commendation}/end", reopen)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<CommendationId>) -> Result<Response, Failure> {
    shown(&ctx, page, id, Typed::default(), Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: CommendationId,
    typed: Typed,
    problems: Problems,
) -> Result<Response, Failure> {
    let w = page.w;
    let view = commendations::find(ctx, id).await?;
    let praise = Praise::of(w, &view);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let to = view.kept.commendation.to;
    let place = match to {
        Recipient::Member(_) => Place::Members,
        Recipient::Organisation(_) => Place::Organisations,
    };
    let page = page.at(place).titled(&praise.kind).led(&praise.to);
    let page =
        page.under(w.t("commendations-title"), format!("/commendations?of={}", view.kept.commendation.place));
    let path = format!("/commendations/{id}");
    Ok(layout::page(status, &OnePage { page, problems, typed, praise, view, path }))
}

async fn take_back(Asker(ctx): Asker, At(id): At<CommendationId>) -> Result<Response, Failure> {
    let to = commendations::take_back(&ctx, id).await?;
    Ok(see_other(&home(to), Some(&Flash::done(&Sentence::new("commendations-taken-back")))))
}

async fn end(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<CommendationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let on = typed.date("decided_on", &mut problems);
    if on.is_none() && problems.0.is_empty() {
        problems.add("decided_on", Sentence::new("commendations-on-missing"));
    }
    let decision = on.and_then(|on| {
        let checked = Decision::check(typed.get("decision_number"), on, typed.get("decided_by"), on);
        checked.map_err(|(field, sentence)| problems.add(field, sentence)).ok()
    });
    let Some(decision) = decision else { return shown(&ctx, page, id, typed, problems).await };
    match commendations::end(&ctx, id, &decision).await {
        Ok(_) => {
            let path = format!("/commendations/{id}");
            let flash = Flash::done(&Sentence::new("commendations-ended"));
            Ok(see_other(&path, Some(&flash.undone_by(format!("{path}/end")))))
        }
        Err(Error::Refused(refusal)) => {
            shown(&ctx, page, id, typed, Problems::one("", refusal.sentence())).await
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, id, typed, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn reopen(Asker(ctx): Asker, At(id): At<CommendationId>) -> Result<Response, Failure> {
    commendations::reopen(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("commendations-reopened"));
    Ok(see_other(&format!("/commendations/{id}"), Some(&flash)))
}
