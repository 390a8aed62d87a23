//! Taking a step back that was entered by mistake.

use nennep_domain::{
    accounts::permission::Action,
    ids::RatingStepId,
    ratings::{Step, StepKind},
};
use nennep_store::ratings;

use super::{
    Who,
    load::{One, one},
    refused::Cannot,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

const fn action_of(step: &Step) -> Action {
    match (step.kind, step.member) {
        (StepKind::SelfRating, Some(_)) => Action::RateOneself,
        (StepKind::SelfRating | StepKind::Opinion | StepKind::Vote, _) => Action::KeepRatings,
        (StepKind::Decision, _) => Action::DecideRatings,
        (StepKind::Answer, _) => Action::AnswerRating,
    }
}

impl One {
    /// Whether the asker can take this step back now.
    pub(super) fn can_take_back(&self, ctx: &Ctx, step: &Step) -> bool {
        ctx.may(action_of(step), &self.resource()) && self.check(ctx, step).is_ok()
    }

    fn check(&self, ctx: &Ctx, step: &Step) -> Result<(), Cannot> {
        if step.at < ctx.can_take_back_since() {
            return Err(Cannot::TooOld);
        }
        if step.kind == StepKind::Answer {
            return Ok(());
        }
        if !self.at.round.is_open() {
            return Err(Cannot::Closed);
        }
        if step.kind != StepKind::Decision && self.step(StepKind::Decision).is_some() {
            return Err(Cannot::Decided);
        }
        Ok(())
    }
}

/// Takes back a step entered within the last day, while nothing later rests on it; the one it replaced stands again. Doing it twice is
/// safe.
#[boxed]
pub async fn take_back(ctx: &Ctx, id: RatingStepId) -> Result<Step> {
    let mut tx = ctx.store.write().await?;
    let kept = ratings::find_step(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let step = kept.step;
    let who = step.member.map_or(Who::Cell(step.cell), Who::Member);
    let one = one(ctx, &mut tx, step.round, who, action_of(&step)).await?;
    if kept.is_withdrawn {
        return Ok(step);
    }
    if !kept.stands {
        return Err(Error::refused(Cannot::TooOld));
    }
    one.check(ctx, &step).map_err(Error::refused)?;
    ratings::withdraw_step(&mut tx, id, ctx.now(), ctx.actor.account).await?;
    let subject = step.member.map_or(step.cell.0, |member| member.0);
    let event = Event::new("ratings.taken_back").at(step.cell).to(subject);
    events::record(&mut tx, ctx, event.with("step", id.to_string())).await?;
    tx.commit().await?;
    Ok(step)
}
