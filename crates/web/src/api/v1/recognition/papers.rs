//! The papers of party badges as files: the list for a day, a member's request.

use axum::response::Response;
use nennep_app::recognition::badges as deeds;
use nennep_domain::ids::{BadgeProposalId, OrganisationId};
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
    Api::new().with(routes!(write_badge_list)).with(routes!(write_badge_request))
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
    format: RegisterFormat,
}

/// The list of who is due or proposed for a day of badges, as a file: a cell's, or a committee's.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/badges", tag = "recognition", params(Writing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_badge_list(
    Caller(ctx): Caller,
    At(of): At<OrganisationId>,
    Asked(asked): Asked<Writing>,
) -> Result<Response, Problem> {
    let on = asked.on.map(|day| day.0);
    Ok(download::written(&deeds::list_paper(&ctx, of, on, asked.format.into()).await?))
}

/// A member's request for a badge as a PDF of one page.
#[utoipa::path(get, path = "/api/v1/badges/{proposal}/request", tag = "recognition",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn write_badge_request(Caller(ctx): Caller, At(id): At<BadgeProposalId>) -> Result<Response, Problem> {
    Ok(download::written(&deeds::request_paper(&ctx, id).await?))
}
