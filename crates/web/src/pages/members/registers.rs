//! A cell's registers: which there are, each as a file for today or a day past.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::Response,
};
use nennep_app::{
    App, organisations, reach,
    registers::{self, Kind},
};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId, problems::Problems};

use crate::{
    download,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::{Asker, form_encoded},
};

struct Line {
    name: String,
    help: String,
    pdf: String,
    xlsx: String,
}

#[derive(Template)]
#[template(path = "members/registers.html")]
struct RegistersPage {
    page: Page,
    action: String,
    on: String,
    lines: Vec<Line>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/registers", show)
        .get("/organisations/{organisation}/registers/{file}", file)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let one = organisations::show(&ctx, cell).await?.organisation;
    if !reach::may_at(&ctx, Action::SeeMemberFile, cell).await? {
        return Err(Failure::forbidden());
    }
    let w = page.w;
    let on = asked.get("on").to_owned();
    let action = format!("/organisations/{cell}/registers");
    let line = |kind: Kind| {
        let path = format!("{action}/{}", kind.as_str());
        let query = form_encoded(&on);
        Line {
            name: w.one_of("registers-kind", kind.as_str()),
            help: w.one_of("registers-help", kind.as_str()),
            pdf: format!("{path}.pdf?on={query}"),
            xlsx: format!("{path}.xlsx?on={query}"),
        }
    };
    let lines = Kind::ALL.map(line).into();
    let page = page
        .at(Place::Members)
        .titled(w.t("registers-title"))
        .led(one.name.as_str())
        .under(w.t("members-title"), format!("/members?of={cell}"));
    Ok(layout::show(&RegistersPage { page, action, on, lines }))
}

async fn file(
    Asker(ctx): Asker,
    Path((cell, file)): Path<(String, String)>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    let cell: OrganisationId = cell.parse().map_err(|_| Failure::not_found())?;
    let (kind, ending) = file.split_once('.').ok_or(Failure::not_found())?;
    let kind: Kind = kind.parse()?;
    let format = ending.parse().map_err(|_| Failure::not_found())?;
    let on = asked.date("on", &mut Problems::default());
    let written = registers::of_cell(&ctx, cell, kind, on, format).await?;
    Ok(download::written(&written))
}
