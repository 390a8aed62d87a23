//! What was said of the state of dues, saved as it is typed.

use axum::{extract::Form, http::HeaderMap, response::Response};
use nennep_app::{App, meetings};

use super::{
    deed::{Deed, Typed},
    here::Here,
    text::{saved, sent},
};
use crate::{errors::Failure, layout::Page, routes::Routes, saving, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().put("/meetings/{meeting}/dues-note", save)
}

async fn save(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let version = typed.read("version").unwrap_or_default();
    let done = meetings::save_dues_note(&ctx, here.meeting, version, typed.get("note")).await;
    if saving::is_auto_save(&headers) {
        return saved("note", done, page.w);
    }
    let deed = Deed { ctx, page, here, form: "dues".to_owned(), typed };
    sent(deed, "dues".to_owned(), done).await
}
