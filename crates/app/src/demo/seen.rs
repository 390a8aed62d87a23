//! What the committee sees of a cell's month, drawn from the records as the deeds themselves draw it.

use nennep_domain::{
    ids::{MemberId, OrganisationId},
    meetings::{Attendance, MeetingKind},
    months::CellMonth,
    quality::RollCounts,
    time::Month,
};

use super::score::Scored;
use crate::meetings::MeetingView;

/// The square of a cell's month. `view`: its routine meeting, if it has one that was not called off.
pub(super) fn seen(
    cell: OrganisationId,
    month: Month,
    view: Option<&MeetingView>,
    scored: Option<&Scored>,
    thematic: bool,
) -> CellMonth {
    let mut seen = CellMonth { thematic, ..CellMonth::empty(cell, month) };
    let Some(view) = view else { return seen };
    let meeting = &view.meeting;
    let before = |at| meeting.starts_at.is_none_or(|start| at <= start);
    seen.papers_at = view.papers.iter().map(|paper| paper.posted_at).filter(|at| before(*at)).max();
    seen.meeting = Some(meeting.id);
    seen.starts_at = meeting.starts_at;
    seen.called_at = meeting.steps.called.map(|done| done.at);
    seen.opened_at = meeting.steps.opened.map(|done| done.at);
    seen.closed_at = meeting.steps.closed.map(|done| done.at);
    seen.adopted_at = meeting.steps.adopted.map(|done| done.at);
    seen.reported_at = meeting.steps.reported.map(|done| done.at);
    if meeting.steps.closed.is_some() {
        count(view, &mut seen);
    }
    let last = scored
        .and_then(|scored| scored.stages.iter().map(|(_, stage, _)| stage).max_by_key(|stage| stage.stage));
    if let Some(last) = last {
        seen.score = u32::try_from(last.total).ok();
        seen.grade = Some(last.grade);
        seen.stage = Some(last.stage);
    }
    seen
}

fn count(view: &MeetingView, seen: &mut CellMonth) {
    let members = view.roll.iter().filter(|entry| entry.who.state.belongs()).count();
    let members = u32::try_from(members).unwrap_or(u32::MAX);
    let combined = view.meeting.kind == MeetingKind::Combined;
    seen.length_minutes = view.meeting.length_minutes();
    seen.minimum_minutes = Some(view.rules.minimum_length_minutes(combined, members).value);
    let counts = RollCounts::of(&view.roll);
    let share = counts.attendance(&view.rules, &[]).value;
    (seen.expected, seen.present, seen.unexcused) =
        (Some(share.whole), Some(share.part), Some(counts.unexcused));
    let attended = view.roll.iter().filter(|entry| entry.attendance == Some(Attendance::Present));
    let attendees: Vec<MemberId> = attended.map(|entry| entry.who.member).collect();
    seen.attendees = u32::try_from(attendees.len()).ok();
    let spoke = view.speakers().into_iter().filter(|member| attendees.contains(member)).count();
    seen.speakers = u32::try_from(spoke).ok();
    let progress = view.progress();
    (seen.tasks_due, seen.tasks_done) = (Some(progress.due), Some(progress.done));
}
