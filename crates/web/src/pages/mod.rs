//! The pages, one folder for each feature and one file for each deed.

mod account;
mod accounts;
mod books;
mod dues;
pub mod help;
mod imports;
mod invitations;
mod learning;
mod looked;
mod meetings;
mod members;
mod months;
pub mod more;
mod nominees;
mod offers;
mod offices;
mod organisations;
mod papers;
#[cfg(debug_assertions)]
pub mod patterns;
mod quality;
mod ratings;
mod recognition;
mod recruiting;
mod rules;
mod search;
pub mod settings;
mod setup;
mod sign_in;
mod signs;
mod tasks;
mod today;

use nennep_app::App;

use crate::routes::Routes;

/// Every page, feature by feature.
pub fn all() -> Routes<App> {
    let features = [
        sign_in::routes(),
        today::routes(),
        invitations::routes(),
        setup::routes(),
        meetings::routes(),
        tasks::routes(),
        offers::routes(),
        months::routes(),
        quality::routes(),
        ratings::routes(),
        rules::routes(),
        search::routes(),
        signs::routes(),
        recognition::routes(),
        learning::routes(),
        nominees::routes(),
        papers::routes(),
        books::routes(),
        dues::routes(),
        members::routes(),
        recruiting::routes(),
        organisations::routes(),
        offices::routes(),
        accounts::routes(),
        account::routes(),
        imports::routes(),
    ];
    features.into_iter().fold(shared(), Routes::merge)
}

/// The pages that every part of the program shares.
pub fn shared<S: Clone + Send + Sync + 'static>() -> Routes<S> {
    let routes = Routes::new().merge(more::routes()).merge(settings::routes()).merge(help::routes());
    #[cfg(debug_assertions)]
    let routes = routes.merge(patterns::routes());
    routes
}
