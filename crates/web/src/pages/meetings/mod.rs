//! Meetings: planned, prepared, held, written down.

mod agenda;
mod approvals;
mod call;
mod leave;
mod list;
mod overview;
mod place;
mod place_form;
mod plan;
mod preparation;
mod registration;
mod room;
pub(super) mod said;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes()
        .merge(approvals::routes())
        .merge(plan::routes())
        .merge(overview::routes())
        .merge(place::routes())
        .merge(registration::routes())
        .merge(agenda::routes())
        .merge(call::routes())
        .merge(preparation::routes())
        .merge(leave::routes())
        .merge(room::routes())
}
