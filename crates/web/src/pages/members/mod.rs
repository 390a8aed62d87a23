//! Members: the list, one member's file, what is typed by hand, and the deeds in a member's life.

mod by_hand;
mod corrections;
mod extract;
mod file;
mod life;
mod list;
mod loans;
mod registers;

use nennep_app::App;

use crate::routes::Routes;

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes()
        .merge(by_hand::routes())
        .merge(corrections::routes())
        .merge(extract::routes())
        .merge(file::routes())
        .merge(life::routes())
        .merge(loans::routes())
        .merge(registers::routes())
}
