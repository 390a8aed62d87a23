//! The same as JSON: every deed of the house under `/api/v1`, for programs.
//!
//! Handlers are as small as pages': parse, one call into `app`, answer. Types are the API's own ([`v1`]), made from the
//! domain's, so that the one can change without the other. Refusals are problems (RFC 9457, [`problem`]).

mod body;
mod caller;
mod document;
mod limits;
mod paging;
mod problem;
mod routes;
mod spoken;
pub mod v1;
mod values;

use std::sync::LazyLock;

use utoipa::openapi::OpenApi;

pub use caller::Caller;
pub use document::Description;
pub use limits::Limits;
pub use paging::Page;
pub use problem::{Problem, dress};
use routes::Api;

/// Below this path everything is JSON.
pub(crate) const ROOT: &str = "/api/";

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
