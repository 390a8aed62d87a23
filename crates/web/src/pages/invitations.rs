//! First use: a code from paper, then a password of one's own.

use askama::Template;
use axum::{
    extract::{Form, Query, State},
    http::StatusCode,
    response::Response,
};
use nennep_app::{App, Error, accounts};
use nennep_domain::problems::{Problems, Sentence};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, see_other},
    routes::Routes,
};

#[derive(Template)]
#[template(path = "invitations/page.html")]
struct InvitationPage {
    page: Page,
    problems: Problems,
    code: String,
    /// Whose invitation it is, once the code was read.
    owner: Option<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/invitations", open).post("/invitations", accept)
}

async fn open(State(app): State<App>, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    show(&app, &page, asked.get("code"), Problems::default()).await
}

async fn show(app: &App, page: &Page, code: &str, mut problems: Problems) -> Result<Response, Failure> {
    let w = page.w;
    let owner = match accounts::open_invitation(app, code).await {
        _ if code.trim().is_empty() => None,
        Ok(invited) => Some((invited.account.name, invited.account.login)),
        Err(Error::Refused(refusal)) => {
            problems = Problems::one("code", refusal.sentence());
            None
        }
        Err(other) => return Err(other.into()),
    };
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page.clone().titled(w.t("invitations-title"));
    Ok(layout::page(status, &InvitationPage { page, problems, code: code.trim().to_owned(), owner }))
}

async fn accept(State(app): State<App>, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let (code, password) = (typed.get("code"), typed.get("password"));
    if password != typed.get("again") {
        let problems = Problems::one("again", Sentence::new("account-password-differs"));
        return show(&app, &page, code, problems).await;
    }
    match accounts::accept(&app, code, password).await {
        Ok(_) => {
            let flash = Flash::done(&Sentence::new("invitations-accepted"));
            Ok(see_other("/sign-in", Some(&flash)))
        }
        Err(Error::Invalid(problems)) => show(&app, &page, code, problems).await,
        Err(Error::Refused(refusal)) => {
            show(&app, &page, code, Problems::one("code", refusal.sentence())).await
        }
        Err(other) => Err(other.into()),
    }
}
