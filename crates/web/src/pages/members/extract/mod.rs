//! Extracts of members' files: written to be carried to another cell, and received from one.

mod receive;
mod said;
mod write;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    write::routes().merge(receive::routes())
}
