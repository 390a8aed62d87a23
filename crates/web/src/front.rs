//! The front of the house: the layers that stand before every handler, in their order.
//!
//! `outside(session(inside(routes)))`: whoever adds sessions puts them between the two, so that error pages know the
//! reader and cross-site deeds are refused before a session is looked up.

use axum::{
    Router,
    extract::Request,
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use nennep_domain::time::Instant;
use tower::{ServiceBuilder, util::MapRequestLayer};
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    api, assets,
    errors::{self, Failure},
    layout::{self, RequestTime},
    security,
    words::Words,
};

/// The routes with what needs to know the reader: error pages, and the notice that is told once.
pub fn inside(routes: Router) -> Router {
    routes
        .fallback(async || Failure::not_found())
        .layer(CatchPanicLayer::custom(|_| {
            tracing::error!("A handler panicked");
            Failure::bug().into_response()
        }))
        .layer(middleware::from_fn(errors::dress))
        .layer(middleware::from_fn(layout::forget_flash))
}

/// The whole house: the routes, the assets, and the layers that ask nobody's name. `clock` gives the moment.
pub fn outside(house: Router, clock: impl Fn() -> Instant + Clone + Send + Sync + 'static) -> Router {
    let timed = move |mut request: Request| {
        request.extensions_mut().insert(RequestTime(clock()));
        request
    };
    let dressed = house
        .layer(middleware::from_fn(say_when_not_built))
        .route("/assets/{file}", get(assets::serve))
        .layer(middleware::from_fn(security::refuse_cross_site))
        .layer(middleware::from_fn(api::dress))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(middleware::from_fn(security::headers));
    // The method must be known before a route is looked up, so the whole router is wrapped from outside.
    let meant = ServiceBuilder::new()
        .layer(MapRequestLayer::new(timed))
        .layer(MapRequestLayer::new(security::meant_method))
        .service(dressed);
    Router::new().fallback_service(meant)
}

/// Layer: says in plain words what to do where the assets were not built, instead of showing a page without its look.
async fn say_when_not_built(request: Request, next: Next) -> Response {
    let is_page = request
        .headers()
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes().starts_with(b"text/html"));
    if assets::are_built() || !is_page {
        return next.run(request).await;
    }
    let words = Words::for_headers(request.headers()).t("assets-not-built");
    (StatusCode::SERVICE_UNAVAILABLE, words).into_response()
}
