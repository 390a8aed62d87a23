//! Where the asker has business: the cells to stand in, lead or follow, and the committees whose cells to look after.

use std::collections::HashSet;

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Actor, Resource, Scope},
    },
    ids::OrganisationId,
    organisations::{Organisation, Place},
};
use nennep_store::{Tx, organisations};
use uuid::Uuid;

use crate::{Ctx, boxed, error::Result};

/// Where the asker has business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Cells the asker stands in or leads, the own one first, then those followed for the committee.
    pub cells: Vec<Organisation>,
    /// Committee organisations whose cells the asker looks after, by code.
    pub committees: Vec<Organisation>,
}

/// The organisations in which the asker stands or holds an office, each once.
fn business(actor: &Actor) -> Vec<OrganisationId> {
    let offices = [
        Office::Secretary,
        Office::Deputy,
        Office::CommitteeMember,
        Office::Overseer,
        Office::OrganisationOffice,
        Office::InspectionCommittee,
    ];
    let mut places: Vec<OrganisationId> = actor.cells.clone();
    places.extend(actor.places_of(&offices));
    places.sort_unstable();
    places.dedup();
    places
}

/// Where the asker has business, each place with all above it; the program itself has business at the top.
pub(crate) async fn places(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<Place>> {
    let ids = if ctx.actor.scope == Scope::System {
        organisations::roots(tx).await?.iter().map(|one| one.id).collect()
    } else {
        business(&ctx.actor)
    };
    Ok(organisations::places(tx, &ids).await?)
}

/// Where the asker has business, read from the offices held today; empty for whoever only keeps the machine.
#[boxed]
pub async fn of_asker(ctx: &Ctx) -> Result<Reach> {
    let mut tx = ctx.store.read().await?;
    let found = organisations::find_many(&mut tx, &business(&ctx.actor)).await?;
    let (mut cells, mut committees): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.kind.meets());
    let stands = |one: &Organisation| !ctx.actor.cells.contains(&one.id);
    cells.sort_by(|a, b| (stands(a), &a.code).cmp(&(stands(b), &b.code)));
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(Reach { cells, committees })
}

/// Where the asker has business and may do `action`: committees by code, then cells, the own one first.
#[boxed]
pub async fn where_may(ctx: &Ctx, action: Action) -> Result<Vec<Organisation>> {
    let reach = of_asker(ctx).await?;
    let mut all: Vec<Organisation> = reach.committees;
    all.extend(reach.cells);
    let ids = all.iter().map(|one| one.id);
    let open = those_where(ctx, &mut ctx.store.read().await?, action, ids).await?;
    all.retain(|one| open.contains(&one.id));
    Ok(all)
}

/// Those of these organisations at which the asker may do `action`. What stands below a committee is asked about as
/// itself: whoever sits in the committee sits in none of the cells below.
pub(crate) async fn those_where(
    ctx: &Ctx,
    tx: &mut Tx,
    action: Action,
    ids: impl Iterator<Item = OrganisationId>,
) -> Result<HashSet<OrganisationId>> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let places = organisations::places(tx, &ids).await?;
    let open = places.iter().filter(|place| ctx.may(action, &Resource::at(place)));
    Ok(open.map(|place| place.organisation).collect())
}

/// Whether the asker may do `action` at whatever stands below an organisation; at a cell, in the cell itself.
#[boxed]
pub async fn may_within(ctx: &Ctx, action: Action, organisation: OrganisationId) -> Result<bool> {
    let mut tx = ctx.store.read().await?;
    let Some(one) = organisations::find(&mut tx, organisation).await? else { return Ok(false) };
    let Some(mut place) = organisations::place(&mut tx, organisation).await? else { return Ok(false) };
    if !one.kind.meets() {
        // Whoever sits in a committee sits in none of the cells below: it is asked as of one of those.
        place.above.insert(0, place.organisation);
        place.organisation = OrganisationId(Uuid::nil());
    }
    Ok(ctx.may(action, &Resource::at(&place)))
}

/// Whether the asker may do `action` at an organisation: for pages that offer the way to it.
#[boxed]
pub async fn may_at(ctx: &Ctx, action: Action, organisation: OrganisationId) -> Result<bool> {
    let place = organisations::place(&mut ctx.store.read().await?, organisation).await?;
    Ok(place.is_some_and(|place| ctx.may(action, &Resource::at(&place))))
}
