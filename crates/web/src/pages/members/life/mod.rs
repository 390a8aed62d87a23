//! Deeds in a member's life: entered at the member's file, looked at before they are recorded, taken back; transfers handed over.

mod choices;
mod enter;
mod read;
mod transfers;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    enter::routes().merge(transfers::routes())
}

pub(super) use choices::offered;
