//! Additions to adopted minutes: shown below them, never in their place.

use axum::{extract::Form, response::Response};
use nennep_app::{App, meetings};
use nennep_domain::{ids::AdditionId, problems::Sentence};

use super::{
    deed::{Deed, Done, Typed},
    here::{Here, Sheet},
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/meetings/{meeting}/additions", add)
}

async fn add(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let here = Here { sheet: Sheet::Minutes, ..here };
    let id = typed.read("id").unwrap_or(AdditionId(ctx.new_id()));
    let (body, reason) = (typed.get("body"), typed.get("reason"));
    let done = meetings::add_to_minutes(&ctx, here.meeting, id, body, reason).await;
    let done = done.map(|()| Done::at(format!("addition-{id}")).told(&Sentence::new("minutes-added")));
    Deed { ctx, page, here, form: "addition".to_owned(), typed }.answer(done).await
}
