//! The score of a meeting: the sheet for people, the four stages, and what waits for a superior's grade.

mod confirm;
mod enter;
mod fields;
mod form;
mod grades;
mod score;
mod sheet;
mod vote;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this feature.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .merge(score::routes())
        .merge(confirm::routes())
        .merge(enter::routes())
        .merge(grades::routes())
}
