//! A cell's book of one month: who owes what and why, who paid, what reached the cell and what goes up.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    dues::{Basis, ClosedMonth, DuesError, Paid, Receipt, Remittance},
    ids::{MemberId, OrganisationId},
    members::StandingState,
    organisations::{Organisation, Place},
    problems::{Citation, Sentence},
    rules::{Hundredths, Ruled},
    time::Month,
};
use nennep_store::{
    Tx,
    dues::{self as store, PayerRow},
    members,
};

use super::{
    cell_for,
    reckon::{Reckoning, day_of},
};
use crate::{Ctx, boxed, error::Result};

/// One member of a cell's book of a month.
#[derive(Debug, Clone)]
pub struct DuesLine {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// How the member stands in the cell; `None`: stood there when the month was closed.
    pub state: Option<StandingState>,
    /// By what the dues are reckoned.
    pub basis: Option<Basis>,
    /// What is owed and was paid.
    pub paid: Paid,
    /// Why so much is owed, or what is missing; `None` of a closed month.
    pub said: Option<Sentence>,
    /// The rule it rests on.
    pub citation: Option<Citation>,
    /// The good reason why nothing was paid.
    pub excuse: Option<String>,
    /// The months of this year that count as unpaid.
    pub arrears: Vec<Month>,
}

/// A cell's book of one month.
#[derive(Debug, Clone)]
pub struct DuesBook {
    /// The cell.
    pub cell: Organisation,
    /// The month.
    pub month: Month,
    /// Whoever owes dues in it, by given name.
    pub lines: Vec<DuesLine>,
    /// Receipts of the days of that month, those struck out too, each with the member's name.
    pub receipts: Vec<(Receipt, String)>,
    /// What reached the cell on its days, in đồng.
    pub collected: i64,
    /// The share that goes up.
    pub share: Ruled<Hundredths>,
    /// Set once it is closed.
    pub closed: Option<ClosedMonth>,
    /// The last month the cell closed.
    pub last_closed: Option<Month>,
    /// What was sent up of it.
    pub remittances: Vec<Remittance>,
    /// Whether the asker keeps the book.
    pub keeps: bool,
    /// Whether the asker says what the committee received.
    pub receives: bool,
}

impl DuesBook {
    /// What goes up of it, in đồng: as it was closed, or as it stands.
    pub fn to_send(&self) -> i64 {
        self.closed.map_or_else(|| self.share.value.percent_of(self.collected), |closed| closed.to_send())
    }

    /// What is owed in all, in đồng.
    pub fn owed(&self) -> i64 {
        self.lines.iter().filter_map(|line| line.paid.owed).sum()
    }

    /// What was paid for this month, in đồng.
    pub fn paid(&self) -> i64 {
        self.lines.iter().map(|line| line.paid.paid).sum()
    }

    /// What keeps it from being closed, if anything does: the month is to come, an earlier one is open, or dues are not known.
    pub fn cannot_close(&self, today: Date) -> Option<DuesError> {
        can_close(self.month, self.last_closed, today).err().or_else(|| {
            let members = self.lines.iter().filter(|line| line.paid.owed.is_none()).count();
            (members > 0).then_some(DuesError::NotReckoned { members })
        })
    }
}

/// Months are closed in order, and none before it has begun.
pub(super) fn can_close(month: Month, last: Option<Month>, today: Date) -> Result<(), DuesError> {
    match last {
        _ if month > Month::of(today) => Err(DuesError::MonthToCome),
        Some(last) if month > last.plus(1) => Err(DuesError::EarlierOpen),
        Some(last) if month <= last => Err(DuesError::LaterClosed),
        _ => Ok(()),
    }
}

/// A cell's book of a month, for those who see its dues.
#[boxed]
pub async fn of_cell(ctx: &Ctx, cell: OrganisationId, month: Month) -> Result<DuesBook> {
    let mut tx = ctx.store.read().await?;
    let (organisation, place) = cell_for(ctx, &mut tx, cell, Action::SeeDues).await?;
    read(ctx, &mut tx, organisation, &place, month).await
}

/// The same, where the asker was asked.
pub(super) async fn read(
    ctx: &Ctx,
    tx: &mut Tx,
    cell: Organisation,
    place: &Place,
    month: Month,
) -> Result<DuesBook> {
    let days = (month.first_day(), month.last_day());
    let closed = store::closed_in(tx, cell.id, (month, month)).await?.pop();
    let payers = store::payers(tx, cell.id, day_of(month, ctx.now().date())).await?;
    let listed = if closed.is_some() { store::closed_members(tx, cell.id, month).await? } else { Vec::new() };
    let receipts = store::receipts_of_cell(tx, cell.id, days).await?;
    let mut people: Vec<MemberId> = payers.iter().map(|payer| payer.member).collect();
    people.extend(&listed);
    people.extend(receipts.iter().map(|receipt| receipt.member));
    people.sort_unstable();
    people.dedup();
    let names = names(tx, &people).await?;
    let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
    let year = Month::of(month.first_day().first_of_year());
    let known = Reckoning::of(ctx, tx, place, &people, (year, month)).await?;
    let lines = if closed.is_some() {
        listed.iter().map(|id| closed_line(&known, &payers, *id, name(*id), month)).collect()
    } else {
        open_lines(&known, &payers, month)
    };
    let receipts = receipts.into_iter().map(|receipt| {
        let name = name(receipt.member);
        (receipt, name)
    });
    let receipts: Vec<_> = receipts.collect();
    let resource = Resource::at(place);
    Ok(DuesBook {
        collected: store::collected(tx, cell.id, days).await?,
        share: known.rules(month).share_sent_up_percent(),
        last_closed: store::last_closed(tx, cell.id).await?,
        remittances: store::remittances(tx, cell.id, month).await?,
        keeps: ctx.may(Action::KeepDues, &resource),
        receives: ctx.may(Action::ReceiveDues, &resource),
        cell,
        month,
        lines,
        receipts,
        closed,
    })
}

fn open_lines(known: &Reckoning<'_>, payers: &[PayerRow], month: Month) -> Vec<DuesLine> {
    let rules = known.rules(month);
    let line = |payer: &PayerRow| {
        let owed = known.owed(payer, month, &rules)?;
        Some(DuesLine {
            member: payer.member,
            name: payer.name.clone(),
            state: Some(payer.state),
            basis: known.basis(payer.member, month).cloned(),
            // A month closed in another cell is settled there.
            paid: Paid { closed: false, ..known.month(payer.member, month, owed.dong) },
            said: Some(owed.said),
            citation: owed.citation,
            excuse: known.excuse(payer.member, month).map(str::to_owned),
            arrears: known.arrears(payer.member),
        })
    };
    payers.iter().filter_map(line).collect()
}

/// One on the list when the month was closed, who may have left since.
fn closed_line(
    known: &Reckoning<'_>,
    payers: &[PayerRow],
    member: MemberId,
    name: String,
    month: Month,
) -> DuesLine {
    DuesLine {
        member,
        name,
        state: payers.iter().find(|payer| payer.member == member).map(|payer| payer.state),
        basis: known.basis(member, month).cloned(),
        paid: known.month(member, month, None),
        said: None,
        citation: None,
        excuse: known.excuse(member, month).map(str::to_owned),
        arrears: known.arrears(member),
    }
}

async fn names(tx: &mut Tx, people: &[MemberId]) -> Result<HashMap<MemberId, String>> {
    let found = members::find_many(tx, people).await?;
    Ok(found.into_iter().map(|one| (one.id, one.profile.full_name)).collect())
}
