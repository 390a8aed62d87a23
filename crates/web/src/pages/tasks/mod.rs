//! Tasks set by meetings: one's own and a cell's, reported, accepted, extended, let drop.

mod deeds;
mod evidence;
mod list;
mod show;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(show::routes()).merge(deeds::routes()).merge(evidence::routes())
}
