//! A cell's register as a file: Mẫu 7-HSĐV for today or a day past.

use axum::{extract::Query, response::Response};
use nennep_app::{
    App, Ctx,
    registers::{self, Format},
};
use nennep_domain::{ids::OrganisationId, problems::Problems};

use crate::{download, errors::Failure, forms::Typed, path::At, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/registers/7-hsdv.pdf", pdf)
        .get("/organisations/{organisation}/registers/7-hsdv.xlsx", xlsx)
}

async fn pdf(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    written(&ctx, cell, &asked, Format::Pdf).await
}

async fn xlsx(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    written(&ctx, cell, &asked, Format::Xlsx).await
}

async fn written(
    ctx: &Ctx,
    cell: OrganisationId,
    asked: &Typed,
    format: Format,
) -> Result<Response, Failure> {
    let on = asked.date("on", &mut Problems::default());
    let written = registers::members_of_cell(ctx, cell, on, format).await?;
    Ok(download::written(&written))
}
