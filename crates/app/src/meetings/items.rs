//! Which item the meeting deals with: taken up one after the other, and put down again when that was a mistake.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId},
    meetings::{Item, ItemKind},
    time::Instant,
};
use nennep_store::{WriteTx, meetings};

use super::{load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

const fn is_current(item: &Item) -> bool {
    item.started_at.is_some() && item.ended_at.is_none()
}

/// Since when an item counts as dealt with if it goes on at `now`: what it used before counts, what lay between does not.
fn since(item: &Item, now: Instant) -> Instant {
    match (item.started_at, item.ended_at) {
        (Some(started), Some(ended)) => now.plus_minutes(-i64::from(ended.minutes_since(started))),
        _ => now,
    }
}

/// Takes an item up: the one before it is done with at the same moment. Taking up the current item changes nothing; one
/// that was done with goes on from the minutes it had used.
#[boxed]
pub async fn take_up(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_running().map_err(Error::refused)?;
    let now = ctx.now();
    let items = meetings::items(&mut tx, meeting).await?;
    let taken = items.iter().find(|item| item.id == id).ok_or(Error::NotFound)?;
    for item in items.iter().filter(|item| item.id != id && is_current(item)) {
        meetings::time_item(&mut tx, item.id, item.started_at, Some(now)).await?;
    }
    if !is_current(taken) {
        meetings::time_item(&mut tx, id, Some(since(taken, now)), None).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.item_taken_up", &[]).await
}

/// Puts the current item down again: it was taken up by mistake, and the one before it goes on. Nothing written under it
/// is lost. For an item that is not the current one nothing changes.
#[boxed]
pub async fn put_down(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_running().map_err(Error::refused)?;
    let items = meetings::items(&mut tx, meeting).await?;
    let Some(item) = items.iter().find(|item| item.id == id && is_current(item)) else { return Ok(()) };
    let before = items.iter().filter(|other| other.id != id).max_by_key(|other| other.ended_at);
    let (started, ended) = (item.started_at, before.and_then(|before| before.ended_at));
    let went_on = ended > started;
    meetings::time_item(&mut tx, id, started.filter(|_| went_on), ended.filter(|_| went_on)).await?;
    if let Some(before) = before.filter(|_| ended.is_some() && ended >= started) {
        meetings::time_item(&mut tx, before.id, before.started_at, None).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.item_put_down", &[]).await
}

/// The opening goes with the opening of the meeting: its item, if the agenda has one, is the first to be current.
pub(super) async fn begin(tx: &mut WriteTx, meeting: MeetingId, now: Instant) -> Result<()> {
    let items = meetings::items(tx, meeting).await?;
    if let Some(opening) = items.first().filter(|item| item.kind == ItemKind::Opening) {
        meetings::time_item(tx, opening.id, Some(now), None).await?;
    }
    Ok(())
}

/// No item was ever taken up: the opening is taken back.
pub(super) async fn forget(tx: &mut WriteTx, meeting: MeetingId) -> Result<()> {
    for item in meetings::items(tx, meeting).await?.iter().filter(|item| item.started_at.is_some()) {
        meetings::time_item(tx, item.id, None, None).await?;
    }
    Ok(())
}

/// The item that was current when the meeting closed goes on: the meeting is opened again.
pub(super) async fn go_on(tx: &mut WriteTx, meeting: MeetingId, closed: Instant) -> Result<()> {
    let items = meetings::items(tx, meeting).await?;
    if let Some(item) = items.iter().find(|item| item.ended_at == Some(closed)) {
        meetings::time_item(tx, item.id, item.started_at, None).await?;
    }
    Ok(())
}
