//! Dues: the first page of the reader's, a cell's book of a month, one member, receipts, and what cells sent up.

mod book;
mod choices;
mod closure;
mod committee;
mod line;
mod member;
mod payments;
mod receipt;
mod remittances;
mod start;

use nennep_app::App;
use nennep_domain::{ids::OrganisationId, time::Month};

use crate::{routes::Routes, words::Words};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    start::routes()
        .merge(book::routes())
        .merge(payments::routes())
        .merge(line::routes())
        .merge(closure::routes())
        .merge(remittances::routes())
        .merge(member::routes())
        .merge(receipt::routes())
        .merge(committee::routes())
}

/// An amount in đồng: `12.420 đ`.
pub(super) fn dong(w: Words, amount: i64) -> String {
    w.with("dues-dong", &[("dong", amount.into())])
}

/// A cell's book of a month.
fn book_path(cell: OrganisationId, month: Month) -> String {
    format!("/cells/{cell}/dues/{month}")
}
