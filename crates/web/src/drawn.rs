//! Pages that only read are drawn once for a state of the store, and given again while it stands (decision 0004).

use std::{fmt::Write as _, sync::Arc};

use axum::{
    body::{self, Body, Bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use axum_extra::extract::CookieJar;
use nennep_app::{Ctx, memory::Mark};

use crate::{errors::Failure, layout::RequestTime, session};

/// Layer for pages that write nothing, note no reading, and show nothing but the store and the clock's minute: what was
/// drawn for a session is given to it again until the store changes or the minute is over.
pub(crate) async fn once(request: Request, next: Next) -> Response {
    let (Some(key), Some(mark), Some(ctx)) = (key(&request), part::<Mark>(&request), part::<Ctx>(&request))
    else {
        return next.run(request).await;
    };
    if let Some(drawn) = ctx.memory().find::<Bytes>(&mark, &key) {
        return Html(Body::from(Bytes::clone(&drawn))).into_response();
    }
    let response = next.run(request).await;
    if response.status() != StatusCode::OK || response.headers().len() != 1 || !is_html(response.headers()) {
        return response;
    }
    let Ok(drawn) = body::to_bytes(response.into_body(), usize::MAX).await else {
        return Failure::bug().into_response();
    };
    ctx.memory().keep(mark, key, drawn.len(), Arc::new(drawn.clone()));
    Html(Body::from(drawn)).into_response()
}

fn part<T: Clone + Send + Sync + 'static>(request: &Request) -> Option<T> {
    request.extensions().get::<T>().cloned()
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// What a page depends on beside the store: the address, the session, the minute, and what a browser chose (language,
/// theme). None for what is no whole page of a session.
fn key(request: &Request) -> Option<String> {
    let headers = request.headers();
    if request.method() != Method::GET || headers.contains_key("hx-request") {
        return None;
    }
    let session = request.extensions().get::<Ctx>()?.session?;
    let minute = request.extensions().get::<RequestTime>()?.0.timestamp().as_second() / 60;
    let language = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let mut key = format!("page {session} {minute} {language} {}", request.uri());
    let jar = CookieJar::from_headers(headers);
    let mut chosen: Vec<_> = jar.iter().filter(|cookie| cookie.name() != session::COOKIE).collect();
    chosen.sort_unstable_by_key(|cookie| cookie.name());
    for cookie in chosen {
        write!(key, " {}={}", cookie.name(), cookie.value()).ok()?;
    }
    Some(key)
}
