//! Registers taken in from spreadsheets: sent, looked at, their columns mapped by hand, taken as a whole or not at all; and
//! registers written out.

mod deeds;
mod lines;
mod past;
mod registers;
mod review;
mod view;

pub use past::PastImport;
pub use review::ImportReview;
pub use view::Import;

use nennep_app::imports::Kind;

use crate::api::{routes::Api, values::words};

pub(super) fn routes() -> Api {
    [deeds::routes(), registers::routes()].into_iter().fold(past::routes(), Api::merge)
}

words! {
    /// Which register: organisations or members.
    Register = Kind;
}
