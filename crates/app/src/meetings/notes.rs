//! What the minutes say of each item: every keystroke saved, no minute-taker's words lost under another's.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId},
    meetings::{Item, Resolution},
    names,
    problems::Sentence,
};
use nennep_store::{Tx, meetings, minutes};

use super::{
    agenda::found,
    load::{Loaded, load},
    register::finish,
};
use crate::{
    Ctx,
    error::{Conflict, Error, Result},
    papers,
};

async fn writable(ctx: &Ctx, tx: &mut Tx, meeting: MeetingId) -> Result<Loaded> {
    let loaded = load(ctx, tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    Ok(loaded)
}

fn checked(text: &str) -> Result<String> {
    // Text is kept as typed while it is typed: only line ends and marks nobody sees are put in order.
    let text = names::tidy_text(text);
    if text.chars().count() > 50_000 {
        return Err(Error::invalid("text", Sentence::new("form-too-long").with("most", 50_000)));
    }
    Ok(text)
}

fn conflict(item: &Item, text: &str) -> Error {
    Error::Conflict(Box::new(Conflict { version: item.version, text: text.to_owned() }))
}

/// Saves the notes of an item; gives its new version. If somebody wrote meanwhile: a conflict with what stands.
pub async fn save_notes(ctx: &Ctx, meeting: MeetingId, id: ItemId, version: u32, text: &str) -> Result<u32> {
    let text = checked(text)?;
    let mut tx = ctx.store.write().await?;
    writable(ctx, &mut tx, meeting).await?;
    let item = found(&mut tx, meeting, id).await?;
    if item.notes == text {
        return Ok(item.version);
    }
    if !meetings::save_notes(&mut tx, id, version, &text).await? {
        return Err(conflict(&item, &item.notes));
    }
    tx.commit().await?;
    Ok(version + 1)
}

/// Saves the conclusion of an item; gives its new version. If somebody wrote meanwhile: a conflict with what stands.
pub async fn save_conclusion(
    ctx: &Ctx,
    meeting: MeetingId,
    id: ItemId,
    version: u32,
    text: &str,
) -> Result<u32> {
    let text = checked(text)?;
    let mut tx = ctx.store.write().await?;
    writable(ctx, &mut tx, meeting).await?;
    let item = found(&mut tx, meeting, id).await?;
    if item.conclusion == text {
        return Ok(item.version);
    }
    if !meetings::save_conclusion(&mut tx, id, version, &text).await? {
        return Err(conflict(&item, &item.conclusion));
    }
    tx.commit().await?;
    Ok(version + 1)
}

/// Saves the text of the meeting's resolution; gives its new version. If somebody wrote meanwhile: a conflict. Refused once
/// the resolution was issued.
pub async fn save_resolution(ctx: &Ctx, meeting: MeetingId, resolution: &Resolution) -> Result<u32> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    papers::must_not_be_issued(ctx, &mut tx, &loaded).await?;
    let tidied = Resolution {
        situation: checked(&resolution.situation)?,
        results: checked(&resolution.results)?,
        praise: checked(&resolution.praise)?,
        faults: checked(&resolution.faults)?,
        direction: checked(&resolution.direction)?,
        execution: checked(&resolution.execution)?,
        version: resolution.version,
    };
    if !minutes::save_resolution(&mut tx, meeting, &tidied, ctx.now()).await? {
        let stands = minutes::resolution(&mut tx, meeting).await?;
        let text = [
            &stands.situation,
            &stands.results,
            &stands.praise,
            &stands.faults,
            &stands.direction,
            &stands.execution,
        ];
        let text = text.map(String::as_str).join("\n\n");
        return Err(Error::Conflict(Box::new(Conflict { version: stands.version, text })));
    }
    tx.commit().await?;
    Ok(resolution.version + 1)
}

/// Takes an item up: the one before it is done with at the same moment. Taking up the current item changes nothing.
pub async fn take_up(ctx: &Ctx, meeting: MeetingId, id: ItemId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_running().map_err(Error::refused)?;
    let now = ctx.now();
    let items = meetings::items(&mut tx, meeting).await?;
    let taken = items.iter().find(|item| item.id == id).ok_or(Error::NotFound)?;
    for item in
        items.iter().filter(|item| item.id != id && item.started_at.is_some() && item.ended_at.is_none())
    {
        meetings::time_item(&mut tx, item.id, item.started_at, Some(now)).await?;
    }
    if taken.started_at.is_none() || taken.ended_at.is_some() {
        meetings::time_item(&mut tx, id, Some(taken.started_at.unwrap_or(now)), None).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.item_taken_up", &[]).await
}
