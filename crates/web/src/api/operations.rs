//! Every operation of the API together, and the document of them all.

use std::sync::LazyLock;

use utoipa::openapi::OpenApi;

use super::{
    document::{self, Description},
    routes::Api,
    v1,
};

/// Every operation of the API.
pub(crate) fn all() -> Api {
    v1::all()
}

/// The API's own description: OpenAPI 3.1.
pub fn document() -> OpenApi {
    document::of(all())
}

/// The same, as it is served.
pub(crate) fn description() -> Description {
    static JSON: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    Description(|| &JSON)
}
