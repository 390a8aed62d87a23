//! Meetings: planned, prepared, held, written down.

mod room;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    room::routes()
}
