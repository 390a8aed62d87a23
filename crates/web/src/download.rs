//! Files to be kept.

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use nennep_app::{imports::Format, papers::Printed, registers::Written};

/// A printed paper, to be kept.
pub(crate) fn printed(printed: &Printed) -> Response {
    attachment(&printed.file_name, printed.media_type, printed.bytes.to_vec())
}

/// A text as a file of that name.
pub(crate) fn text(name: &str, text: String) -> Response {
    attachment(name, "text/plain; charset=utf-8", text.into_bytes())
}

fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    let head = [(header::CONTENT_TYPE, media_type.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    (head, bytes).into_response()
}

/// A register as a file of that name, to which its ending is added.
pub(crate) fn register(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    attachment(&format!("{name}.{}", format.ending()), format.media_type(), bytes)
}

/// A register of a cell, as it was written.
pub(crate) fn written(written: &Written) -> Response {
    attachment(&written.file_name, written.format.media_type(), written.bytes.clone())
}
