//! A cell's registers as files, for any day.

use axum::response::Response;
use nennep_app::registers::{self as deeds, Format};
use nennep_domain::ids::OrganisationId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At},
        routes::Api,
        values::Day,
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(write_member_register))
}

/// The form of a register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum RegisterFormat {
    /// To be printed (PDF/A).
    #[default]
    Pdf,
    /// A spreadsheet.
    Xlsx,
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
    let format = match asked.format {
        RegisterFormat::Pdf => Format::Pdf,
        RegisterFormat::Xlsx => Format::Xlsx,
    };
    let written = deeds::members_of_cell(&ctx, cell, asked.on.map(|day| day.0), format).await?;
    Ok(download::written(&written))
}
