//! Organisations: the tree, one with who leads it and what it was, and the deeds that change them.

mod deeds;
mod drawing;
mod lineage;
mod one;
mod then;
mod tree;

use nennep_app::App;

use crate::routes::Routes;

/// A decision as a line says it.
pub(super) use deeds::said as decision_said;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    tree::routes()
        .merge(one::routes())
        .merge(lineage::routes())
        .merge(drawing::routes())
        .merge(deeds::routes())
}
