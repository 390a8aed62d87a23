//! Taking a deed back that was entered by mistake.

use nennep_domain::{
    accounts::permission::Action,
    ids::{DeedId, MemberId},
    members::{Profile, life::LifeKind},
    problems::{Refusal, Sentence},
};
use nennep_store::{deeds, deeds::Recorded, members, offices, recruiting, transfers};

use super::perform::Before;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load::load,
    turn,
};

#[derive(Debug, thiserror::Error)]
enum Cannot {
    #[error("entered longer ago")]
    TooOld,
    #[error("a later deed rests on it")]
    NotTheLast,
    #[error("the member belongs elsewhere by now")]
    HasAnotherHome,
    #[error("something was written about the member since")]
    WrittenAbout,
}

impl Refusal for Cannot {
    fn sentence(&self) -> Sentence {
        match self {
            Self::TooOld => Sentence::new("life-refused-too-old"),
            Self::NotTheLast => Sentence::new("life-refused-not-the-last"),
            Self::HasAnotherHome => Sentence::new("life-refused-has-another-home"),
            Self::WrittenAbout => Sentence::new("life-refused-written-about"),
        }
    }
}

/// The deed recorded last of those that stand: the one that can be taken back.
pub(super) fn last_of(deeds: &[Recorded]) -> Option<DeedId> {
    let standing = deeds.iter().filter(|one| one.withdrawn_at.is_none());
    standing.max_by_key(|one| (one.recorded_at, one.id)).map(|last| last.id)
}

/// Takes back the last deed in a member's life while it was entered within the last day: standings, offices and a transfer stand as
/// before. Doing it twice is safe. Later it is set right by another deed.
#[boxed]
pub async fn take_back(ctx: &Ctx, member: MemberId, id: DeedId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let (known, place) = load(ctx, &mut tx, member, Action::KeepMembers).await?;
    let all = deeds::of_member(&mut tx, member).await?;
    let deed = all.iter().find(|one| one.id == id).ok_or(Error::NotFound)?;
    if deed.withdrawn_at.is_some() {
        return Ok(());
    }
    let kind: LifeKind = deed.kind.parse().map_err(|_| Error::NotFound)?;
    if last_of(&all) != Some(id) {
        return Err(Error::refused(Cannot::NotTheLast));
    }
    if !deeds::take_back(&mut tx, id, ctx.can_take_back_since(), ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(Cannot::TooOld));
    }
    if !members::take_back(&mut tx, id).await? {
        return Err(Error::refused(Cannot::HasAnotherHome));
    }
    offices::reopen_by(&mut tx, id).await?;
    transfers::reopen(&mut tx, id).await?;
    let before = deed.details.get("before").cloned().map(serde_json::from_value::<Before>);
    if let (LifeKind::Admit | LifeKind::Readmit | LifeKind::Recognise, Some(Ok(before))) = (kind, before) {
        let Before { admitted_on, official_on } = before;
        let profile = Profile { admitted_on, official_on, ..known.profile };
        members::update_profile(&mut tx, member, &profile, None, ctx.now()).await?;
    }
    if kind == LifeKind::Admit {
        // Whoever came from a cell's list is on it again.
        recruiting::take_back(&mut tx, id).await?;
        // Whoever never stood anywhere is not kept: nobody could open the file.
        if members::standings_of(&mut tx, member).await?.is_empty()
            && members::is_written_about(&mut tx, member).await?
        {
            return Err(Error::refused(Cannot::WrittenAbout));
        }
        members::forget_if_nowhere(&mut tx, member).await?;
    }
    events::record(&mut tx, ctx, Event::new("deed.taken_back").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}
