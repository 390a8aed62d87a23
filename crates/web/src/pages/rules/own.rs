//! Ending a committee's own value, letting it hold on again, and withdrawing one just set.

use axum::{
    extract::{Form, Path},
    response::Response,
};
use nennep_app::{App, Error, rules};
use nennep_domain::{
    ids::OverrideId,
    problems::{Problems, Sentence},
};

use super::show::show;
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .delete("/rules/{key}/own/{own}", withdraw)
        .post("/rules/{key}/own/{own}/end", end)
        .delete("/rules/{key}/own/{own}/end", hold_on)
}

fn told(key: &str, flash: &Flash) -> Response {
    see_other(&format!("/rules/{key}"), Some(flash))
}

async fn withdraw(
    Asker(ctx): Asker,
    Path((key, id)): Path<(String, OverrideId)>,
) -> Result<Response, Failure> {
    rules::withdraw_override(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("rules-done-withdrawn"));
    Ok(told(&key, &flash.undone_by(format!("/rules/{key}/own/{id}/end"))))
}

async fn end(
    Asker(ctx): Asker,
    page: Page,
    Path((key, id)): Path<(String, OverrideId)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let to = typed.date("to", &mut problems);
    if to.is_none() && problems.0.is_empty() {
        problems.add("to", Sentence::new("field-date-unreadable"));
    }
    if !problems.0.is_empty() {
        return show(&ctx, &page, &key, "", problems).await;
    }
    match rules::end_override(&ctx, id, to).await {
        Ok(_) => {
            let flash = Flash::done(&Sentence::new("rules-done-ended"));
            Ok(told(&key, &flash.undone_by(format!("/rules/{key}/own/{id}/end"))))
        }
        Err(Error::Invalid(problems)) => show(&ctx, &page, &key, "", problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn hold_on(
    Asker(ctx): Asker,
    Path((key, id)): Path<(String, OverrideId)>,
) -> Result<Response, Failure> {
    rules::end_override(&ctx, id, None).await?;
    Ok(told(&key, &Flash::done(&Sentence::new("rules-done-holds-on"))))
}
