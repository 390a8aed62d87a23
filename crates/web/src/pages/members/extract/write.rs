//! The page at which an extract is written: what it would hold, and the fingerprint to be carried on paper beside it.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, members::extract};
use nennep_domain::ids::MemberId;

use crate::{
    download,
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "members/extract/write.html")]
struct WritePage {
    page: Page,
    action: String,
    member_name: String,
    cell: String,
    today: String,
    fingerprint: String,
    is_own: bool,
    gives_discipline: bool,
    gives_dues: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/members/{member}/extract", show).post("/members/{member}/extract", write)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let offered = extract::offered(&ctx, id).await?;
    let w = page.w;
    let is_own = ctx.actor.member == Some(id);
    let title = if is_own { w.t("extract-own-title") } else { w.t("extract-title") };
    let (path, today) = (format!("/members/{id}"), w.date(ctx.now().date()));
    let page = page.at(Place::Members).titled(title).led(&offered.name).under(&offered.name, path);
    Ok(layout::show(&WritePage {
        page,
        action: format!("/members/{id}/extract"),
        member_name: offered.name,
        cell: offered.cell,
        today,
        fingerprint: offered.key.fingerprint(),
        is_own,
        gives_discipline: offered.gives_discipline,
        gives_dues: offered.gives_dues,
    }))
}

async fn write(Asker(ctx): Asker, At(id): At<MemberId>) -> Result<Response, Failure> {
    let written = extract::write(&ctx, id).await?;
    Ok(download::text(&written.file_name, written.text))
}
