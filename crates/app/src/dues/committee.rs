//! What the cells below a committee collected of a month, sent up, and what was received: no names, no single payments.

use std::collections::HashMap;

use nennep_domain::{
    accounts::permission::Action,
    dues::{ClosedMonth, Remittance, difference},
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
    time::Month,
};
use nennep_store::{
    dues::{self as store, CellSums},
    members, organisations,
};

use super::reckon::day_of;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
};

/// One cell's month.
#[derive(Debug, Clone)]
pub struct CellDues {
    /// The cell.
    pub cell: Organisation,
    /// How many members belong to it.
    pub members: u32,
    /// What its book says so far.
    pub sums: CellSums,
    /// Set once the cell closed the month.
    pub closed: Option<ClosedMonth>,
    /// What it sent up.
    pub remittances: Vec<Remittance>,
    /// Whether the asker opens its book.
    pub opens: bool,
}

impl CellDues {
    /// What it sent, in đồng.
    pub fn sent(&self) -> i64 {
        self.remittances.iter().map(|one| one.dong).sum()
    }

    /// What the committee received, in đồng.
    pub fn received(&self) -> i64 {
        self.remittances.iter().filter_map(|one| one.received.map(|(dong, _)| dong)).sum()
    }

    /// What was sent less what was received of it, in đồng.
    pub fn difference(&self) -> i64 {
        difference(&self.remittances)
    }
}

/// The cells below a committee.
#[derive(Debug, Clone)]
pub struct CommitteeDues {
    /// The organisation asked about.
    pub organisation: Organisation,
    /// The month.
    pub month: Month,
    /// The cells whose totals the asker sees, by code.
    pub cells: Vec<CellDues>,
    /// Whether the asker says what was received.
    pub receives: bool,
}

/// What the cells within an organisation collected of a month and sent up, as far as the asker sees totals.
#[boxed]
pub async fn of_committee(ctx: &Ctx, within: OrganisationId, month: Month) -> Result<CommitteeDues> {
    let mut tx = ctx.store.read().await?;
    let organisation = organisations::find(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let on = day_of(month, ctx.now().date());
    let kind = Some(OrganisationKind::Cell);
    let filter = organisations::Filter { within: Some(within), kind, on: Some(on), ..Default::default() };
    let mut cells = organisations::list(&mut tx, filter, u32::MAX).await?;
    let ids = || cells.iter().map(|cell| cell.id);
    let seen = reach::those_where(ctx, &mut tx, Action::SeeDuesTotals, ids()).await?;
    let opened = reach::those_where(ctx, &mut tx, Action::SeeDues, ids()).await?;
    let receiving = reach::those_where(ctx, &mut tx, Action::ReceiveDues, ids()).await?;
    if seen.is_empty() && !cells.is_empty() {
        return Err(Error::Forbidden);
    }
    cells.retain(|cell| seen.contains(&cell.id));
    let sums = store::sums_within(&mut tx, within, on, month).await?;
    let closed = store::closed_within(&mut tx, within, on, month).await?;
    let sent = store::remittances_within(&mut tx, within, on, month).await?;
    let counts = members::membership_counts(&mut tx, within, on).await?;
    let counts: HashMap<_, _> =
        counts.into_iter().map(|(cell, official, probationary)| (cell, official + probationary)).collect();
    let cells = cells.into_iter().map(|cell| CellDues {
        members: counts.get(&cell.id).copied().unwrap_or_default(),
        sums: sums.get(&cell.id).copied().unwrap_or_default(),
        closed: closed.iter().find(|one| one.cell == cell.id).copied(),
        remittances: sent.iter().filter(|one| one.cell == cell.id).cloned().collect(),
        opens: opened.contains(&cell.id),
        cell,
    });
    Ok(CommitteeDues { organisation, month, cells: cells.collect(), receives: !receiving.is_empty() })
}
