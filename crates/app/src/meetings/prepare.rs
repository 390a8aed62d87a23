//! What a member prepares: the self-review of own tasks, remarks; the member's own until released.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{ItemId, MeetingId, MemberId, PreparationId, TaskId},
    meetings::{Preparation, PreparationKind},
    names,
    problems::Sentence,
};
use nennep_store::{meetings, tasks};
use uuid::Uuid;

use super::{agenda::found, load::load, notes::version_of};
use crate::{
    Ctx, boxed,
    error::{Conflict, Error, Result},
    keys::sha256,
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

/// The id of what a member prepares for a meeting about one item or task: always the same, so that two pages open at
/// once write the same text and not two.
pub fn preparation_id(meeting: MeetingId, member: MemberId, about: Option<Uuid>) -> PreparationId {
    let name = [meeting.0, member.0, about.unwrap_or_default()].map(Uuid::into_bytes).concat();
    let hash = sha256(&name);
    PreparationId(uuid::Builder::from_custom_bytes(std::array::from_fn(|n| hash[n])).into_uuid())
}

/// Saves what the actor prepares for a meeting; as often as it is typed. Nobody else sees it until it is released.
#[boxed]
pub async fn save_preparation(
    ctx: &Ctx,
    meeting: MeetingId,
    id: PreparationId,
    form: &PreparationForm,
) -> Result<()> {
    save(ctx, meeting, id, form, None).await.map(|_| ())
}

/// Saves it as typed over the text of that version ([`version_of`]; "" where nothing was prepared yet), and gives the
/// version of what stands now. A text that the member
/// changed elsewhere meanwhile is a conflict: nothing is written over unseen.
#[boxed]
pub async fn save_preparation_over(
    ctx: &Ctx,
    meeting: MeetingId,
    id: PreparationId,
    form: &PreparationForm,
    version: u32,
) -> Result<u32> {
    save(ctx, meeting, id, form, Some(version)).await
}

async fn save(
    ctx: &Ctx,
    meeting: MeetingId,
    id: PreparationId,
    form: &PreparationForm,
    over: Option<u32>,
) -> Result<u32> {
    let member = ctx.member()?;
    let body = names::tidy_text(&form.body);
    if body.chars().count() > 20_000 {
        return Err(Error::invalid("body", Sentence::new("form-too-long").with("most", 20_000)));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    ctx.must(Action::PrepareOneself, &Resource::at(&loaded.place), Action::SeeMeetings)?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if let Some(item) = form.item {
        found(&mut tx, meeting, item).await?;
    }
    if let Some(task) = form.task {
        tasks::find(&mut tx, task).await?.filter(|task| task.owner == Some(member)).ok_or(Error::NotFound)?;
    }
    let stands = meetings::find_preparation(&mut tx, id).await?.filter(|one| one.member == member);
    let stands = stands.map_or_else(String::new, |one| one.body);
    let version = version_of(&stands);
    if stands != body && over.is_some_and(|seen| seen != version) {
        return Err(Error::Conflict(Box::new(Conflict { version, text: stands })));
    }
    let version = version_of(&body);
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
    Ok(version)
}

/// Releases the actor's own preparation to the meeting, or takes it back (`false`).
#[boxed]
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
#[boxed]
pub async fn take_preparation_back(ctx: &Ctx, meeting: MeetingId, id: PreparationId) -> Result<()> {
    let member = ctx.member()?;
    let mut tx = ctx.store.write().await?;
    load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    meetings::delete_preparation(&mut tx, id, member).await?;
    tx.commit().await?;
    Ok(())
}
