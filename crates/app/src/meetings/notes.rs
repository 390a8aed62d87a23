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
};
use crate::{
    Ctx, boxed,
    error::{Conflict, Error, Result},
    keys::sha256,
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
#[boxed]
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

/// The version of a text that has no counter of its own: a number that stands for its words.
pub fn version_of(text: &str) -> u32 {
    sha256(text.as_bytes()).iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// Saves the conclusion of an item; gives its new version. `version` is that of the conclusion ([`version_of`]), not of
/// the notes: the two are written side by side. If somebody wrote meanwhile: a conflict with what stands.
#[boxed]
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
    let was = found(&mut tx, meeting, id).await?.conclusion;
    if was == text {
        return Ok(version_of(&text));
    }
    if version != version_of(&was) || !meetings::save_conclusion(&mut tx, id, &was, &text).await? {
        let stands = found(&mut tx, meeting, id).await?.conclusion;
        return Err(Error::Conflict(Box::new(Conflict { version: version_of(&stands), text: stands })));
    }
    tx.commit().await?;
    Ok(version_of(&text))
}

/// Saves what was said of the state of dues; gives its new version ([`version_of`]). If somebody wrote meanwhile: a
/// conflict with what stands.
#[boxed]
pub async fn save_dues_note(ctx: &Ctx, meeting: MeetingId, version: u32, note: &str) -> Result<u32> {
    let note = super::roll::dues_note(note)?;
    let mut tx = ctx.store.write().await?;
    let was = writable(ctx, &mut tx, meeting).await?.meeting.dues_note;
    if was == note {
        return Ok(version_of(&note));
    }
    if version != version_of(&was) || !meetings::save_dues_note(&mut tx, meeting, &was, &note).await? {
        let stands = writable(ctx, &mut tx, meeting).await?.meeting.dues_note;
        return Err(Error::Conflict(Box::new(Conflict { version: version_of(&stands), text: stands })));
    }
    tx.commit().await?;
    Ok(version_of(&note))
}

/// Saves the text of the meeting's resolution; gives its new version. If somebody wrote meanwhile: a conflict. Refused once
/// the resolution was issued.
#[boxed]
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
