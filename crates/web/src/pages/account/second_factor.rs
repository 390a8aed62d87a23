//! The second factor: shown as a square for the telephone, confirmed with a first code, removed with the password.

use axum::{extract::Form, response::Response};
use nennep_app::{App, Error, accounts};
use nennep_domain::problems::Sentence;

use super::{Enrolling, Said, draw};
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
        .post("/account/second-factor", begin)
        .post("/account/second-factor/confirmation", confirm)
        .delete("/account/second-factor", remove)
}

async fn begin(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let enrolling = Some(Enrolling::of(&accounts::begin_totp(&ctx).await?));
    draw(&ctx, page, Said { enrolling, ..Said::default() }).await
}

async fn confirm(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    match accounts::confirm_totp(&ctx, typed.get("code")).await {
        Ok(()) => Ok(see_other("/account", Some(&Flash::done(&Sentence::new("account-second-factor-on"))))),
        Err(Error::Invalid(problems)) => {
            // The same secret stays: the telephone has it already.
            let enrolling = Some(Enrolling::of(&accounts::pending_totp(&ctx).await?));
            draw(&ctx, page, Said { problems, enrolling, ..Said::default() }).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn remove(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    match accounts::remove_totp(&ctx, typed.get("password")).await {
        Ok(()) => Ok(see_other("/account", Some(&Flash::done(&Sentence::new("account-second-factor-off"))))),
        Err(Error::Invalid(problems)) => draw(&ctx, page, Said { problems, ..Said::default() }).await,
        Err(other) => Err(other.into()),
    }
}
