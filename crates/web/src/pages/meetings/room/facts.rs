//! The facts so far, as one line under the title.

use nennep_app::meetings::MeetingView;
use nennep_domain::{meetings::Attendance, problems::Citation, quality::RollCounts, time::Instant};

/// The facts so far.
#[derive(Debug)]
pub(super) struct Facts {
    /// When it starts, or started.
    pub(super) when: Option<Instant>,
    /// Where; may be empty.
    pub(super) place: String,
    /// Members present, of those counted.
    pub(super) present: (u32, u32),
    /// The length so far.
    pub(super) length: Option<Length>,
    /// Different members who spoke, of those present.
    pub(super) speakers: (usize, usize),
    /// Tasks of the previous resolution done, of those due.
    pub(super) tasks: (u32, u32),
}

/// How long the meeting has lasted.
#[derive(Debug)]
pub(super) struct Length {
    /// Minutes so far, or in all.
    pub(super) minutes: u32,
    /// When it was opened, while it runs.
    pub(super) running_since: Option<Instant>,
    /// The least length of a routine meeting, and its rule.
    pub(super) minimum: Option<(u32, Citation)>,
}

impl Length {
    /// The least length and its rule, if it is not reached.
    pub(super) fn short_of(&self) -> Option<&(u32, Citation)> {
        self.minimum.as_ref().filter(|(minimum, _)| self.minutes < *minimum)
    }
}

impl Facts {
    /// The facts of a meeting at `now`.
    pub(super) fn of(view: &MeetingView, now: Instant) -> Self {
        let steps = &view.meeting.steps;
        let share = RollCounts::of(&view.roll).attendance(&view.rules, &[]).value;
        let attended = view.roll.iter().filter(|entry| entry.attendance == Some(Attendance::Present));
        let progress = view.progress();
        Self {
            when: steps.opened.map(|done| done.at).or(view.meeting.starts_at),
            place: view.meeting.place.clone(),
            present: (share.part, share.whole + uncalled(view)),
            length: length(view, now),
            speakers: (view.speakers().len(), attended.count()),
            tasks: (progress.done, progress.due),
        }
    }
}

/// Members who are still to be called: they count among those expected.
fn uncalled(view: &MeetingView) -> u32 {
    let open = view.roll.iter().filter(|entry| entry.must_be_called() && entry.attendance.is_none());
    u32::try_from(open.count()).unwrap_or(u32::MAX)
}

fn length(view: &MeetingView, now: Instant) -> Option<Length> {
    let opened = view.meeting.steps.opened?;
    let closed = view.meeting.steps.closed;
    let minimum = view.minimum_minutes();
    Some(Length {
        minutes: closed.map_or(now, |done| done.at).minutes_since(opened.at),
        running_since: closed.is_none().then_some(opened.at),
        minimum: view.meeting.kind.is_routine().then_some((minimum.value, minimum.citation)),
    })
}
