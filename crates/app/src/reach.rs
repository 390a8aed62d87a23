//! Where the asker has business: the cells to stand in, lead or follow, and the committees whose cells to look after.

use std::collections::HashSet;

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource, Scope},
    },
    ids::OrganisationId,
    organisations::Organisation,
};
use nennep_store::{Tx, organisations};

use crate::{Ctx, boxed, error::Result};

/// Where the asker has business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Cells the asker stands in or leads, the own one first, then those followed for the committee.
    pub cells: Vec<Organisation>,
    /// Committee organisations whose cells the asker looks after, by code.
    pub committees: Vec<Organisation>,
}

/// Where the asker has business, read from the offices held today; empty for whoever only keeps the machine.
#[boxed]
pub async fn of_asker(ctx: &Ctx) -> Result<Reach> {
    let offices = [
        Office::Secretary,
        Office::Deputy,
        Office::CommitteeMember,
        Office::Overseer,
        Office::OrganisationOffice,
        Office::InspectionCommittee,
    ];
    let mut wanted: Vec<OrganisationId> = ctx.actor.cells.clone();
    wanted.extend(ctx.actor.places_of(&offices));
    wanted.sort_unstable();
    wanted.dedup();
    let mut tx = ctx.store.read().await?;
    let found = organisations::find_many(&mut tx, &wanted).await?;
    let (mut cells, mut committees): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.kind.meets());
    let stands = |one: &Organisation| !ctx.actor.cells.contains(&one.id);
    cells.sort_by(|a, b| (stands(a), &a.code).cmp(&(stands(b), &b.code)));
    committees.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(Reach { cells, committees })
}

/// Where the asker has business and may do `action`: committees by code, then cells, the own one first. The program itself has business
/// at the top.
#[boxed]
pub async fn where_may(ctx: &Ctx, action: Action) -> Result<Vec<Organisation>> {
    if ctx.actor.scope == Scope::System {
        return Ok(organisations::roots(&mut ctx.store.read().await?).await?);
    }
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

/// Whether the asker may do `action` at an organisation: for pages that offer the way to it.
#[boxed]
pub async fn may_at(ctx: &Ctx, action: Action, organisation: OrganisationId) -> Result<bool> {
    let place = organisations::place(&mut ctx.store.read().await?, organisation).await?;
    Ok(place.is_some_and(|place| ctx.may(action, &Resource::at(&place))))
}
