//! Files to be kept.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use nennep_app::imports::Format;

/// A register as a file of that name, to which its ending is added.
pub(crate) fn register(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.{}\"", format.ending());
    let head =
        [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, bytes).into_response()
}
