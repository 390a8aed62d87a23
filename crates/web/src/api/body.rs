//! What a program sends, read strictly: JSON of the right form or a clear answer, with the field that is wrong.

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, FromRequestParts, Path, Query, Request},
    http::{HeaderMap, header, request::Parts},
};
use nennep_app::{App, meetings};
use nennep_domain::problems::Sentence;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::problem::{Kind, Problem};

/// The most bytes of a JSON body; papers have their own measure.
const MOST_BYTES: usize = 1024 * 1024;

/// A JSON body.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        if !is_json(request.headers()) {
            return Err(Problem::new(Kind::NotJson));
        }
        let bytes = bytes(request, MOST_BYTES).await?;
        let value: Value = serde_json::from_slice(&bytes).map_err(|_| Problem::new(Kind::Unreadable))?;
        if let Some(field) = unspeakable(&value) {
            return Err(Problem::field(field, Sentence::new("api-field-unreadable")));
        }
        read(value).map(Self)
    }
}

/// The bytes of a file, at most `MOST`: as many as a paper may have where nothing else is said.
pub(super) struct File<const MOST: usize = { meetings::MOST_BYTES }>(pub(super) Bytes);

impl<const MOST: usize> FromRequest<App> for File<MOST> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        bytes(request, MOST).await.map(Self)
    }
}

async fn bytes(request: Request, most: usize) -> Result<Bytes, Problem> {
    to_bytes(request.into_body(), most).await.map_err(|_| Problem::new(Kind::TooLarge))
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// The field whose text holds a zero character: no database keeps it and nobody types it.
fn unspeakable(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => text.contains('\0').then(String::new),
        Value::Array(list) => list.iter().enumerate().find_map(|(n, value)| {
            let inner = unspeakable(value)?;
            let dot = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
            Some(format!("[{n}]{dot}{inner}"))
        }),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            let inner = unspeakable(value)?;
            Some(if inner.is_empty() || inner.starts_with('[') {
                format!("{name}{inner}")
            } else {
                format!("{name}.{inner}")
            })
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner().to_string();
        let word = |name: &str| inner.split_once(name)?.1.split('`').next().map(str::to_owned);
        let join = |field: String| if path == "." { field } else { format!("{path}.{field}") };
        if let Some(field) = word("unknown field `") {
            let field = if path.ends_with(&field) { path.clone() } else { join(field) };
            Problem::field(field, Sentence::new("api-field-unknown"))
        } else if let Some(field) = word("missing field `") {
            Problem::field(join(field), Sentence::new("api-field-missing"))
        } else {
            let field = if path == "." { String::new() } else { path };
            Problem::field(field, Sentence::new("api-field-unreadable"))
        }
    })
}

/// What stands in the address. What is not an id names nothing: not found.
pub(super) struct At<T>(pub(super) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let path = Path::<T>::from_request_parts(parts, app).await;
        path.map(|Path(value)| Self(value)).map_err(|_| Problem::new(Kind::NotFound))
    }
}

/// What is asked for after the `?`.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<App> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let unreadable = || Problem::field("query", Sentence::new("api-query-unreadable"));
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(unreadable());
        }
        let query = Query::<T>::from_request_parts(parts, app).await;
        query.map(|Query(value)| Self(value)).map_err(|_| unreadable())
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        #[expect(dead_code, reason = "only its reading is tested")]
        minutes: u32,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        #[expect(dead_code, reason = "only its reading is tested")]
        lines: Vec<Line>,
    }

    #[test]
    fn a_wrong_field_is_named_by_its_path() {
        for (body, told) in [
            (json!({}), r#"("lines", "api-field-missing")"#),
            (json!({ "lines": [{}] }), r#"("lines[0].minutes", "api-field-missing")"#),
            (json!({ "lines": [{ "minutes": -1 }] }), r#"("lines[0].minutes", "api-field-unreadable")"#),
            (
                json!({ "lines": [{ "minutes": 1, "hours": 2 }] }),
                r#"("lines[0].hours", "api-field-unknown")"#,
            ),
            (json!({ "lines": [], "more": 1 }), r#"("more", "api-field-unknown")"#),
            (json!([]), r#"("", "api-field-unreadable")"#),
        ] {
            let problem = read::<Whole>(body.clone()).unwrap_err();
            assert_eq!(problem.told(), told, "{body}");
        }
    }

    #[test]
    fn a_zero_character_is_found_wherever_it_hides() {
        assert_eq!(unspeakable(&json!({ "a": [{ "b": "x\0" }] })).unwrap(), "a[0].b");
        assert_eq!(unspeakable(&json!({ "a": "x" })), None);
    }
}
