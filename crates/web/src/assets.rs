//! The built files of `islands/`: style sheet, script, icons and fonts, embedded, hashed by content and compressed
//! beforehand. A file's address changes with its content, so that browsers may keep it for ever.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "assets/"]
struct Files;

static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let file = Files::get("manifest.json");
    file.and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// Whether the assets were built. Where they were not, no page can be shown as it should be.
pub fn are_built() -> bool {
    !MANIFEST.is_empty()
}

/// The address of an asset by its plain name, e.g. `app.css`. A name that was not built gives an address that answers 404.
pub fn url(name: &str) -> String {
    format!("/assets/{}", MANIFEST.get(name).map_or(name, String::as_str))
}

/// The address of one icon in the sprite. In development a name that is not in the sprite stops the page, so that a test
/// or a look finds it. Templates name icons as `icon("…")` or `icon = "…"`, Rust with [`crate::components::Icon`].
pub fn icon(name: &str) -> String {
    debug_assert!(
        !are_built() || ICONS.contains(&format!("id=\"{name}\"")),
        "icon {name:?} is not in the sprite"
    );
    format!("{}#{name}", url("icons.svg"))
}

static ICONS: LazyLock<String> = LazyLock::new(|| {
    let sprite = MANIFEST.get("icons.svg").and_then(|name| Files::get(name));
    sprite.map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
});

/// Serves `GET /assets/{file}`: the compressed twin the browser takes, to be kept for a year.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    if !MANIFEST.values().any(|hashed| *hashed == name) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let etag = format!("\"{name}\"");
    if header_text(&headers, header::IF_NONE_MATCH).split(',').any(|tag| tag.trim() == etag) {
        return (StatusCode::NOT_MODIFIED, kept(&etag)).into_response();
    }
    let Some((file, encoding)) = twin(&name, header_text(&headers, header::ACCEPT_ENCODING)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = (kept(&etag), Body::from(file.data.into_owned())).into_response();
    let head = response.headers_mut();
    head.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type(&name)));
    head.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        head.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

fn kept(etag: &str) -> [(header::HeaderName, String); 2] {
    [
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, etag.to_owned()),
    ]
}

fn header_text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The file in the best encoding that was built and is accepted.
fn twin(name: &str, accepted: &str) -> Option<(EmbeddedFile, Option<&'static str>)> {
    let takes = |encoding: &str| {
        accepted.split(',').any(|entry| {
            let (token, weight) = entry.split_once(';').unwrap_or((entry, ""));
            token.trim() == encoding && weight.trim().replace(' ', "") != "q=0"
        })
    };
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz")] {
        if takes(encoding)
            && let Some(file) = Files::get(&format!("{name}{ending}"))
        {
            return Some((file, Some(encoding)));
        }
    }
    Some((Files::get(name)?, None))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(name: &str, headers: &[(header::HeaderName, &str)]) -> Response {
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        serve(Path(name.to_owned()), headers).await
    }

    #[tokio::test]
    async fn only_built_files_are_served() {
        for name in ["manifest.json", "../Cargo.toml", "app.css", ""] {
            assert_eq!(get(name, &[]).await.status(), StatusCode::NOT_FOUND, "{name}");
        }
    }

    #[tokio::test]
    async fn a_built_file_is_served_compressed_and_kept() {
        assert!(are_built(), "the assets are not built: run bin/setup");
        let name = url("app.css").replace("/assets/", "");
        let plain = get(&name, &[]).await;
        assert_eq!(plain.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
        let brotli = get(&name, &[(header::ACCEPT_ENCODING, "gzip, deflate, br;q=0.9")]).await;
        assert_eq!(brotli.headers()[header::CONTENT_ENCODING], "br");
        let gzip = get(&name, &[(header::ACCEPT_ENCODING, "gzip, br;q=0")]).await;
        assert_eq!(gzip.headers()[header::CONTENT_ENCODING], "gzip");
        let etag = brotli.headers()[header::ETAG].to_str().unwrap().to_owned();
        let again = get(&name, &[(header::IF_NONE_MATCH, &etag)]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }
}
