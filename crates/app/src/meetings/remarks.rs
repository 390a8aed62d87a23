//! Remarks by whom. Who spoke is a fact that scoring counts, even if no word was written down.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, RemarkId},
    meetings::{Attendance, Remark, RemarkKind, Speaker},
    names,
    problems::Sentence,
};
use nennep_store::{Tx, meetings};

use super::{
    agenda::found,
    load::{Loaded, load},
    register::{counted, finish},
};
use crate::{
    Ctx, boxed,
    error::{Conflict, Error, Result},
};

/// A remark as typed.
#[derive(Debug, Clone)]
pub struct RemarkForm {
    /// The item it was made under.
    pub item: ItemId,
    /// Who spoke.
    pub speaker: Speaker,
    /// What it is.
    pub kind: RemarkKind,
    /// What was said; may stay empty.
    pub body: String,
}

fn body_of(text: &str) -> Result<String> {
    let body = names::tidy_text(text);
    if body.chars().count() > 20_000 {
        return Err(Error::invalid("body", Sentence::new("form-too-long").with("most", 20_000)));
    }
    Ok(body)
}

async fn writable(ctx: &Ctx, tx: &mut Tx, meeting: MeetingId) -> Result<Loaded> {
    let loaded = load(ctx, tx, meeting, Action::RunMeeting).await?;
    if loaded.meeting.steps.closed.is_none() {
        loaded.meeting.must_be_running().map_err(Error::refused)?;
    }
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    Ok(loaded)
}

/// Records a remark; the same id posted twice is one remark. A member who speaks was present: an open mark becomes so.
#[boxed]
pub async fn add_remark(ctx: &Ctx, meeting: MeetingId, id: RemarkId, form: &RemarkForm) -> Result<()> {
    let body = body_of(&form.body)?;
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    found(&mut tx, meeting, form.item).await?;
    match form.speaker {
        Speaker::Member(member) => {
            let roll = meetings::roll(&mut tx, meeting).await?;
            let entry = roll.iter().find(|entry| entry.who.member == member).ok_or(Error::NotFound)?;
            match entry.attendance {
                Some(Attendance::Present) => {}
                None => {
                    let present = Some(Attendance::Present);
                    meetings::mark_attendance(&mut tx, meeting, member, present, None, None, "").await?;
                }
                Some(_) => return Err(Error::invalid("speaker", Sentence::new("meetings-remark-of-absent"))),
            }
        }
        Speaker::Guest(guest) => {
            meetings::guests(&mut tx, meeting)
                .await?
                .iter()
                .find(|one| one.id == guest)
                .ok_or(Error::NotFound)?;
        }
    }
    let (item, speaker, kind) = (form.item, form.speaker, form.kind);
    let remark = Remark { id, meeting, item, speaker, kind, body, at: ctx.now(), version: 1 };
    meetings::insert_remarks(&mut tx, &[remark], ctx.actor.account).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.remark_recorded", counted(&loaded.meeting)).await
}

/// Writes a remark's text and kind anew; gives its new version. If somebody wrote meanwhile: a conflict with what stands.
#[boxed]
pub async fn change_remark(
    ctx: &Ctx,
    meeting: MeetingId,
    id: RemarkId,
    version: u32,
    kind: RemarkKind,
    text: &str,
) -> Result<u32> {
    let body = body_of(text)?;
    let mut tx = ctx.store.write().await?;
    writable(ctx, &mut tx, meeting).await?;
    let remark = meetings::find_remark(&mut tx, id).await?.filter(|remark| remark.meeting == meeting);
    let remark = remark.ok_or(Error::NotFound)?;
    if remark.body == body && remark.kind == kind {
        return Ok(remark.version);
    }
    if !meetings::change_remark(&mut tx, id, version, kind, &body).await? {
        return Err(Error::Conflict(Box::new(Conflict { version: remark.version, text: remark.body })));
    }
    tx.commit().await?;
    Ok(version + 1)
}

/// Takes a remark back (`true`), or brings it again (`false`).
#[boxed]
pub async fn take_remark_back(ctx: &Ctx, meeting: MeetingId, id: RemarkId, back: bool) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = writable(ctx, &mut tx, meeting).await?;
    meetings::withdraw_remark(&mut tx, meeting, id, back.then(|| ctx.now())).await?;
    let event = if back { "meeting.remark_taken_back" } else { "meeting.remark_brought_again" };
    finish(ctx, tx, &loaded.meeting, event, counted(&loaded.meeting)).await
}
