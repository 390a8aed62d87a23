//! Changing one's own password.

use axum::{extract::Form, response::Response};
use nennep_app::{App, Error, accounts};
use nennep_domain::problems::{Problems, Sentence};

use super::{Said, draw};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/account/password", change)
}

async fn change(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let (new, again) = (typed.get("new"), typed.get("again"));
    let changed = if new == again {
        accounts::change_password(&ctx, typed.get("present"), new).await
    } else {
        Err(Error::Invalid(Problems::one("again", Sentence::new("account-password-differs"))))
    };
    match changed {
        Ok(()) => Ok(see_other("/account", Some(&Flash::done(&Sentence::new("account-password-changed"))))),
        Err(Error::Invalid(problems)) => draw(&ctx, page, Said { problems, ..Said::default() }).await,
        Err(other) => Err(other.into()),
    }
}
