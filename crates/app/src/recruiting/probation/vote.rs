//! The vote on a recognition: put on the agenda of a meeting, and taken off.

use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, MemberId},
    recruiting::VotedOn,
};
use nennep_store::meetings::Coming;

use super::{load::load, show};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    recruiting::cell_votes::{ahead, coming, is_put, put, take_off},
};

/// A probation with the meetings on whose agenda the vote can be put.
#[derive(Debug, Clone)]
pub struct ProbationVoteChoices {
    /// The probation.
    pub view: show::ProbationView,
    /// The cell's meetings that are under way or to come, the earliest first.
    pub meetings: Vec<Coming>,
}

/// On which meetings' agendas the vote can be put, for those who keep the cell's members.
#[boxed]
pub async fn meetings_for_vote(ctx: &Ctx, id: MemberId) -> Result<ProbationVoteChoices> {
    let view = show::for_change(ctx, id).await?;
    let mut tx = ctx.store.read().await?;
    let meetings = coming(ctx, &mut tx, view.cell.id).await?;
    Ok(ProbationVoteChoices { view, meetings })
}

/// Puts the vote on a recognition on the agenda of a meeting of the cell that is held once the probation is over (statement 33): an item
/// with a motion of at least two thirds (Điều lệ Đảng, Điều 4-5). Doing it twice is safe.
#[boxed]
pub async fn put_to_vote(ctx: &Ctx, id: MemberId, meeting: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let found = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if is_put(&found.file.votes, meeting) {
        return Ok(());
    }
    let loaded = ahead(ctx, &mut tx, meeting, found.place.organisation).await?;
    let rules = loaded.rules(ctx, &mut tx).await?;
    found.file.may_be_put_to_vote(loaded.day(ctx), &rules).map_err(Error::refused)?;
    put(ctx, &mut tx, &loaded, VotedOn::Probationer(id), &found.member.profile.full_name).await?;
    let event = Event::new("probation.put_to_vote").at(found.place.organisation).to(id.0);
    events::record(&mut tx, ctx, event.with("meeting", meeting.to_string())).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the vote off the agenda, while nobody counted hands. Doing it twice is safe.
#[boxed]
pub async fn take_off_agenda(ctx: &Ctx, id: MemberId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let found = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    if take_off(ctx, &mut tx, &found.file.votes).await? {
        let event = Event::new("probation.taken_off_agenda").at(found.place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(())
}
