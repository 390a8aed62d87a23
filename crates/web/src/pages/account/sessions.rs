//! Ending one's own sessions on other devices.

use axum::response::Response;
use nennep_app::{App, accounts};
use nennep_domain::{ids::SessionId, problems::Sentence};

use crate::{
    errors::Failure,
    layout::{Flash, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().delete("/account/sessions", end_others).delete("/account/sessions/{session}", end)
}

async fn end(Asker(ctx): Asker, At(session): At<SessionId>) -> Result<Response, Failure> {
    accounts::end_session(&ctx, session).await?;
    Ok(see_other("/account", Some(&Flash::done(&Sentence::new("account-session-ended")))))
}

async fn end_others(Asker(ctx): Asker) -> Result<Response, Failure> {
    let ended = accounts::end_other_sessions(&ctx).await?;
    let count = u32::try_from(ended).unwrap_or(u32::MAX);
    let flash = Flash::done(&Sentence::new("account-sessions-ended").with("count", count));
    Ok(see_other("/account", Some(&flash)))
}
