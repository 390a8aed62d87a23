//! Self-ratings, opinions, answers: steps taken one at a time.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{RatingRoundId, RatingStepId},
    ratings::{OpinionForm, OpinionSource, SelfForm, Step, StepBody, StepKind, answer_text},
};
use nennep_store::{WriteTx, ratings};

use super::{
    Who,
    load::{One, day, one},
    refused::Cannot,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

impl One {
    /// A step of this rating.
    pub(super) fn new_step(
        &self,
        ctx: &Ctx,
        id: RatingStepId,
        kind: StepKind,
        on: Date,
        body: StepBody,
    ) -> Step {
        Step {
            id,
            round: self.at.round.id,
            cell: self.at.cell.id,
            member: self.who.member(),
            kind,
            source: None,
            on,
            body,
            at: ctx.now(),
            by: ctx.actor.account,
        }
    }
}

async fn write(ctx: &Ctx, mut tx: WriteTx, event: &'static str, step: Step) -> Result<()> {
    if ratings::replace_steps(&mut tx, std::slice::from_ref(&step)).await? == 0 {
        return Ok(());
    }
    let subject = step.member.map_or(step.cell.0, |member| member.0);
    let event = Event::new(event).at(step.cell).to(subject).with("step", step.id.to_string());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Writes a self-rating: the member's own, or entered from paper by secretary and deputy; the cell's by its committee. Written anew, it
/// replaces the one before until the committee above decides. The same id posted twice is one step.
#[boxed]
pub async fn rate_self(
    ctx: &Ctx,
    round: RatingRoundId,
    who: Who,
    id: RatingStepId,
    on: Option<Date>,
    form: &SelfForm,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let action = match who {
        Who::Member(_) => Action::RateOneself,
        Who::Cell(_) => Action::KeepRatings,
    };
    let one = one(ctx, &mut tx, round, who, action).await?;
    one.must_be_open()?;
    let on = day(ctx, &one.at.round, on)?;
    let body = form.check(&one.at.rules)?;
    write(ctx, tx, "ratings.self_rated", one.new_step(ctx, id, StepKind::SelfRating, on, body)).await
}

/// Enters an opinion of where the member lives, of unions, employer or host; a second one of the same source replaces it.
#[boxed]
pub async fn give_opinion(
    ctx: &Ctx,
    round: RatingRoundId,
    who: Who,
    (id, source): (RatingStepId, OpinionSource),
    on: Option<Date>,
    form: &OpinionForm,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let one = one(ctx, &mut tx, round, who, Action::KeepRatings).await?;
    one.must_be_open()?;
    let on = day(ctx, &one.at.round, on)?;
    let step = one.new_step(ctx, id, StepKind::Opinion, on, form.check()?);
    write(ctx, tx, "ratings.opinion_given", Step { source: Some(source), ..step }).await
}

/// Answers the decision on one's own rating, whether or not the round is closed.
#[boxed]
pub async fn answer(ctx: &Ctx, round: RatingRoundId, who: Who, id: RatingStepId, text: &str) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let one = one(ctx, &mut tx, round, who, Action::AnswerRating).await?;
    if one.step(StepKind::Decision).is_none() {
        return Err(Error::refused(Cannot::NotDecided));
    }
    let step = one.new_step(ctx, id, StepKind::Answer, ctx.now().date(), answer_text(text)?);
    write(ctx, tx, "ratings.answered", step).await
}
