//! Organisations as everybody signed in may see them: the list, the tree, one with who leads it.

mod list;
mod show;
mod tree;

pub use list::{Filter, find_by_code, list, roots};
pub use show::{Membership, OrganisationView, show};
pub use tree::{Branch, MOST, tree};
