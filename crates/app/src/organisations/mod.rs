//! Organisations as everybody signed in may see them: the list, the tree, one with who leads it, on any day; and the deeds that
//! change them.

pub mod deeds;
mod lineage;
mod list;
mod past;
mod show;
mod tree;

pub use lineage::{Ends, LineageView, find_ever_by_code, lineage};
pub use list::{Filter, find_by_code, list, roots};
pub use past::{Heir, Past, past};
pub use show::{Membership, OrganisationView, show, show_on};
pub use tree::{Branch, MOST, OnDay, on_day, tree};
