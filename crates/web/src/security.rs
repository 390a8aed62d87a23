//! What keeps a page to itself: headers that forbid everything from elsewhere, and the refusal of deeds that another
//! site asked the browser to do. No hidden tokens are needed: browsers say where a request comes from.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// No script, style, image, font, form or frame that does not come from here; no script or style inside a page.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const HEADERS: [(HeaderName, &str); 5] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"),
];

/// Layer: sets the headers on every answer. What says nothing of keeping is not to be kept: pages hold members' data.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let head = response.headers_mut();
    for (name, value) in HEADERS {
        head.entry(name).or_insert(HeaderValue::from_static(value));
    }
    head.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Layer: refuses a deed that another site asked the browser for. A program without a browser sends neither header and
/// has no cookies to misuse, so it passes.
pub async fn refuse_cross_site(request: Request, next: Next) -> Response {
    if request.method().is_safe() || comes_from_here(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        tracing::warn!(path = request.uri().path(), "Refused a deed asked for by another site");
        StatusCode::FORBIDDEN.into_response()
    }
}

fn comes_from_here(headers: &HeaderMap, uri: &Uri) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN) else { return true };
    let host = text(header::HOST).or_else(|| uri.authority().map(axum::http::uri::Authority::as_str));
    let origin_host = origin.split_once("://").map(|(_, host)| host);
    origin_host.is_some() && origin_host == host
}

/// A form can only GET and POST; `?_method=DELETE` in its action says what is meant. Only a POST can be meant otherwise.
pub fn meant_method<B>(mut request: axum::http::Request<B>) -> axum::http::Request<B> {
    if request.method() != Method::POST {
        return request;
    }
    let Some(query) = request.uri().query() else { return request };
    let (meant, kept): (Vec<_>, Vec<_>) = query.split('&').partition(|pair| pair.starts_with("_method="));
    let method = match meant.first().and_then(|pair| pair.strip_prefix("_method=")) {
        Some("DELETE") => Method::DELETE,
        Some("PUT") => Method::PUT,
        Some("PATCH") => Method::PATCH,
        _ => return request,
    };
    let path = request.uri().path();
    let uri = if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) };
    if let Ok(uri) = uri.parse() {
        *request.uri_mut() = uri;
        *request.method_mut() = method;
    }
    request
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(&[("sec-fetch-site", "same-origin")], true)]
    #[case(&[("sec-fetch-site", "none")], true)]
    #[case(&[("sec-fetch-site", "same-site")], false)]
    #[case(&[("sec-fetch-site", "cross-site"), ("origin", "http://house.example"), ("host", "house.example")], false)]
    #[case(&[("origin", "http://house.example:8080"), ("host", "house.example:8080")], true)]
    #[case(&[("origin", "http://house.example:8081"), ("host", "house.example:8080")], false)]
    #[case(&[("origin", "http://other.example"), ("host", "house.example")], false)]
    #[case(&[("origin", "null"), ("host", "house.example")], false)]
    #[case(&[("host", "house.example")], true)]
    fn deeds_are_taken_from_this_site_only(#[case] pairs: &[(&'static str, &str)], #[case] taken: bool) {
        let headers = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()))
            .collect();
        assert_eq!(comes_from_here(&headers, &Uri::from_static("/meetings")), taken);
    }

    #[rstest]
    #[case("POST", "/a?_method=DELETE", "DELETE", "/a")]
    #[case("POST", "/a?x=1&_method=PUT&y=2", "PUT", "/a?x=1&y=2")]
    #[case("POST", "/a?_method=GET", "POST", "/a?_method=GET")]
    #[case("GET", "/a?_method=DELETE", "GET", "/a?_method=DELETE")]
    #[case("POST", "/a", "POST", "/a")]
    fn a_form_can_mean_another_method(
        #[case] sent: Method,
        #[case] uri: Uri,
        #[case] meant: Method,
        #[case] rest: Uri,
    ) {
        let request = axum::http::Request::builder().method(sent).uri(uri).body(()).unwrap();
        let request = meant_method(request);
        assert_eq!((request.method(), request.uri()), (&meant, &rest));
    }
}
