//! The pages, one folder for each feature and one file for each deed.

pub mod more;
#[cfg(debug_assertions)]
pub mod patterns;
pub mod settings;

use crate::routes::Routes;

/// The pages that every part of the program shares.
pub fn shared<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    let routes = Routes::new().merge(more::routes()).merge(settings::routes());
    #[cfg(debug_assertions)]
    let routes = routes.merge(patterns::routes());
    routes
}
