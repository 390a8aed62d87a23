//! Imports of the past.

use axum::Json;
use nennep_app::imports::{self as deeds, Past};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::view::TakenImport;
use crate::api::{Caller, body::Asked, paging, routes::Api, v1::Answer};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_imports))
}

/// An import of the past.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PastImport {
    /// Its id.
    pub id: Uuid,
    /// `organisations` or `members`.
    pub register: String,
    /// The file's name.
    pub file_name: String,
    /// Who did it.
    pub by: String,
    /// When, and what it did.
    pub taken: TakenImport,
}

impl From<&Past> for PastImport {
    fn from(past: &Past) -> Self {
        Self {
            id: past.id.0,
            register: past.kind.clone(),
            file_name: past.file_name.clone(),
            by: past.by.clone(),
            taken: past.taken.into(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
}

/// The last imports, latest first: the caller's own; for whoever keeps all organisations, everybody's.
#[utoipa::path(get, path = "/api/v1/imports", tag = "imports", params(Listing),
    responses((status = 200, body = [PastImport])))]
async fn list_imports(Caller(ctx): Caller, Asked(asked): Asked<Listing>) -> Answer<Vec<PastImport>> {
    let limit = paging::limit(asked.limit)?;
    Ok(Json(deeds::history(&ctx, limit).await?.iter().map(PastImport::from).collect()))
}
