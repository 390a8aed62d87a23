//! Dues: a cell's book of a month, what each member owes and paid, what goes up, and what the committee received.

mod basis;
mod book;
mod close;
mod committee;
mod excuse;
mod member;
mod pay;
mod receipt;
mod reckon;
mod register;
mod remit;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{Organisation, Place},
};
use nennep_store::{Tx, organisations};

pub use basis::{BasisForm, state, take_back};
pub use book::{DuesBook, DuesLine, of_cell};
pub use close::{close, open_again};
pub use committee::{CellDues, CommitteeDues, of_committee};
pub use excuse::{excuse, unexcuse};
pub use member::{MemberDues, MemberMonth, of_member, sees};
pub use pay::{Payment, pay, pay_all, withdraw};
pub use receipt::{ReceiptView, receipt};
pub use register::year_of_cell;
pub use remit::{Remitting, receive, remit, take_reception_back, withdraw_remittance};

use crate::{
    Ctx,
    error::{Error, Result},
};

/// A cell with its place, for those who may do something with its dues.
async fn cell_for(
    ctx: &Ctx,
    tx: &mut Tx,
    cell: OrganisationId,
    action: Action,
) -> Result<(Organisation, Place)> {
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place), Action::SeeOrganisations)?;
    let organisation = organisations::find(tx, cell).await?.filter(|found| found.kind.meets());
    Ok((organisation.ok_or(Error::NotFound)?, place))
}
