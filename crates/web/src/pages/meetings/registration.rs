//! Date and place registered with the superior committee, agreed to by it; a meeting called off. Each can be taken back.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{App, Ctx, Error, meetings};
use nennep_domain::{
    ids::MeetingId,
    problems::{Problems, Sentence},
};

use super::said;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, local_path, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "meetings/cancellation.html")]
struct CancellationPage {
    page: Page,
    action: String,
    back: String,
    reason: String,
    problems: Problems,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/registration", register)
        .delete("/meetings/{meeting}/registration", take_registration_back)
        .post("/meetings/{meeting}/approval", approve)
        .delete("/meetings/{meeting}/approval", take_approval_back)
        .get("/meetings/{meeting}/cancellation", ask)
        .post("/meetings/{meeting}/cancellation", cancel)
        .delete("/meetings/{meeting}/cancellation", uncancel)
}

/// Back to the meeting, or to the page a form names.
fn back_to(id: MeetingId, typed: Option<&Typed>) -> String {
    let named = typed.map_or("", |typed| typed.get("back"));
    if named.is_empty() { format!("/meetings/{id}") } else { local_path(named).to_owned() }
}

async fn register(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    meetings::register(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("registration-done"));
    Ok(see_other(&back_to(id, None), Some(&flash.undone_by(format!("/meetings/{id}/registration")))))
}

async fn take_registration_back(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    meetings::take_registration_back(&ctx, id).await?;
    Ok(see_other(&back_to(id, None), Some(&Flash::done(&Sentence::new("registration-taken-back")))))
}

async fn approve(
    Asker(ctx): Asker,
    At(id): At<MeetingId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    meetings::approve(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("approval-done")).undone_by(format!("/meetings/{id}/approval"));
    Ok(see_other(&back_to(id, Some(&typed)), Some(&flash)))
}

async fn take_approval_back(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    meetings::take_approval_back(&ctx, id).await?;
    Ok(see_other(&back_to(id, None), Some(&Flash::done(&Sentence::new("approval-taken-back")))))
}

async fn cancellation(
    ctx: &Ctx,
    page: Page,
    id: MeetingId,
    reason: String,
    problems: Problems,
) -> Result<Response, Failure> {
    let view = meetings::show(ctx, id).await?;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let title = page.w.t("cancellation-title");
    let page = said::below(page, &view.meeting, title);
    let (action, back) = (format!("/meetings/{id}/cancellation"), back_to(id, None));
    Ok(layout::page(status, &CancellationPage { page, action, back, reason, problems }))
}

async fn ask(Asker(ctx): Asker, page: Page, At(id): At<MeetingId>) -> Result<Response, Failure> {
    cancellation(&ctx, page, id, String::new(), Problems::default()).await
}

async fn cancel(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MeetingId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    match meetings::cancel(&ctx, id, typed.get("reason")).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("cancellation-done"));
            let flash = flash.undone_by(format!("/meetings/{id}/cancellation"));
            Ok(see_other(&back_to(id, None), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => {
            cancellation(&ctx, page, id, typed.get("reason").to_owned(), problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn uncancel(Asker(ctx): Asker, At(id): At<MeetingId>) -> Result<Response, Failure> {
    meetings::uncancel(&ctx, id).await?;
    Ok(see_other(&back_to(id, None), Some(&Flash::done(&Sentence::new("cancellation-taken-back")))))
}
