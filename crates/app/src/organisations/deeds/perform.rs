//! Doing a deed: at once where its day has come, else kept until it does.

use nennep_domain::{
    ids::{DeedId, OrganisationId},
    members::Leaving,
    organisations::history::{DeedKind, Outcome},
    time::Instant,
};
use nennep_store::{WriteTx, deeds, deeds::Recorded, members, offices, organisations};

use super::{Planned, list::kept, weigh::weigh};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    jobs::{self, Task},
};

/// What became of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Performed {
    /// What it changes stands in the register.
    Done,
    /// It waits for its day; until then it can be withdrawn.
    Waits,
}

/// Does a deed, or keeps it for its day. The same id sent twice is one deed. Refused, with nothing half done, where what it names
/// does not exist on its day or changed later, or where the tree, the codes or the cells would not be right.
#[boxed]
pub async fn perform(ctx: &Ctx, id: DeedId, planned: &Planned) -> Result<Performed> {
    let mut tx = ctx.store.write().await?;
    // One deed at a time, also where several could write: what one has looked at stays true until it is written.
    nennep_store::settings::set(&mut tx, "deed_turn", &ctx.now().to_string()).await?;
    if deeds::find(&mut tx, id).await?.is_some() {
        let before = kept(ctx, &mut tx, id).await?;
        return Ok(if before.is_waiting() { Performed::Waits } else { Performed::Done });
    }
    let weighed = weigh(ctx, &mut tx, planned).await?;
    let waits = planned.on > ctx.now().date();
    let recorded = Recorded {
        id,
        kind: planned.deed.kind().to_string(),
        on: planned.on,
        until: None,
        decision: planned.decision.clone(),
        details: serde_json::to_value(&planned.deed).map_err(Error::fault)?,
        recorded_at: ctx.now(),
        recorded_by: ctx.actor.account,
        done_at: None,
        withdrawn_at: None,
        refused: None,
    };
    let known: Vec<OrganisationId> =
        planned.deed.names().into_iter().filter(|id| !weighed.history.of(*id).is_empty()).collect();
    let existing = organisations::find_many(&mut tx, &known).await?;
    let known: Vec<OrganisationId> = existing.iter().map(|one| one.id).collect();
    deeds::insert(&mut tx, &recorded, &known, &[]).await?;
    if waits {
        let day = Instant::from_local(planned.on.at(0, 0, 0, 0));
        jobs::enqueue_at(&mut tx, ctx, Task::PerformDeeds, day).await?;
    } else {
        write(ctx, &mut tx, id, &weighed.outcome).await?;
    }
    let event = Event::new(event_of(planned.deed.kind())).to(id.0).with("waits", waits);
    let place = planned.deed.names().into_iter().find(|id| known.contains(id));
    events::record(&mut tx, ctx, place.map_or(event.clone(), |place| event.at(place))).await?;
    tx.commit().await?;
    Ok(if waits { Performed::Waits } else { Performed::Done })
}

/// Writes what a deed does: organisations, standings, terms of office that end with them.
pub(super) async fn write(ctx: &Ctx, tx: &mut WriteTx, id: DeedId, outcome: &Outcome) -> Result<()> {
    organisations::perform(tx, id, outcome).await?;
    for left in [Leaving::Transferred, Leaving::Changed] {
        let ended: Vec<_> =
            outcome.ended_standings.iter().filter(|(_, how)| *how == left).map(|(id, _)| *id).collect();
        members::end_standings(tx, &ended, outcome.on, left, id).await?;
    }
    members::insert_standings_by(tx, &outcome.begun_standings, Some(id)).await?;
    let ceased: Vec<OrganisationId> = outcome.ceased().collect();
    offices::end_all(tx, &ceased, outcome.on, id).await?;
    let touched: Vec<OrganisationId> =
        outcome.ended.iter().copied().chain(outcome.begun.iter().map(|one| one.organisation)).collect();
    deeds::concern_organisations(tx, id, &touched).await?;
    let mut moved: Vec<_> = outcome.begun_standings.iter().map(|one| one.member).collect();
    moved.sort_unstable();
    moved.dedup();
    deeds::concern_members(tx, id, &moved).await?;
    deeds::mark_done(tx, id, ctx.now()).await?;
    Ok(())
}

const fn event_of(kind: DeedKind) -> &'static str {
    match kind {
        DeedKind::Found => "organisation.founded",
        DeedKind::Rename => "organisation.renamed",
        DeedKind::Retype => "organisation.retyped",
        DeedKind::Upgrade => "organisation.raised",
        DeedKind::Merge => "organisations.merged",
        DeedKind::Split => "organisation.split",
        DeedKind::Move => "organisations.moved",
        DeedKind::Dissolve => "organisation.dissolved",
    }
}
