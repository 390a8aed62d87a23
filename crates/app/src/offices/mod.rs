//! Offices: who leads where.

mod list;

pub use list::list;
pub use nennep_store::offices::Holder;
