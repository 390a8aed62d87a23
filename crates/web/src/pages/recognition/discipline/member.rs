//! What is kept of one member, for those who may see it and for the member. Reading it is noted.

use askama::Template;
use axum::response::Response;
use nennep_app::{App, recognition::discipline};
use nennep_domain::ids::MemberId;

use super::Measure;
use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
};

#[derive(Template)]
#[template(path = "recognition/discipline/member.html")]
struct MemberPage {
    page: Page,
    measures: Vec<Measure>,
    /// Where one is entered.
    add: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/members/{member}/discipline", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let w = page.w;
    let found = discipline::of_member(&ctx, id).await?;
    let measures = found.measures.iter().map(|view| Measure { of: String::new(), ..Measure::of(w, view) });
    Ok(layout::show(&MemberPage {
        measures: measures.collect(),
        add: (found.keeps && found.grade.is_some()).then(|| format!("/discipline/new?member={id}")),
        page: page
            .at(Place::Members)
            .titled(w.t("discipline-title"))
            .led(&found.name)
            .under(&found.name, format!("/members/{id}")),
    }))
}
