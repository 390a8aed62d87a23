//! The committee's months: kept in step by each deed, read by the grid.

mod grid;
mod list;
mod refresh;
mod stood;

pub use grid::{Block, Grid, GridFilter, Owed, Row, grid, seen_by};
pub use list::{CellMonths, cell_months};
pub(crate) use refresh::{of_meeting, refresh, refresh_within};
