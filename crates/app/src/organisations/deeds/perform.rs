//! Doing a deed: at once where its day has come, else kept until it does.

use nennep_domain::{
    ids::{DeedId, MemberId, OrganisationId},
    members::{Leaving, Standing},
    organisations::history::{Deed, DeedKind, Outcome},
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{WriteTx, deeds, deeds::Recorded, members, offices, organisations, recruiting};

use super::{
    Planned,
    list::kept,
    weigh::{Weighed, weigh},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    jobs::{self, Task},
    turn,
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
    turn::take(ctx, &mut tx).await?;
    if deeds::find(&mut tx, id).await?.is_some() {
        let before = kept(ctx, &mut tx, id).await?;
        return sent_again(&before, planned);
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
        write(ctx, &mut tx, id, &weighed).await?;
    }
    let event = Event::new(event_of(planned.deed.kind())).to(id.0).with("waits", waits);
    let place = planned.deed.names().into_iter().find(|id| known.contains(id));
    events::record(&mut tx, ctx, place.map_or(event.clone(), |place| event.at(place))).await?;
    tx.commit().await?;
    Ok(if waits { Performed::Waits } else { Performed::Done })
}

#[derive(Debug, thiserror::Error)]
#[error("another deed has this id, or it was withdrawn")]
struct IdUsed;

impl Refusal for IdUsed {
    fn sentence(&self) -> Sentence {
        Sentence::new("history-refused-id-used")
    }
}

/// What became of the deed when it was sent first; refused if it was another one, or was withdrawn.
fn sent_again(before: &Recorded, planned: &Planned) -> Result<Performed> {
    let same = serde_json::from_value::<Deed>(before.details.clone()).is_ok_and(|deed| deed == planned.deed)
        && before.on == planned.on
        && before.withdrawn_at.is_none();
    match before.done_at {
        _ if !same => Err(Error::refused(IdUsed)),
        Some(_) => Ok(Performed::Done),
        None => Ok(Performed::Waits),
    }
}

/// Writes what a deed does: organisations, standings, terms of office that end with them.
pub(super) async fn write(ctx: &Ctx, tx: &mut WriteTx, id: DeedId, weighed: &Weighed) -> Result<()> {
    let (outcome, standings) = (&weighed.outcome, &weighed.standings);
    organisations::perform(tx, id, outcome).await?;
    for left in [Leaving::Transferred, Leaving::Changed] {
        let ended: Vec<_> =
            outcome.ended_standings.iter().filter(|(_, how)| *how == left).map(|(id, _)| *id).collect();
        members::end_standings(tx, &ended, outcome.on, left, id).await?;
    }
    members::insert_standings_by(tx, &outcome.begun_standings, Some(id)).await?;
    let ceased: Vec<OrganisationId> = outcome.ceased().collect();
    offices::end_all(tx, &ceased, outcome.on, id).await?;
    for (member, left) in left_a_cell_that_goes_on(outcome, standings) {
        offices::end_of_member(tx, member, Some(left), outcome.on, id).await?;
    }
    for cell in &ceased {
        let heirs = outcome.successions.iter().filter(|one| one.predecessor == *cell);
        let heirs: Vec<OrganisationId> = heirs.map(|one| one.successor).collect();
        if let [heir] = heirs[..] {
            recruiting::hand_over(tx, (*cell, heir), outcome.on, ctx.now(), ctx.actor.account).await?;
        }
    }
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

/// Who left a cell that goes on, and which: an office there is left with it.
fn left_a_cell_that_goes_on(outcome: &Outcome, standings: &[Standing]) -> Vec<(MemberId, OrganisationId)> {
    let ceased: Vec<OrganisationId> = outcome.ceased().collect();
    let ended = outcome.ended_standings.iter().filter(|(_, how)| *how == Leaving::Transferred);
    let left = ended.filter_map(|(id, _)| standings.iter().find(|one| one.id == *id));
    left.filter(|one| !ceased.contains(&one.cell)).map(|one| (one.member, one.cell)).collect()
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
