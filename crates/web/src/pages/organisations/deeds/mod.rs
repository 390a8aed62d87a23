//! Dated deeds that change organisations: entered at one of them, looked at before they are done, listed, withdrawn.

mod choices;
mod enter;
mod list;
mod read;
mod undo;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    enter::routes().merge(list::routes()).merge(undo::routes())
}

pub(super) use choices::{offered, verb};
pub(super) use list::DeedLine;
pub(in crate::pages) use list::said;
