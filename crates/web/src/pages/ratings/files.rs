//! The sheet of a cell, and a member's self-review, as files.

use axum::{extract::Query, response::Response};
use nennep_app::{App, Ctx, ratings, registers::Format};
use nennep_domain::ids::{MemberId, OrganisationId, RatingRoundId};

use crate::{download, errors::Failure, forms::Typed, path::At, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/organisations/{organisation}/ratings/sheet.pdf", pdf)
        .get("/organisations/{organisation}/ratings/sheet.xlsx", xlsx)
        .get("/ratings/{round}/members/{member}/form.pdf", form)
}

async fn pdf(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    sheet(&ctx, cell, &asked, Format::Pdf).await
}

async fn xlsx(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    sheet(&ctx, cell, &asked, Format::Xlsx).await
}

async fn sheet(ctx: &Ctx, cell: OrganisationId, asked: &Typed, format: Format) -> Result<Response, Failure> {
    let written = ratings::written_sheet(ctx, cell, asked.read("year"), format).await?;
    Ok(download::written(&written))
}

async fn form(
    Asker(ctx): Asker,
    At((round, member)): At<(RatingRoundId, MemberId)>,
) -> Result<Response, Failure> {
    Ok(download::written(&ratings::self_review(&ctx, round, member).await?))
}
