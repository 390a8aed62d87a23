//! The rules of the party as dated data: those of a day, one with its history, and committees' own values in their place.

mod list;
mod own;
mod set;
mod show;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this feature.
pub(super) fn routes() -> Routes<App> {
    Routes::new().merge(list::routes()).merge(show::routes()).merge(set::routes()).merge(own::routes())
}
