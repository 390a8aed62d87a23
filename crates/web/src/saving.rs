//! The server's half of `<auto-save>`: a form that is sent as it is typed asks for JSON, and is answered with the new
//! version, or with the other's texts where another wrote meanwhile. The same form sent by hand gets a page.

use std::collections::BTreeMap;

use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

#[derive(Serialize)]
struct Saved {
    version: String,
}

#[derive(Serialize)]
struct Differs {
    version: String,
    fields: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct Refused {
    words: String,
}

/// Whether the form was sent by `<auto-save>` and not by hand.
pub fn is_auto_save(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept == "application/json")
}

/// The text is kept; `version` stands for it and comes back with the next change.
pub fn saved(version: &impl ToString) -> Response {
    Json(Saved { version: version.to_string() }).into_response()
}

/// Another wrote meanwhile: nothing was kept, and these are the texts as they are now.
pub fn differs<const N: usize>(version: &impl ToString, fields: [(&'static str, String); N]) -> Response {
    let body = Differs { version: version.to_string(), fields: BTreeMap::from(fields) };
    (StatusCode::CONFLICT, Json(body)).into_response()
}

/// The text is not taken, and why. The writer's machine keeps it.
pub fn refused(words: String) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(Refused { words })).into_response()
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    #[tokio::test]
    async fn a_difference_carries_the_other_text() {
        let response = differs(&7, [("notes", "của người khác".to_owned())]);
        assert_eq!(response.status(), StatusCode::CONFLICT);
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(body, r#"{"version":"7","fields":{"notes":"của người khác"}}"#);
    }
}
