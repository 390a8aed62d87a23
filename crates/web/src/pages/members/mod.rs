//! Members: the list, one member's file, and what is typed by hand.

mod by_hand;
mod file;
mod list;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(by_hand::routes()).merge(file::routes())
}
