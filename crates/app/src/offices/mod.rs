//! Offices: who leads where, and since when; given and ended for a term, taken back where they were entered by mistake.

mod keep;
mod list;
mod people;

pub use keep::{TermForm, end, find, grant, reopen, take_back};
pub use list::{history, list, without_secretary};
pub use nennep_store::offices::Holder;
pub use people::{Person, people};
