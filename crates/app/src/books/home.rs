//! The shelf: whose books somebody may open. A member's own cell, the cells one follows, and for a committee all cells
//! within, by search.

use nennep_domain::{
    accounts::Office,
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
};
use nennep_store::{
    Tx,
    organisations::{self, Filter},
};

use super::LEAF;
use crate::{Ctx, boxed, error::Result};

/// Offices that read the books of every cell below where they are held.
const ABOVE: [Office; 4] =
    [Office::Secretary, Office::Deputy, Office::OrganisationOffice, Office::InspectionCommittee];
/// Offices held in a cell itself.
const HERE: [Office; 4] = [Office::Secretary, Office::Deputy, Office::CommitteeMember, Office::Overseer];

/// Whose books somebody may open.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// Cells one stands in, leads or follows.
    pub own: Vec<Organisation>,
    /// The committee organisation whose cells one may search; `None` for those who hold no office above a cell.
    pub within: Option<Organisation>,
    /// Its cells, as searched, in order of code.
    pub cells: Vec<Organisation>,
    /// Whether there are more after them.
    pub more: bool,
}

/// The books open to the actor; `words`: part of a cell's name or code; `after`: the last cell of the leaf before.
#[boxed]
pub async fn shelf(ctx: &Ctx, words: &str, after: Option<(&str, OrganisationId)>) -> Result<Shelf> {
    let mut tx = ctx.store.read().await?;
    let mut own: Vec<_> = ctx.actor.cells.iter().copied().chain(ctx.actor.places_of(&HERE)).collect();
    own.sort_unstable();
    own.dedup();
    let mut own = organisations::find_many(&mut tx, &own).await?;
    own.retain(|one| one.kind.meets());
    own.sort_by(|one, other| one.code.cmp(&other.code));
    let within = highest(ctx, &mut tx).await?;
    let mut cells = Vec::new();
    if let Some(within) = &within {
        let kind = Some(OrganisationKind::Cell);
        let filter = Filter { within: Some(within.id), kind, words, after, ..Filter::default() };
        cells = organisations::list(&mut tx, filter, LEAF + 1).await?;
    }
    let most = usize::try_from(LEAF).unwrap_or(usize::MAX);
    let more = cells.len() > most;
    cells.truncate(most);
    Ok(Shelf { own, within, cells, more })
}

/// The highest organisation above cells in which the actor holds an office that reads its cells' books.
async fn highest(ctx: &Ctx, tx: &mut Tx) -> Result<Option<Organisation>> {
    let mut held: Vec<_> = ctx.actor.places_of(&ABOVE).collect();
    held.sort_unstable();
    held.dedup();
    let mut held = organisations::find_many(tx, &held).await?;
    held.retain(|one| !one.kind.meets() && one.kind != OrganisationKind::SubCell);
    held.sort_by(|one, other| (one.kind, &one.code).cmp(&(other.kind, &other.code)));
    Ok(held.into_iter().next())
}
