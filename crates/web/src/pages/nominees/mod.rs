//! The succession plan: who is put forward for which office, what was asked for and reached.

mod enter;
mod list;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(enter::routes())
}
