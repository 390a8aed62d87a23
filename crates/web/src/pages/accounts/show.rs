//! One account: its offices, its open sessions, its tokens.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    accounts::{self, AccountView, Session, Token},
};
use nennep_domain::ids::{AccountId, OrganisationId};

use super::list::state;
use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
};

struct OfficeLine {
    office: &'static str,
    of: String,
    path: String,
    is_held: bool,
}

#[derive(Template)]
#[template(path = "accounts/show.html")]
struct ShowPage {
    page: Page,
    id: AccountId,
    login: String,
    email: String,
    state: &'static str,
    tone: &'static str,
    second_factor: bool,
    is_own: bool,
    member: Option<String>,
    offices: Vec<OfficeLine>,
    sessions: Vec<Session>,
    tokens: Vec<Token>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/accounts/{account}", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<AccountId>) -> Result<Response, Failure> {
    let view = accounts::show(&ctx, id).await?;
    Ok(layout::show(&page_of(page, view, ctx.actor.account == Some(id))))
}

fn page_of(page: Page, view: AccountView, is_own: bool) -> ShowPage {
    let w = page.w;
    let today = page.now.date();
    let (state, tone) = state(&view.account);
    let name = |id: OrganisationId| {
        view.organisations.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default()
    };
    let office = |term: &nennep_domain::accounts::OfficeTerm| OfficeLine {
        office: term.office.as_str(),
        of: name(term.organisation),
        path: format!("/organisations/{}", term.organisation),
        is_held: term.holds_on(today),
    };
    ShowPage {
        id: view.account.id,
        login: view.account.login.clone(),
        email: view.account.email.clone(),
        state,
        tone,
        second_factor: view.account.totp_confirmed_at.is_some(),
        is_own,
        member: view.account.member.filter(|_| view.opens_file).map(|member| format!("/members/{member}")),
        offices: view.offices.iter().map(office).collect(),
        page: page.at(Place::Setup).titled(&view.account.name).under(w.t("accounts-title"), "/accounts"),
        sessions: view.sessions,
        tokens: view.tokens,
    }
}
