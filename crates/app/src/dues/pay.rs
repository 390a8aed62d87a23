//! Entering what was paid, and striking it out again.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    dues::{DuesError, MOST_MONTHS, PaymentWay, Receipt, checked_amount, spread},
    ids::{MemberId, OrganisationId, ReceiptId},
    organisations::Place,
    problems::{Refusal as _, Sentence},
    time::Month,
};
use nennep_store::{
    WriteTx,
    dues::{self as store, PayerRow},
};

use super::{
    book, cell_for,
    reckon::{Reckoning, day_of},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    turn,
};

/// Dues paid at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Its id: sent twice, it is one payment.
    pub id: ReceiptId,
    /// The member.
    pub member: MemberId,
    /// The first month it is for.
    pub from: Month,
    /// The last month it is for.
    pub to: Month,
    /// How many đồng.
    pub dong: i64,
    /// The day.
    pub paid_on: Date,
    /// How.
    pub way: PaymentWay,
    /// A word beside it.
    pub note: String,
}

/// The longest word beside a payment.
const LONGEST_NOTE: usize = 300;

impl Payment {
    fn months(&self) -> Result<Vec<Month>> {
        let months: Vec<Month> = (0..)
            .map(|n| self.from.plus(n))
            .take_while(|month| *month <= self.to)
            .take(MOST_MONTHS + 1)
            .collect();
        checked_amount(self.dong, months.len()).map_err(|wrong| {
            let field = if wrong == DuesError::NotAnAmount { "dong" } else { "to" };
            Error::invalid(field, wrong.sentence())
        })?;
        if self.note.trim().chars().count() > LONGEST_NOTE {
            return Err(Error::invalid("note", Sentence::new("dues-note-too-long")));
        }
        Ok(months)
    }
}

/// Enters what a member paid in a cell: the oldest of the months first, what is beyond belongs to the last. Sent twice it is one
/// payment. Refused on a day to come, or in a month the cell has closed.
#[boxed]
pub async fn pay(ctx: &Ctx, cell: OrganisationId, payment: &Payment) -> Result<Receipt> {
    let months = payment.months()?;
    let mut tx = ctx.store.write().await?;
    let (_, place) = cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    turn::take(ctx, &mut tx).await?;
    if let Some(receipt) = store::find_receipt(&mut tx, payment.id).await? {
        let same = receipt.cell == cell && receipt.member == payment.member;
        return if same { Ok(receipt) } else { Err(Error::NotFound) };
    }
    must_be_open(ctx, &mut tx, cell, payment.paid_on).await?;
    let today = ctx.now().date();
    let payers = store::payers(&mut tx, cell, day_of(payment.to, today)).await?;
    let payer = payers.iter().find(|payer| payer.member == payment.member);
    let payer = payer.ok_or_else(|| Error::refused(DuesError::NotOnTheList))?;
    let known = Reckoning::of(ctx, &mut tx, &place, &[payment.member], (payment.from, payment.to)).await?;
    let open: Vec<_> = months.iter().map(|month| (*month, open_of(&known, payer, *month))).collect();
    let parts = spread(payment.dong, &open);
    let new = New {
        id: payment.id,
        cell,
        member: payment.member,
        paid_on: payment.paid_on,
        way: payment.way,
        note: payment.note.trim(),
        parts,
    };
    let receipt = new.enter(ctx, &mut tx).await?;
    tx.commit().await?;
    Ok(receipt)
}

/// What is still owed for a month, in đồng; `None` where that is not known.
fn open_of(known: &Reckoning<'_>, payer: &PayerRow, month: Month) -> Option<i64> {
    let rules = known.rules(month);
    let owed = known.owed(payer, month, &rules).and_then(|owed| owed.dong);
    let month = known.month(payer.member, month, owed);
    month.owed.map(|_| month.open())
}

/// Enters for each of these members what is still open of a month, as paid in full. Gives how many payments were entered: nothing
/// for whoever owes nothing more, so that sending it twice is safe.
#[boxed]
pub async fn pay_all(
    ctx: &Ctx,
    cell: OrganisationId,
    month: Month,
    members: &[MemberId],
    paid_on: Date,
    way: PaymentWay,
) -> Result<u32> {
    let mut tx = ctx.store.write().await?;
    let (organisation, place) = cell_for(ctx, &mut tx, cell, Action::KeepDues).await?;
    turn::take(ctx, &mut tx).await?;
    must_be_open(ctx, &mut tx, cell, paid_on).await?;
    let book = book::read(ctx, &mut tx, organisation, &place, month).await?;
    let mut entered = 0;
    for line in book.lines.iter().filter(|line| members.contains(&line.member)) {
        let open = line.paid.open();
        if open > 0 {
            let id = ReceiptId(ctx.new_id());
            let parts = vec![(month, open)];
            New { id, cell, member: line.member, paid_on, way, note: "", parts }.enter(ctx, &mut tx).await?;
            entered += 1;
        }
    }
    tx.commit().await?;
    Ok(entered)
}

/// Nothing, if money may be entered as received by a cell on a day.
async fn must_be_open(ctx: &Ctx, tx: &mut WriteTx, cell: OrganisationId, on: Date) -> Result<()> {
    if on > ctx.now().date() {
        return Err(Error::refused(DuesError::DayToCome));
    }
    let last = store::last_closed(tx, cell).await?;
    if last.is_some_and(|last| Month::of(on) <= last) {
        return Err(Error::refused(DuesError::MonthClosed));
    }
    Ok(())
}

/// A receipt about to be entered.
struct New<'a> {
    id: ReceiptId,
    cell: OrganisationId,
    member: MemberId,
    paid_on: Date,
    way: PaymentWay,
    note: &'a str,
    parts: Vec<(Month, i64)>,
}

impl New<'_> {
    async fn enter(self, ctx: &Ctx, tx: &mut WriteTx) -> Result<Receipt> {
        let number = if self.way.is_receipted() {
            Some(store::next_number(tx, self.cell, self.paid_on.year()).await?)
        } else {
            None
        };
        let receipt = Receipt {
            id: self.id,
            cell: self.cell,
            member: self.member,
            number,
            paid_on: self.paid_on,
            way: self.way,
            note: self.note.to_owned(),
            months: self.parts,
            recorded_at: ctx.now(),
            withdrawn_at: None,
        };
        if !store::insert_receipt(tx, &receipt, ctx.actor.account).await? {
            return Err(Error::fault("a receipt's number was taken"));
        }
        let event = Event::new("dues.paid").at(self.cell).to(self.id.0).with("months", receipt.months.len());
        events::record(tx, ctx, event).await?;
        Ok(receipt)
    }
}

/// Strikes a payment out that was entered within the last day, while its month is open; it keeps its number. Doing it twice is
/// safe.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: ReceiptId) -> Result<Receipt> {
    let mut tx = ctx.store.write().await?;
    let receipt = store::find_receipt(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let _: (_, Place) = cell_for(ctx, &mut tx, receipt.cell, Action::KeepDues).await?;
    if receipt.withdrawn_at.is_some() {
        return Ok(receipt);
    }
    turn::take(ctx, &mut tx).await?;
    must_be_open(ctx, &mut tx, receipt.cell, receipt.paid_on).await?;
    let since = ctx.can_take_back_since();
    if !store::withdraw_receipt(&mut tx, id, since, ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(DuesError::TooOld));
    }
    events::record(&mut tx, ctx, Event::new("dues.payment_withdrawn").at(receipt.cell).to(id.0)).await?;
    tx.commit().await?;
    Ok(receipt)
}
