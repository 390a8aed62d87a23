//! Tokens for programs that act for one: made, shown once, revoked.

use axum::{extract::Form, response::Response};
use nennep_app::{
    App, Error,
    accounts::{self, NewToken},
};
use nennep_domain::{ids::TokenId, problems::Sentence};

use super::{NewSecret, Said, draw};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post("/account/tokens", issue).delete("/account/tokens/{token}", revoke)
}

async fn issue(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    let write = typed.get("write") == "true";
    let name = typed.get("name").to_owned();
    let new = NewToken { name: name.clone(), write, days: typed.read("days").unwrap_or(0) };
    match accounts::issue_token(&ctx, &new).await {
        Ok((_, secret, until)) => {
            let secret = Some(NewSecret { name, secret, until });
            draw(&ctx, page, Said { secret, token_days: "90".to_owned(), ..Said::default() }).await
        }
        Err(Error::Invalid(problems)) => {
            let token_days = typed.get("days").to_owned();
            let said =
                Said { problems, token_name: name, token_days, token_writes: write, ..Said::default() };
            draw(&ctx, page, said).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn revoke(Asker(ctx): Asker, At(token): At<TokenId>) -> Result<Response, Failure> {
    accounts::revoke_token(&ctx, token).await?;
    Ok(see_other("/account", Some(&Flash::done(&Sentence::new("account-token-revoked")))))
}
