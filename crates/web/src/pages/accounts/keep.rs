//! Closing an account, ending its sessions, revoking its tokens.

use axum::response::Response;
use nennep_app::{App, accounts};
use nennep_domain::{
    ids::{AccountId, SessionId, TokenId},
    problems::Sentence,
};

use crate::{
    errors::Failure,
    layout::{Flash, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/accounts/{account}/closing", close)
        .delete("/accounts/{account}/closing", open)
        .delete("/accounts/{account}/sessions", end_sessions)
        .delete("/accounts/{account}/sessions/{session}", end_session)
        .delete("/accounts/{account}/tokens/{token}", revoke)
}

fn told(id: AccountId, flash: &Flash) -> Response {
    see_other(&format!("/accounts/{id}"), Some(flash))
}

async fn close(Asker(ctx): Asker, At(id): At<AccountId>) -> Result<Response, Failure> {
    accounts::close(&ctx, id, true).await?;
    let flash = Flash::done(&Sentence::new("accounts-closed"));
    Ok(told(id, &flash.undone_by(format!("/accounts/{id}/closing"))))
}

async fn open(Asker(ctx): Asker, At(id): At<AccountId>) -> Result<Response, Failure> {
    accounts::close(&ctx, id, false).await?;
    Ok(told(id, &Flash::done(&Sentence::new("accounts-opened"))))
}

async fn end_sessions(Asker(ctx): Asker, At(id): At<AccountId>) -> Result<Response, Failure> {
    accounts::end_sessions_of(&ctx, id, None).await?;
    Ok(told(id, &Flash::done(&Sentence::new("accounts-sessions-ended"))))
}

async fn end_session(
    Asker(ctx): Asker,
    At((id, session)): At<(AccountId, SessionId)>,
) -> Result<Response, Failure> {
    accounts::end_sessions_of(&ctx, id, Some(session)).await?;
    Ok(told(id, &Flash::done(&Sentence::new("account-session-ended"))))
}

async fn revoke(Asker(ctx): Asker, At((id, token)): At<(AccountId, TokenId)>) -> Result<Response, Failure> {
    accounts::revoke_token_of(&ctx, id, token).await?;
    Ok(told(id, &Flash::done(&Sentence::new("account-token-revoked"))))
}
