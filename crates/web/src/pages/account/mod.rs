//! One's own account: password, second factor, sessions, tokens.

mod password;
mod second_factor;
mod sessions;
mod tokens;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    accounts::{self, Session, Token},
};
use nennep_documents::codes;
use nennep_domain::{ids::SessionId, problems::Problems, time::Instant};

use crate::{
    errors::Failure,
    layout::{self, Page},
    routes::Routes,
    session::Asker,
};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/account", show)
        .merge(password::routes())
        .merge(second_factor::routes())
        .merge(sessions::routes())
        .merge(tokens::routes())
}

/// A second factor on its way in.
struct Enrolling {
    /// The secret in groups of four letters, for typing.
    secret: String,
    square: Option<String>,
}

impl Enrolling {
    fn of(enrolment: &accounts::Enrolment) -> Self {
        let letters: Vec<char> = enrolment.secret.chars().collect();
        let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
        Self { secret: groups.collect::<Vec<_>>().join(" "), square: codes::qr(&enrolment.address) }
    }
}

/// A token just made: its secret is on this answer only.
struct NewSecret {
    name: String,
    secret: String,
    until: Instant,
}

/// What one form of the page has to say; the others are as they always are.
#[derive(Default)]
struct Said {
    problems: Problems,
    enrolling: Option<Enrolling>,
    secret: Option<NewSecret>,
    token_name: String,
    token_days: String,
    token_writes: bool,
}

#[derive(Template)]
#[template(path = "account/page.html")]
struct AccountPage {
    page: Page,
    said: Said,
    login: String,
    second_factor_since: Option<Instant>,
    sessions: Vec<Session>,
    own_session: Option<SessionId>,
    tokens: Vec<Token>,
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    draw(&ctx, page, Said { token_days: "90".to_owned(), ..Said::default() }).await
}

async fn draw(ctx: &Ctx, page: Page, said: Said) -> Result<Response, Failure> {
    let account = accounts::own(ctx).await?;
    let w = page.w;
    let status = if said.problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = AccountPage {
        login: account.login,
        second_factor_since: account.totp_confirmed_at,
        sessions: accounts::sessions(ctx).await?,
        own_session: ctx.session,
        tokens: accounts::tokens(ctx).await?,
        page: page.titled(w.t("menu-own-account")).led(account.name),
        said,
    };
    Ok(layout::page(status, &template))
}
