//! Where the asker has business: the cells to stand in, lead or follow, and the committees whose cells to look after.

use nennep_domain::{accounts::Office, ids::OrganisationId, organisations::Organisation};
use nennep_store::organisations;

use crate::{Ctx, error::Result};

/// Where the asker has business.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Cells the asker stands in or leads, the own one first, then those followed for the committee.
    pub cells: Vec<Organisation>,
    /// Committee organisations whose cells the asker looks after, by code.
    pub committees: Vec<Organisation>,
}

/// Where the asker has business, read from the offices held today; empty for whoever only keeps the machine.
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
