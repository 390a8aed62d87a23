//! A cell's registers as files, for any day.

use axum::response::Response;
use nennep_app::{dues, registers as deeds};
use nennep_domain::ids::OrganisationId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;

use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At},
        routes::Api,
        v1::RegisterFormat,
        values::Day,
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(write_member_register))
        .with(routes!(write_dues_register))
        .with(routes!(write_register))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Writing {
    /// Up to this day; today where nothing is said.
    on: Option<Day>,
    /// The form; PDF where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: RegisterFormat,
}

/// The list of a cell's members (Mẫu 7-HSĐV) as a file: whoever belonged to it by the day, those who moved, died or left too.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/registers/7-hsdv", tag = "members", params(Writing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_member_register(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Writing>,
) -> Result<Response, Problem> {
    let on = asked.on.map(|day| day.0);
    let written = deeds::of_cell(&ctx, cell, deeds::Kind::Members, on, asked.format.into()).await?;
    Ok(download::written(&written))
}

/// A register of a cell's people as a file: `7-hsdv` members, `10-shd` introductions, `left`, `deceased`.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/registers/{register}", tag = "members", params(Writing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_register(
    Caller(ctx): Caller,
    At((cell, register)): At<(OrganisationId, String)>,
    Asked(asked): Asked<Writing>,
) -> Result<Response, Problem> {
    let kind: deeds::Kind = register.parse()?;
    let on = asked.on.map(|day| day.0);
    Ok(download::written(&deeds::of_cell(&ctx, cell, kind, on, asked.format.into()).await?))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct WritingYear {
    /// The year; this one where nothing is said.
    year: Option<i16>,
    /// The form; PDF where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: RegisterFormat,
}

/// A cell's dues book of a year as a file: each member's payments month by month.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/registers/dues", tag = "dues", params(WritingYear),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_dues_register(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<WritingYear>,
) -> Result<Response, Problem> {
    let year = asked.year.unwrap_or_else(|| ctx.now().date().year());
    let written = dues::year_of_cell(&ctx, cell, year, asked.format.into()).await?;
    Ok(download::written(&written))
}
