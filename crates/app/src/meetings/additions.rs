//! Additions to adopted minutes: shown together with them, never in their place.

use nennep_domain::{
    accounts::permission::Action,
    ids::{AdditionId, MeetingId},
    meetings::{Addition, StateError},
    names,
    problems::{Problems, Sentence},
};
use nennep_store::minutes;

use super::{load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Adds to adopted minutes, with a reason; the same id posted twice is one addition.
#[boxed]
pub async fn add_to_minutes(
    ctx: &Ctx,
    meeting: MeetingId,
    id: AdditionId,
    body: &str,
    reason: &str,
) -> Result<()> {
    let (body, reason) = (names::tidy_text(body), names::tidy(reason));
    let mut problems = Problems::default();
    if body.is_empty() || body.chars().count() > 20_000 {
        problems.add("body", Sentence::new("meetings-addition-body"));
    }
    if reason.is_empty() || reason.chars().count() > 500 {
        problems.add("reason", Sentence::new("form-reason-missing"));
    }
    problems.or(Some(()))?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::AdoptMinutes).await?;
    if loaded.meeting.steps.adopted.is_none() {
        return Err(Error::refused(StateError::NotAdopted));
    }
    let addition = Addition { id, meeting, body, reason, at: ctx.now(), by: ctx.actor.account };
    minutes::insert_addition(&mut tx, &addition).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.minutes_added_to", &[]).await
}
