//! Others' accounts, as those who keep them see them: found, made, closed; invitations printed; sessions and tokens ended.

mod keep;
mod list;
mod new;
mod print;
mod show;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(new::routes()).merge(show::routes()).merge(keep::routes()).merge(print::routes())
}
