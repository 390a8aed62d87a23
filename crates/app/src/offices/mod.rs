//! Offices: who leads where.

mod list;

pub use list::list;
