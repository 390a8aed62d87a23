//! Files to be kept.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use nennep_app::{imports::Format, registers::Written};

/// A register as a file of that name, to which its ending is added.
pub(crate) fn register(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.{}\"", format.ending());
    let head =
        [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, bytes).into_response()
}

/// A register of a cell, as it was written.
pub(crate) fn written(written: &Written) -> Response {
    let disposition = format!("attachment; filename=\"{}\"", written.file_name);
    let head = [
        (header::CONTENT_TYPE, written.format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (head, written.bytes.clone()).into_response()
}
