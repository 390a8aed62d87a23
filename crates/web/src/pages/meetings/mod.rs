//! Meetings: planned, prepared, held, written down.

mod list;
mod overview;
pub(super) mod said;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(overview::routes())
}
