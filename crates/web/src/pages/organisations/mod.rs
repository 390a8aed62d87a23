//! Organisations: the tree, and one with who leads it.

mod one;
mod tree;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    tree::routes().merge(one::routes())
}
