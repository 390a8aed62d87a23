//! The pages, one folder for each feature and one file for each deed.

mod books;
mod meetings;
pub mod more;
mod papers;
#[cfg(debug_assertions)]
pub mod patterns;
pub mod settings;
mod sign_in;
mod today;

use nennep_app::App;

use crate::routes::Routes;

/// Every page, feature by feature.
pub fn all() -> Routes<App> {
    shared()
        .merge(sign_in::routes())
        .merge(today::routes())
        .merge(meetings::routes())
        .merge(papers::routes())
        .merge(books::routes())
}

/// The pages that every part of the program shares.
pub fn shared<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    let routes = Routes::new().merge(more::routes()).merge(settings::routes());
    #[cfg(debug_assertions)]
    let routes = routes.merge(patterns::routes());
    routes
}
