//! What the members of a cell offer, for those who give its tasks: who meets a task first, and why.

use std::cmp::Reverse;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    offers::{Fit, Offer, OfferList, fit},
    organisations::Organisation,
};
use nennep_store::{Tx, WriteTx, events as kept_events, offers as store, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// One member's offer beside a task.
#[derive(Debug, Clone)]
pub struct CellOffer {
    /// The member's name.
    pub name: String,
    /// What was said.
    pub offer: Offer,
    /// What of it meets the task.
    pub fit: Fit,
}

/// What the members of a cell offer.
#[derive(Debug, Clone)]
pub struct CellOffers {
    /// The cell.
    pub cell: Organisation,
    /// Who said what they can: who meets the task best comes first, then by name.
    pub lines: Vec<CellOffer>,
    /// How many answered that there is nothing to say.
    pub nothing: usize,
}

/// The same reader is noted once in so many minutes.
const NOTED_MINUTES: i64 = 12 * 60;
/// So many events are looked through for it.
const LOOKED: u32 = 50;

/// What the members of a cell offer, those first who meet a task of this title; may be empty. It is noted who read it.
#[boxed]
pub async fn of_cell(ctx: &Ctx, cell: OrganisationId, title: &str) -> Result<CellOffers> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeOffers, &Resource::at(&place), Action::SeeTasks)?;
    let organisation = organisations::find(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    let all = store::of_cell(&mut tx, cell, ctx.now().date()).await?;
    let nothing = all.iter().filter(|(_, offer)| offer.said.nothing).count();
    note_reading(ctx, &mut tx, cell).await?;
    tx.commit().await?;
    Ok(CellOffers { cell: organisation, lines: sorted(all, title), nothing })
}

/// The same for a page of tasks, within a transaction of its own; not noted here.
pub(crate) async fn offered(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId) -> Result<Vec<CellOffer>> {
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    if !ctx.may(Action::SeeOffers, &Resource::at(&place)) {
        return Ok(Vec::new());
    }
    Ok(sorted(store::of_cell(tx, cell, ctx.now().date()).await?, ""))
}

fn sorted(all: Vec<(String, Offer)>, title: &str) -> Vec<CellOffer> {
    let line = |(name, offer): (String, Offer)| {
        let fit = fit(&offer.said, title, OfferList::built_in());
        CellOffer { name, offer, fit }
    };
    let mut lines: Vec<CellOffer> =
        all.into_iter().filter(|(_, offer)| !offer.said.nothing).map(line).collect();
    lines.sort_by_key(|line| Reverse(line.fit.weight()));
    lines
}

/// Whether it is noted within half a day that the asker read what a cell's members offer.
pub(crate) async fn is_noted(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId) -> Result<bool> {
    let since = ctx.now().plus_minutes(-NOTED_MINUTES);
    let before = kept_events::list_of(tx, cell.0, LOOKED).await?;
    let is_it = |event: &kept_events::Event| {
        event.kind == "offers.read" && event.account == ctx.actor.account && event.at >= since
    };
    Ok(before.iter().any(is_it))
}

/// Notes that the asker read what a cell's members offer, once in half a day.
pub(crate) async fn note_reading(ctx: &Ctx, tx: &mut WriteTx, cell: OrganisationId) -> Result<()> {
    if is_noted(ctx, tx, cell).await? {
        return Ok(());
    }
    events::record(tx, ctx, Event::new("offers.read").at(cell).to(cell.0)).await
}
