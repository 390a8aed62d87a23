//! The same as JSON: every deed of the house under `/api/v1`, for programs.
//!
//! Handlers are as small as pages': parse, one call into `app`, answer. Types are the API's own ([`v1`]), made from the
//! domain's, so that the one can change without the other. Refusals are problems (RFC 9457, [`problem`]).

mod body;
mod caller;
mod document;
mod limits;
pub mod operations;
mod paging;
mod problem;
mod routes;
mod spoken;
pub mod v1;
mod values;

pub use caller::Caller;
pub use document::Description;
pub use limits::Limits;
pub use paging::Page;
pub use problem::{Problem, dress};

/// Below this path everything is JSON.
pub(crate) const ROOT: &str = "/api/";
