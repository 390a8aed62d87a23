//! Signing in and out.

use std::net::SocketAddr;

use askama::Template;
use axum::{
    Extension,
    extract::{ConnectInfo, Form, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    accounts::{self, Attempt},
};
use nennep_domain::problems::{Problems, Sentence};
use serde::Deserialize;

use crate::{
    errors::Failure,
    layout::{self, Flash, Page, local_path, see_other},
    routes::Routes,
    session,
};

#[derive(Template)]
#[template(path = "sign_in/page.html")]
struct SignInPage {
    page: Page,
    problems: Problems,
    login: String,
    back: String,
}

#[derive(Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    login: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    back: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/sign-in", form).post("/sign-in", sign_in).post("/sign-out", sign_out)
}

fn show(page: &Page, typed: Typed, problems: Problems) -> Response {
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page.clone().titled(page.w.t("sign-in-title"));
    layout::page(status, &SignInPage { page, problems, login: typed.login, back: typed.back })
}

async fn form(State(app): State<App>, page: Page, Query(typed): Query<Typed>) -> Result<Response, Failure> {
    if page.reader.is_some() {
        return Ok(see_other(local_path(&typed.back), None));
    }
    // Where there is no account yet, there is nothing to sign in to.
    if accounts::is_untouched(&app).await? {
        return Ok(see_other("/setup", None));
    }
    Ok(show(&page, typed, Problems::default()))
}

async fn sign_in(
    State(app): State<App>,
    page: Page,
    from: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let device = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let origin = from.map_or_else(String::new, |Extension(ConnectInfo(address))| address.ip().to_string());
    let (login, password, code) = (typed.login.as_str(), typed.password.as_str(), typed.code.as_str());
    match accounts::sign_in(&app, Attempt { login, password, code, origin: &origin, device }).await {
        Ok(signed_in) => {
            let cookie = session::cookie_of(&signed_in, app.now(), app.address.starts_with("https:"));
            Ok(session::with_cookie(see_other(local_path(&typed.back), None), cookie))
        }
        Err(Error::Refused(refusal)) => Ok(show(&page, typed, Problems::one("", refusal.sentence()))),
        Err(other) => Err(other.into()),
    }
}

async fn sign_out(ctx: Option<Extension<Ctx>>) -> Result<Response, Failure> {
    if let Some(Extension(ctx)) = ctx {
        accounts::sign_out(&ctx).await?;
    }
    let told = see_other("/sign-in", Some(&Flash::done(&Sentence::new("sign-out-done"))));
    Ok(session::with_cookie(told, session::cookie_gone()))
}
