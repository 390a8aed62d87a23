//! What a member prepares: the self-review of own tasks, remarks; the member's own until released.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ItemId, MeetingId, PreparationId, TaskId},
    meetings::{Preparation, PreparationKind},
    names,
    problems::Sentence,
};
use nennep_store::{meetings, tasks};

use super::{agenda::found, load::load};
use crate::{
    Ctx,
    error::{Error, Result},
};

/// A preparation as it was typed.
#[derive(Debug, Clone)]
pub struct PreparationForm {
    /// What.
    pub kind: PreparationKind,
    /// The item it is about, if one.
    pub item: Option<ItemId>,
    /// The task it reviews, if one.
    pub task: Option<TaskId>,
    /// Its text.
    pub body: String,
}

/// Saves what the actor prepares for a meeting; as often as it is typed. Nobody else sees it until it is released.
pub async fn save_preparation(
    ctx: &Ctx,
    meeting: MeetingId,
    id: PreparationId,
    form: &PreparationForm,
) -> Result<()> {
    let member = ctx.member()?;
    let body = names::tidy_text(&form.body);
    if body.chars().count() > 20_000 {
        return Err(Error::invalid("body", Sentence::new("form-too-long").with("most", 20_000)));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    ctx.must(Action::PrepareOneself, &Resource::at(&loaded.place).of_member(member), Action::SeeMeetings)?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if let Some(item) = form.item {
        found(&mut tx, meeting, item).await?;
    }
    if let Some(task) = form.task {
        tasks::find(&mut tx, task).await?.filter(|task| task.owner == Some(member)).ok_or(Error::NotFound)?;
    }
    let preparation = Preparation {
        id,
        meeting,
        member,
        kind: form.kind,
        item: form.item,
        task: form.task,
        body,
        changed_at: ctx.now(),
        released_at: None,
    };
    if !meetings::save_preparation(&mut tx, &preparation).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Releases the actor's own preparation to the meeting, or takes it back (`false`).
pub async fn release(ctx: &Ctx, meeting: MeetingId, id: PreparationId, released: bool) -> Result<()> {
    let member = ctx.member()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if !meetings::release_preparation(&mut tx, id, member, released.then(|| ctx.now())).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(())
}

/// Deletes the actor's own preparation; doing it twice is safe.
pub async fn take_preparation_back(ctx: &Ctx, meeting: MeetingId, id: PreparationId) -> Result<()> {
    let member = ctx.member()?;
    let mut tx = ctx.store.write().await?;
    load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    meetings::delete_preparation(&mut tx, id, member).await?;
    tx.commit().await?;
    Ok(())
}
