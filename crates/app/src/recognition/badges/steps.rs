//! The steps of a proposal: each a fact with its day, taken back within a day of entering it.

use nennep_domain::{
    accounts::permission::Action,
    ids::{BadgeProposalId, MemberId},
    members::{Member, Profile},
    organisations::Place,
    recognition::badges::{BadgeStep, StepForm},
};
use nennep_store::{
    WriteTx,
    badges::{self, Kept},
    members,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load_member,
    recognition::TooOld,
    turn,
};

async fn kept(ctx: &Ctx, tx: &mut WriteTx, id: BadgeProposalId) -> Result<(Kept, Member, Place)> {
    let kept = badges::find(tx, id).await?.ok_or(Error::NotFound)?;
    let (member, place) = load_member(ctx, tx, kept.proposal.member, Action::KeepBadges).await?;
    Ok((kept, member, place))
}

/// Enters a step of a proposal. With the award the register keeps the badge's number, and the badge is a sign no more. Doing it twice is
/// safe. Gives the member.
#[boxed]
pub async fn take(ctx: &Ctx, id: BadgeProposalId, form: &StepForm) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let (kept, member, place) = kept(ctx, &mut tx, id).await?;
    let step = form.check()?;
    kept.proposal.check_step(&step, ctx.now().date()).map_err(Error::refused)?;
    let before = member.profile.badge_number.clone();
    if badges::add_step(&mut tx, id, &step, &before, ctx.now(), ctx.actor.account).await? {
        if step.step == BadgeStep::Awarded {
            write_number(ctx, &mut tx, &member, &step.number).await?;
        }
        let event = Event::new(event_of(step.step)).at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(member.id)
}

/// Takes back the last step, within a day of entering it; the cell's request itself is withdrawn instead. Doing it twice is safe. Gives
/// the member.
#[boxed]
pub async fn undo(ctx: &Ctx, id: BadgeProposalId, step: BadgeStep) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let (kept, member, place) = kept(ctx, &mut tx, id).await?;
    let Some(taken) = kept.proposal.taken(step) else { return Ok(member.id) };
    let is_last = kept.proposal.last().is_some_and(|last| last.step == step);
    if step == BadgeStep::Requested
        || !is_last
        || !badges::undo_step(&mut tx, id, step, ctx.can_take_back_since()).await?
    {
        return Err(Error::refused(TooOld));
    }
    if step == BadgeStep::Awarded && member.profile.badge_number == taken.number {
        write_number(ctx, &mut tx, &member, &kept.before_number).await?;
    }
    let event = Event::new("badge.step_taken_back").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(member.id)
}

async fn write_number(ctx: &Ctx, tx: &mut WriteTx, member: &Member, number: &str) -> Result<()> {
    let profile = Profile { badge_number: number.to_owned(), ..member.profile.clone() };
    members::update_profile(tx, member.id, &profile, None, ctx.now()).await?;
    Ok(())
}

const fn event_of(step: BadgeStep) -> &'static str {
    match step {
        BadgeStep::Requested => "badge.requested",
        BadgeStep::Proposed => "badge.proposed",
        BadgeStep::Decided => "badge.decided",
        BadgeStep::Awarded => "badge.awarded",
    }
}
