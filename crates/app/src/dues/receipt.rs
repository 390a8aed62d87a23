//! One receipt, to be shown and printed.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    dues::Receipt,
    ids::ReceiptId,
    organisations::Organisation,
};
use nennep_store::{dues as store, members, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// A receipt with the names it speaks of.
#[derive(Debug, Clone)]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: Receipt,
    /// The cell that entered it.
    pub cell: Organisation,
    /// The member's name.
    pub name: String,
    /// Whether the asker can strike it out now.
    pub can_be_withdrawn: bool,
}

/// A receipt, for the member and for those who see the dues of the cell that entered it.
#[boxed]
pub async fn receipt(ctx: &Ctx, id: ReceiptId) -> Result<ReceiptView> {
    let mut tx = ctx.store.read().await?;
    let receipt = store::find_receipt(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, receipt.cell).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place).of_member(receipt.member);
    ctx.must(Action::SeeDues, &resource, Action::SeeDues)?;
    let member = members::find(&mut tx, receipt.member).await?.ok_or(Error::NotFound)?;
    Ok(ReceiptView {
        can_be_withdrawn: receipt.withdrawn_at.is_none()
            && receipt.recorded_at >= ctx.can_take_back_since()
            && ctx.may(Action::KeepDues, &resource),
        cell: organisations::find(&mut tx, receipt.cell).await?.ok_or(Error::NotFound)?,
        name: member.profile.full_name,
        receipt,
    })
}
