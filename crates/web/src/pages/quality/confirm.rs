//! The confirmation of a self-score by the member of the superior committee who attended.

use axum::{extract::Path, response::Response};
use nennep_app::{App, quality};
use nennep_domain::{ids::MeetingId, problems::Sentence};

use crate::{
    errors::Failure,
    layout::{Flash, see_other},
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/meetings/{meeting}/score/confirmation";

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().post(PATH, confirm).delete(PATH, take_back)
}

async fn confirm(Asker(ctx): Asker, Path(id): Path<MeetingId>) -> Result<Response, Failure> {
    quality::confirm(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("quality-done-confirmed"));
    let flash = flash.undone_by(format!("/meetings/{id}/score/confirmation"));
    Ok(see_other(&format!("/meetings/{id}/score"), Some(&flash)))
}

async fn take_back(Asker(ctx): Asker, Path(id): Path<MeetingId>) -> Result<Response, Failure> {
    quality::take_confirmation_back(&ctx, id).await?;
    let flash = Flash::done(&Sentence::new("quality-undone-confirmed"));
    Ok(see_other(&format!("/meetings/{id}/score"), Some(&flash)))
}
