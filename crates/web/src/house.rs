//! The whole house: every route with its layers, standing on one program.

use axum::{Extension, Router, middleware};
use nennep_app::App;

use crate::{
    api::{Limits, operations},
    front, pages,
    routes::Routes,
    session,
};

/// Every route there is.
pub fn routes() -> Routes<App> {
    pages::all().merge(operations::all().routes)
}

/// The house as it is served.
pub fn house(app: &App) -> Router {
    let inside = front::inside(routes().into_router().with_state(app.clone()));
    let known = inside.layer(middleware::from_fn_with_state(app.clone(), session::recognise));
    let known = known.layer(Extension(Limits::default())).layer(Extension(operations::description()));
    let clock = app.clone();
    front::outside(known, move || clock.now())
}
