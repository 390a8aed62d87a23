//! Recognition: commendations, party badges; and discipline, on pages of its own.

mod badges;
mod commendations;
mod discipline;

use nennep_app::App;

pub(super) use badges::{BadgeRow, rows as badge_rows};
pub(super) use commendations::{Praise, praises};

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    commendations::routes().merge(badges::routes()).merge(discipline::routes())
}
