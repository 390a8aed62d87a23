//! The committee's month: its cells by months at a glance, one month cell by cell, and what will be late before it is.

mod charts;
mod filter;
mod grid;
mod month;
mod owed;
mod squares;
mod totals;

pub(super) use owed::OwedLine;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    grid::routes().merge(month::routes()).drawn_once()
}
