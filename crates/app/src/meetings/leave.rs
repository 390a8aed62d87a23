//! Leave: asked by a member with a reason while the meeting is ahead, answered by the secretary.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, MemberId},
    meetings::LeaveAnswer,
    names,
    problems::Sentence,
};
use nennep_store::meetings;

use super::load::load;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// Asks leave for the actor; asking again replaces the reason and voids an answer.
#[boxed]
pub async fn ask_leave(ctx: &Ctx, meeting: MeetingId, reason: &str) -> Result<()> {
    let member = ctx.member()?;
    let reason = names::tidy_text(reason);
    if reason.is_empty() {
        return Err(Error::invalid("reason", Sentence::new("form-reason-missing")));
    }
    if reason.chars().count() > 1_000 {
        return Err(Error::invalid("reason", Sentence::new("form-too-long").with("most", 1_000)));
    }
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    ctx.must(Action::PrepareOneself, &Resource::at(&loaded.place), Action::SeeMeetings)?;
    loaded.meeting.must_be_ahead().map_err(Error::refused)?;
    meetings::ask_leave(&mut tx, meeting, member, &reason, ctx.now()).await?;
    events::record(&mut tx, ctx, Event::new("meeting.leave_asked").at(loaded.meeting.cell).to(meeting.0))
        .await?;
    tx.commit().await?;
    Ok(())
}

/// Withdraws the actor's request while the meeting is ahead; doing it twice is safe.
#[boxed]
pub async fn withdraw_leave(ctx: &Ctx, meeting: MeetingId) -> Result<()> {
    let member = ctx.member()?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    loaded.meeting.must_be_ahead().map_err(Error::refused)?;
    meetings::withdraw_leave(&mut tx, meeting, member).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes the answer to a member's request back, so that it waits again; doing it twice is safe.
#[boxed]
pub async fn take_leave_answer_back(ctx: &Ctx, meeting: MeetingId, member: MemberId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::AnswerLeave).await?;
    loaded.meeting.must_be_ahead().map_err(Error::refused)?;
    meetings::clear_leave_answer(&mut tx, meeting, member).await?;
    let event = Event::new("meeting.leave_answer_taken_back").at(loaded.meeting.cell).to(meeting.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Answers a member's request.
#[boxed]
pub async fn answer_leave(
    ctx: &Ctx,
    meeting: MeetingId,
    member: MemberId,
    answer: LeaveAnswer,
    note: &str,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::AnswerLeave).await?;
    loaded.meeting.must_be_ahead().map_err(Error::refused)?;
    let note = names::tidy(note);
    if note.chars().count() > 500 {
        return Err(Error::invalid("note", Sentence::new("form-too-long").with("most", 500)));
    }
    if !meetings::answer_leave(&mut tx, meeting, member, answer, &note, ctx.now(), ctx.actor.account).await? {
        return Err(Error::NotFound);
    }
    events::record(&mut tx, ctx, Event::new("meeting.leave_answered").at(loaded.meeting.cell).to(meeting.0))
        .await?;
    tx.commit().await?;
    Ok(())
}
