//! Accounts by name.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App,
    accounts::{self, Account, Search},
};
use nennep_domain::{ids::AccountId, names};

use crate::{
    components::{Choice, Pager},
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    routes::Routes,
    session::{Asker, form_encoded},
};

/// How many accounts one leaf shows.
const LEAF: usize = 50;

struct Line {
    name: String,
    login: String,
    path: String,
    /// `open`, `unused` or `closed`.
    state: &'static str,
    tone: &'static str,
    second_factor: bool,
}

#[derive(Template)]
#[template(path = "accounts/list.html")]
struct ListPage {
    page: Page,
    words: String,
    states: Vec<Choice>,
    lines: Vec<Line>,
    pager: Pager,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/accounts", show)
}

/// What an account's state is called.
pub(super) const fn state(account: &Account) -> (&'static str, &'static str) {
    match (account.disabled_at.is_some(), account.password_hash.is_some()) {
        (true, _) => ("closed", "poor"),
        (false, true) => ("open", "good"),
        (false, false) => ("unused", "average"),
    }
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let after = asked.get("after").split_once('~');
    let after = after.and_then(|(id, key)| Some((key, id.parse::<AccountId>().ok()?)));
    let search = Search {
        words: asked.get("q"),
        unused: asked.get("state") == "unused",
        closed: asked.get("state") == "closed",
        after,
        limit: u32::try_from(LEAF + 1).unwrap_or(u32::MAX),
    };
    let mut found = accounts::search(&ctx, search).await?;
    let more = found.len() > LEAF;
    found.truncate(LEAF);
    Ok(layout::show(&page_of(page, &asked, &found, more)))
}

fn page_of(page: Page, asked: &Typed, found: &[Account], more: bool) -> ListPage {
    let w = page.w;
    let query =
        format!("/accounts?q={}&state={}", form_encoded(asked.get("q")), form_encoded(asked.get("state")));
    let after = found
        .last()
        .filter(|_| more)
        .map(|last| format!("{query}&after={}~{}", last.id, form_encoded(&names::fold(&last.name))));
    let choice =
        |word: &'static str| Choice::new(word, w.one_of("accounts-state", word), word == asked.get("state"));
    let line = |account: &Account| {
        let (state, tone) = state(account);
        Line {
            name: account.name.clone(),
            login: account.login.clone(),
            path: format!("/accounts/{}", account.id),
            state,
            tone,
            second_factor: account.totp_confirmed_at.is_some(),
        }
    };
    ListPage {
        words: asked.get("q").to_owned(),
        states: ["unused", "closed"].into_iter().map(choice).collect(),
        lines: found.iter().map(line).collect(),
        pager: Pager {
            shown: found.len(),
            before: if asked.get("after").is_empty() { String::new() } else { query },
            after: after.unwrap_or_default(),
        },
        page: page.at(Place::Setup).titled(w.t("accounts-title")).under(w.t("place-setup"), "/setup"),
    }
}
