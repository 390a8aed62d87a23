//! A member's probation: every step to recognition, and the forms to record them.

mod show;
mod step;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    show::routes().merge(step::routes())
}
