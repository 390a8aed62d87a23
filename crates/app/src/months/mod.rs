//! The committee's months: kept in step by each deed, read by the grid.

mod cells;
mod grid;
mod refresh;

pub use cells::{CellMonths, cell_months};
pub use grid::{Block, Grid, GridFilter, Owed, Row, grid};
pub(crate) use refresh::{of_meeting, refresh};
