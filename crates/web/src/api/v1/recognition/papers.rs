//! The papers of party badges as files: the list for a day, a member's request.

use axum::response::Response;
use nennep_app::{recognition::badges as deeds, registers::Format};
use nennep_domain::ids::{BadgeProposalId, OrganisationId};
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
    Api::new().with(routes!(write_badge_list)).with(routes!(write_badge_request))
}

/// The form of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum BadgeListFormat {
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
    /// The day of badges; the next one where nothing is said.
    on: Option<Day>,
    /// The form; PDF where nothing is said.
    #[serde(default)]
    #[param(inline)]
    format: BadgeListFormat,
}

/// The list of who is due or proposed for a day of badges, as a file: a cell's, or a committee's.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/badges", tag = "recognition", params(Writing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_badge_list(
    Caller(ctx): Caller,
    At(of): At<OrganisationId>,
    Asked(asked): Asked<Writing>,
) -> Result<Response, Problem> {
    let format = match asked.format {
        BadgeListFormat::Pdf => Format::Pdf,
        BadgeListFormat::Xlsx => Format::Xlsx,
    };
    Ok(download::written(&deeds::list_paper(&ctx, of, asked.on.map(|day| day.0), format).await?))
}

/// A member's request for a badge as a PDF of one page.
#[utoipa::path(get, path = "/api/v1/badges/{proposal}/request", tag = "recognition",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_badge_request(Caller(ctx): Caller, At(id): At<BadgeProposalId>) -> Result<Response, Problem> {
    Ok(download::written(&deeds::request_paper(&ctx, id).await?))
}
