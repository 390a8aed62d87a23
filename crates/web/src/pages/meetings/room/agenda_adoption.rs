//! Adopting the agenda without counting hands, where nobody objects, and taking that back.

use axum::response::Response;
use nennep_app::{App, meetings};
use nennep_domain::problems::Sentence;

use super::{
    deed::{Deed, Done, Typed},
    here::Here,
};
use crate::{errors::Failure, layout::Page, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/agenda-adoption", adopt)
        .delete("/meetings/{meeting}/agenda-adoption", take_back)
}

async fn adopt(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::adopt_agenda(&ctx, here.meeting, true).await;
    let told = Sentence::new("room-agenda-adopted");
    let done = done.map(|()| Done::at("").told(&told).undone_by(here.post("agenda-adoption")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn take_back(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::adopt_agenda(&ctx, here.meeting, false).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("room-agenda-open")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
