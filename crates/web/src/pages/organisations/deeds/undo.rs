//! Taking back a done deed: asked first, then done, or what stands in the way.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, organisations::deeds};
use nennep_domain::{ids::DeedId, problems::Sentence};

use super::DeedLine;
use crate::{
    errors::Failure,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "organisations/deeds/undo.html")]
struct UndoPage {
    page: Page,
    deed: DeedLine,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/deeds/{deed}/taking-back", ask).post("/deeds/{deed}/taking-back", take_back)
}

async fn ask(Asker(ctx): Asker, page: Page, At(id): At<DeedId>) -> Result<Response, Failure> {
    let w = page.w;
    let deed = DeedLine::of(w, &deeds::find(&ctx, id).await?);
    let page = page
        .at(Place::Organisations)
        .titled(w.t("history-undo-title"))
        .under(w.t("history-list-title"), "/deeds");
    Ok(layout::show(&UndoPage { page, deed }))
}

async fn take_back(Asker(ctx): Asker, At(id): At<DeedId>) -> Result<Response, Failure> {
    deeds::take_back(&ctx, id).await?;
    Ok(see_other("/deeds", Some(&Flash::done(&Sentence::new("history-undone")))))
}
