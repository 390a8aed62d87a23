//! Doing a deed in a member's life.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{DeedId, OrganisationId, TransferId},
    members::{
        MemberGrade, Profile, Standing,
        life::{LifeDeed, LifeKind},
    },
    problems::{Refusal, Sentence},
    time::PartialDate,
};
use nennep_store::{Tx, WriteTx, deeds, deeds::Recorded, members, offices, organisations, transfers};
use serde::{Deserialize, Serialize};

use super::{
    Planned,
    weigh::{Weighed, cell_named, kept_places, weigh},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::{Typed, by_hand::insert_new},
    turn,
};

/// Does a deed in a member's life: the standings, what the register keeps of it, and the terms of office that end with it, all or
/// nothing. The same id sent twice is one deed.
#[boxed]
pub async fn perform(ctx: &Ctx, id: DeedId, planned: &Planned) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    if deeds::find(&mut tx, id).await?.is_some() {
        return sent_again(ctx, &mut tx, id, planned).await;
    }
    let weighed = weigh(ctx, &mut tx, planned).await?;
    write(ctx, &mut tx, id, planned, &weighed, None).await?;
    tx.commit().await?;
    Ok(())
}

/// Admits somebody the register does not know yet: who it is, and the deed, in one. One with the same card or identity number, or the
/// same name and date of birth, is refused as in [`crate::members::add`].
#[boxed]
pub async fn admit(ctx: &Ctx, id: DeedId, planned: &Planned, typed: &Typed) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let cell = cell_named(&planned.deed).ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepMembers, &Resource::at(&place), Action::SeeMembers)?;
    if deeds::find(&mut tx, id).await?.is_some() {
        return sent_again(ctx, &mut tx, id, planned).await;
    }
    admit_in(ctx, &mut tx, id, planned, typed).await?;
    tx.commit().await?;
    Ok(())
}

/// The same within a transaction in which more is written, by who took the turn.
pub(crate) async fn admit_in(
    ctx: &Ctx,
    tx: &mut WriteTx,
    id: DeedId,
    planned: &Planned,
    typed: &Typed,
) -> Result<()> {
    if deeds::find(tx, id).await?.is_some() {
        return Err(Error::refused(IdUsed));
    }
    insert_new(ctx, tx, planned.member, typed).await?;
    let weighed = weigh(ctx, tx, planned).await?;
    write(ctx, tx, id, planned, &weighed, None).await
}

pub(super) async fn write(
    ctx: &Ctx,
    tx: &mut WriteTx,
    id: DeedId,
    planned: &Planned,
    weighed: &Weighed,
    received: Option<TransferId>,
) -> Result<()> {
    let recorded = Recorded {
        id,
        kind: planned.deed.kind().to_string(),
        on: planned.on,
        until: until(&planned.deed),
        decision: planned.decision.clone(),
        details: details(planned, &weighed.profile)?,
        recorded_at: ctx.now(),
        recorded_by: ctx.actor.account,
        done_at: Some(ctx.now()),
        withdrawn_at: None,
        refused: None,
    };
    let mut cells: Vec<OrganisationId> = weighed.outcome.begun.iter().map(|one| one.cell).collect();
    cells.push(weighed.home.organisation);
    deeds::insert(tx, &recorded, &cells, &[planned.member]).await?;
    for ended in &weighed.outcome.ended {
        let open = weighed.standings.iter().any(|one| one.id == ended.standing && one.to_on.is_none());
        if open {
            members::end_standings(tx, &[ended.standing], ended.on, ended.left, id).await?;
        } else {
            members::correct_end(tx, ended.standing, ended.on, ended.left).await?;
        }
    }
    members::insert_standings_by(tx, &weighed.outcome.begun, Some(id)).await?;
    if let Some(profile) = changed(planned, weighed) {
        members::update_profile(tx, planned.member, &profile, None, ctx.now()).await?;
    }
    if leaves_the_cell(&planned.deed) {
        transfers::withdraw_others(tx, planned.member, received, planned.on).await?;
    }
    match OfficesLeft::by(&planned.deed, weighed) {
        OfficesLeft::None => 0,
        OfficesLeft::In(cell) => {
            offices::end_of_member(tx, planned.member, Some(cell), planned.on, id).await?
        }
        OfficesLeft::All => offices::end_of_member(tx, planned.member, None, planned.on, id).await?,
    };
    let event = Event::new(event_of(planned.deed.kind())).at(weighed.home.organisation);
    events::record(tx, ctx, event.to(planned.member.0)).await
}

#[derive(Debug, thiserror::Error)]
#[error("another deed has this id, or it was taken back")]
struct IdUsed;

impl Refusal for IdUsed {
    fn sentence(&self) -> Sentence {
        Sentence::new("life-refused-id-used")
    }
}

