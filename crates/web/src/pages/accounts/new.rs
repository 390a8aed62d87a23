//! Making an account: for a member, or for somebody of the office who is no member here.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Error,
    accounts::{self, NewAccount},
};
use nennep_domain::problems::{Problems, Sentence};

use crate::{
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "accounts/new.html")]
struct NewPage {
    page: Page,
    problems: Problems,
    member: String,
    owner: String,
    login: String,
    email: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/accounts/new", new).post("/accounts", create)
}

async fn new(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    if !accounts::keeps_accounts(&ctx) {
        return Err(Failure::not_found());
    }
    let mut typed = Typed::default().with("member", asked.get("member"));
    if let Some(member) = asked.read("member") {
        typed.set("name", accounts::name_for(&ctx, member).await?);
    }
    Ok(show(page, &typed, Problems::default()))
}

fn show(page: Page, typed: &Typed, problems: Problems) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let text = |field: &str| typed.get(field).to_owned();
    let page = page.at(Place::Setup).titled(w.t("accounts-new")).under(w.t("accounts-title"), "/accounts");
    let (member, owner) = (text("member"), text("name"));
    let (login, email) = (text("login"), text("email"));
    layout::page(status, &NewPage { page, problems, member, owner, login, email })
}

async fn create(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let new = NewAccount {
        login: typed.get("login").to_owned(),
        name: typed.get("name").to_owned(),
        email: typed.get("email").to_owned(),
        member: typed.read("member"),
    };
    match accounts::create(&ctx, &new).await {
        Ok(id) => {
            let flash = Flash::done(&Sentence::new("accounts-made"));
            Ok(see_other(&format!("/accounts/{id}"), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => Ok(show(page, &typed, problems)),
        Err(other) => Err(other.into()),
    }
}
