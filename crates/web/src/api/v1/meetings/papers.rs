//! Papers of a meeting: sent as they are, byte for byte, and read the same.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use nennep_app::meetings as deeds;
use nennep_domain::ids::{ItemId, MeetingId, PaperId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller, Problem,
    body::{Asked, At, File},
    routes::Api,
    v1::{DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(attach_paper, download_paper, remove_paper))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Named {
    /// The file's name, with its ending.
    name: String,
    /// The item it belongs to; the whole meeting where nothing is said.
    item: Option<Uuid>,
}

/// Attaches a paper of at most 20 MB, sent as the body; the same id sent twice is one paper.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/papers/{paper}", tag = "meetings", params(Named),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 204)))]
async fn attach_paper(
    Caller(ctx): Caller,
    At((meeting, paper)): At<(MeetingId, PaperId)>,
    Asked(named): Asked<Named>,
    File(bytes): File,
) -> Done {
    deeds::attach(&ctx, meeting, paper, named.item.map(ItemId), &named.name, &bytes).await?;
    DONE
}

/// A paper, byte for byte.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}/papers/{paper}", tag = "meetings",
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn download_paper(
    Caller(ctx): Caller,
    At((meeting, paper)): At<(MeetingId, PaperId)>,
) -> Result<Response, Problem> {
    let (paper, bytes) = deeds::download(&ctx, meeting, paper).await?;
    let mut response = bytes.into_response();
    let head = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&paper.media_type) {
        head.insert(header::CONTENT_TYPE, kind);
    }
    head.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment"));
    Ok(response)
}

/// Takes a paper away while the minutes can still be written; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/papers/{paper}", tag = "meetings",
    responses((status = 204)))]
async fn remove_paper(Caller(ctx): Caller, At((meeting, paper)): At<(MeetingId, PaperId)>) -> Done {
    deeds::remove_paper(&ctx, meeting, paper).await?;
    DONE
}
