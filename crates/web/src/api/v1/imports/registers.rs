//! Registers as files: written out in the columns in which they come back, blank, and the fields a column can hold.

use axum::{Json, extract::State, response::Response};
use nennep_app::{
    App,
    imports::{self as deeds, Format},
};
use nennep_domain::ids::OrganisationId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::Register;
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At},
        routes::Api,
        spoken::Spoken,
        v1::Answer,
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(export_register))
        .with(routes!(download_blank_register))
        .with(routes!(list_register_fields))
}

/// The form of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum FileFormat {
    /// A workbook.
    #[default]
    Xlsx,
    /// Text with commas, UTF-8.
    Csv,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// Only this organisation and those below it; the whole committee where nothing is said.
    within: Option<Uuid>,
    /// The form of the file; a workbook where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: FileFormat,
}

impl From<FileFormat> for Format {
    fn from(format: FileFormat) -> Self {
        match format {
            FileFormat::Xlsx => Self::Xlsx,
            FileFormat::Csv => Self::Csv,
        }
    }
}

/// A register as a file, in the columns in which it comes back unchanged. Writing members out is an event.
#[utoipa::path(get, path = "/api/v1/registers/{register}", tag = "imports", params(Wanted),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn export_register(
    Caller(ctx): Caller,
    At(register): At<Register>,
    Asked(Wanted { within, format }): Asked<Wanted>,
) -> Result<Response, Problem> {
    let format = format.into();
    let bytes = deeds::export(&ctx, register.0, within.map(OrganisationId), format).await?;
    Ok(download::register(register.0.as_str(), format, bytes))
}

/// A blank workbook with the headings that imports know.
#[utoipa::path(get, path = "/api/v1/registers/{register}/blank", tag = "imports",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn download_blank_register(
    State(app): State<App>,
    Caller(_): Caller,
    At(register): At<Register>,
) -> Result<Response, Problem> {
    Ok(download::register(register.0.as_str(), Format::Xlsx, deeds::template(&app, register.0)?))
}

/// A field a column can hold.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct RegisterField {
    /// Its word, as columns are mapped by hand.
    field: String,
    /// What it is, in the language of `Accept-Language`.
    label: String,
}

/// The fields a column of a register can hold.
#[utoipa::path(get, path = "/api/v1/registers/{register}/fields", tag = "imports",
    responses((status = 200, body = [RegisterField])))]
async fn list_register_fields(
    Caller(_): Caller,
    Spoken(w): Spoken,
    At(register): At<Register>,
) -> Answer<Vec<RegisterField>> {
    let field = |(word, label): &(&str, nennep_domain::problems::Sentence)| RegisterField {
        field: (*word).to_owned(),
        label: w.say(label),
    };
    Ok(Json(deeds::fields(register.0).iter().map(field).collect()))
}
