//! The document of the API itself.

use axum::{Extension, http::header};
use utoipa_axum::routes;

use crate::api::{Description, routes::Api};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(get_openapi))
}

/// This document.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "account", security(()),
    responses((status = 200, body = Object, description = "OpenAPI 3.1")))]
async fn get_openapi(
    Extension(description): Extension<Description>,
) -> ([(header::HeaderName, &'static str); 1], &'static str) {
    ([(header::CONTENT_TYPE, "application/json")], description.json())
}
