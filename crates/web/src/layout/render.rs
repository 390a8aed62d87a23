//! From a template to an answer.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};

use crate::errors::Failure;

/// The page, as an answer with status 200.
pub fn show(template: &impl Template) -> Response {
    page(StatusCode::OK, template)
}

/// The page, as an answer with that status: 422 for a form that comes back with what was typed.
pub fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "A page could not be drawn");
            Failure::bug().into_response()
        }
    }
}