/// Nothing, if it is the same deed sent again; refused if it is another one, or was taken back.
async fn sent_again(ctx: &Ctx, tx: &mut Tx, id: DeedId, planned: &Planned) -> Result<()> {
    kept_places(ctx, tx, planned, false).await?;
    let own = deeds::of_member(tx, planned.member).await?;
    let is_same = |before: &&Recorded| {
        before.id == id
            && before.on == planned.on
            && before.withdrawn_at.is_none()
            && serde_json::from_value::<LifeDeed>(before.details.clone())
                .is_ok_and(|deed| deed == planned.deed)
    };
    if own.iter().any(|before| is_same(&before)) { Ok(()) } else { Err(Error::refused(IdUsed)) }
}

/// The days of a register that a deed may write anew, as they were before: for taking it back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Before {
    pub(super) admitted_on: Option<PartialDate>,
    pub(super) official_on: Option<PartialDate>,
}

/// The deed as it is kept, with what stood before it.
fn details(planned: &Planned, profile: &Profile) -> Result<serde_json::Value> {
    let mut details = serde_json::to_value(&planned.deed).map_err(Error::fault)?;
    let before = Before { admitted_on: profile.admitted_on, official_on: profile.official_on };
    details["before"] = serde_json::to_value(before).map_err(Error::fault)?;
    Ok(details)
}

/// Whether the member leaves the cell for good: a transfer on its way leads nowhere then.
const fn leaves_the_cell(deed: &LifeDeed) -> bool {
    matches!(
        deed,
        LifeDeed::Transfer { .. }
            | LifeDeed::Depart { .. }
            | LifeDeed::Resign
            | LifeDeed::Remove
            | LifeDeed::Expel
            | LifeDeed::Die
    )
}

/// How long it is meant to last.
const fn until(deed: &LifeDeed) -> Option<Date> {
    match deed {
        LifeDeed::Send { until, .. } => Some(*until),
        LifeDeed::Exempt { until, .. } | LifeDeed::Suspend { until } => *until,
        _ => None,
    }
}

/// What the register keeps from now on, where that changes: the day party age runs from is that of the decision, the official day
/// that on which the probation was over (Điều lệ Đảng, Điều 5; 208-QĐ/TW).
fn changed(planned: &Planned, weighed: &Weighed) -> Option<Profile> {
    let profile = weighed.profile.clone();
    match planned.deed {
        LifeDeed::Admit { .. } | LifeDeed::Readmit { .. } => {
            let admitted_on = Some(PartialDate::day(planned.decision.on));
            Some(Profile { admitted_on, official_on: None, ..profile })
        }
        LifeDeed::Recognise => {
            let official = weighed.outcome.begun.iter().filter(|one| one.grade == MemberGrade::Official);
            let day = official.map(|one| one.from_on).min()?;
            Some(Profile { official_on: Some(PartialDate::day(day)), ..profile })
        }
        _ => None,
    }
}

/// Where terms of office end with a deed.
pub(super) enum OfficesLeft {
    /// Nowhere.
    None,
    /// In the cell left.
    In(OrganisationId),
    /// Everywhere: who leaves the Party, or this installation, holds none.
    All,
}

impl OfficesLeft {
    /// Where they end with this deed.
    pub(super) fn by(deed: &LifeDeed, weighed: &Weighed) -> Self {
        match deed {
            LifeDeed::Transfer { .. } => {
                let left = |one: &&Standing| one.to_on.is_none() && one.state.belongs();
                weighed.standings.iter().find(left).map_or(Self::None, |one| Self::In(one.cell))
            }
            LifeDeed::Depart { .. }
            | LifeDeed::Resign
            | LifeDeed::Remove
            | LifeDeed::Expel
            | LifeDeed::Die => Self::All,
            _ => Self::None,
        }
    }
}

const fn event_of(kind: LifeKind) -> &'static str {
    match kind {
        LifeKind::Admit => "member.admitted",
        LifeKind::Readmit => "member.readmitted",
        LifeKind::Receive => "member.received",
        LifeKind::Recognise => "member.recognised",
        LifeKind::Transfer => "member.transferred",
        LifeKind::Depart => "member.departed",
        LifeKind::Send => "member.sent",
        LifeKind::Recall => "member.recalled",
        LifeKind::Exempt => "member.exempted",
        LifeKind::Resume => "member.resumed",
        LifeKind::Suspend => "member.suspended",
        LifeKind::Restore => "member.restored",
        LifeKind::Introduce => "member.introduced",
        LifeKind::Part => "member.parted",
        LifeKind::Resign => "member.resigned",
        LifeKind::Remove => "member.removed",
        LifeKind::Expel => "member.expelled",
        LifeKind::Die => "member.died",
    }
}
