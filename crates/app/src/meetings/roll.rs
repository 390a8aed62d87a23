//! The roll call, dues stated, the agenda adopted, and who leads and writes.

use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, MemberId},
    meetings::{Attendance, RollEntry},
    names,
    problems::Sentence,
    time::Instant,
};
use nennep_store::meetings::{self, Step};

use super::{
    load::load,
    open::OpenForm,
    register::{counted, finish},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// How one member attended.
#[derive(Debug, Clone)]
pub struct RollMark {
    /// The member.
    pub member: MemberId,
    /// How; `None` takes the mark back.
    pub attendance: Option<Attendance>,
    /// When the member came, if after the opening.
    pub arrived_at: Option<Instant>,
    /// When the member left, if before the closing.
    pub left_at: Option<Instant>,
    /// Reason of an absence.
    pub note: String,
}

impl RollMark {
    fn check(&self, opened: Option<Instant>) -> Result<()> {
        let present = self.attendance == Some(Attendance::Present);
        if !present && (self.arrived_at.is_some() || self.left_at.is_some()) {
            return Err(Error::invalid("arrived_at", Sentence::new("meetings-roll-times-of-absent")));
        }
        if let (Some(arrived), Some(left)) = (self.arrived_at.or(opened), self.left_at)
            && left < arrived
        {
            return Err(Error::invalid("left_at", Sentence::new("meetings-roll-left-before-arrived")));
        }
        if self.note.chars().count() > 300 {
            return Err(Error::invalid("note", Sentence::new("form-too-long").with("most", 300)));
        }
        Ok(())
    }
}

/// Marks members on the roll, all or none; as often as it takes, until the minutes are adopted.
#[boxed]
pub async fn mark(ctx: &Ctx, id: MeetingId, marks: &[RollMark]) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    let meeting = &loaded.meeting;
    if meeting.steps.closed.is_none() {
        meeting.must_be_running().map_err(Error::refused)?;
    }
    meeting.must_be_open_to_change().map_err(Error::refused)?;
    for mark in marks {
        mark.check(meeting.steps.opened.map(|done| done.at))?;
        let note = names::tidy(&mark.note);
        let (arrived, left) = (mark.arrived_at, mark.left_at);
        if !meetings::mark_attendance(&mut tx, id, mark.member, mark.attendance, arrived, left, &note).await?
        {
            return Err(Error::NotFound);
        }
    }
    finish(ctx, tx, meeting, "meeting.roll_marked", counted(meeting)).await
}

/// A mark without times or reason.
fn plain(entry: &RollEntry, attendance: Option<Attendance>) -> RollMark {
    let (member, note) = (entry.who.member, String::new());
    RollMark { member, attendance, arrived_at: None, left_at: None, note }
}

/// Marks everybody present who was not called yet and takes part: the short way through a full room. Gives the lines of
/// the roll it marked, from 1, for [`take_marks_back`].
#[boxed]
pub async fn mark_rest_present(ctx: &Ctx, id: MeetingId) -> Result<Vec<u32>> {
    let roll = meetings::roll(&mut ctx.store.read().await?, id).await?;
    let rest = (1..).zip(&roll).filter(|(_, entry)| entry.attendance.is_none() && entry.must_be_called());
    let (lines, marks): (Vec<u32>, Vec<_>) =
        rest.map(|(line, entry)| (line, plain(entry, Some(Attendance::Present)))).unzip();
    mark(ctx, id, &marks).await?;
    Ok(lines)
}

/// Takes the marks of these lines of the roll back, from 1: their members are to be called again.
#[boxed]
pub async fn take_marks_back(ctx: &Ctx, id: MeetingId, lines: &[u32]) -> Result<()> {
    let roll = meetings::roll(&mut ctx.store.read().await?, id).await?;
    let marked = (1..).zip(&roll).filter(|(line, _)| lines.contains(line));
    let marks: Vec<_> = marked.map(|(_, entry)| plain(entry, None)).collect();
    mark(ctx, id, &marks).await
}

/// What was said of dues, put in order.
pub(super) fn dues_note(text: &str) -> Result<String> {
    let note = names::tidy_text(text);
    if note.chars().count() > 2_000 {
        return Err(Error::invalid("dues_note", Sentence::new("form-too-long").with("most", 2_000)));
    }
    Ok(note)
}

/// Writes what was said of the state of dues, whatever was there before.
#[boxed]
pub async fn set_dues_note(ctx: &Ctx, id: MeetingId, note: &str) -> Result<()> {
    let note = dues_note(note)?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    meetings::set_dues_note(&mut tx, id, &note).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.dues_stated", &[]).await
}

/// Notes that the agenda was adopted, or takes it back (`false`).
#[boxed]
pub async fn adopt_agenda(ctx: &Ctx, id: MeetingId, adopted: bool) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    loaded.meeting.must_be_running().map_err(Error::refused)?;
    if adopted {
        meetings::mark_step(&mut tx, id, Step::AgendaAdopted, ctx.done()).await?;
    } else {
        meetings::clear_step(&mut tx, id, Step::AgendaAdopted).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.agenda_adopted", &[]).await
}

/// Names chair, minute-taker and tracker anew while the minutes can still be written.
#[boxed]
pub async fn set_people(ctx: &Ctx, id: MeetingId, form: OpenForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, id, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    let roll = meetings::roll(&mut tx, id).await?;
    let stands = |member: &MemberId| roll.iter().any(|entry| entry.who.member == *member);
    if ![form.chair, form.minute_taker, form.tracker].iter().flatten().all(stands) {
        return Err(Error::invalid("chair", Sentence::new("meetings-refused-chair-not-on-roll")));
    }
    let chair = form.chair.or(loaded.meeting.chair);
    let minute_taker = form.minute_taker.or(loaded.meeting.minute_taker);
    meetings::set_people(&mut tx, id, chair, minute_taker, form.tracker).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.people_named", &[]).await
}
