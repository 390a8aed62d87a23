//! What a meeting is called, when and where it is, and how far it has come, in words that every page says alike.

use nennep_app::meetings::Overview;
use nennep_domain::{
    meetings::{CourseStep, Leg, Meeting, MeetingState},
    recruiting::VotedOn,
    time::Instant,
};

use crate::{
    components::{RuleText, Step, StepState},
    layout::{Page, Place},
    words::Words,
};

/// The name of a meeting: its kind and its month.
pub(super) fn title(meeting: &Meeting, w: Words) -> String {
    w.meeting(meeting.kind, meeting.month)
}

/// What kind of meeting it is, with its theme where it has one.
pub(super) fn kind(meeting: &Meeting, w: Words) -> String {
    let kind = w.one_of("meeting-kind", meeting.kind.as_str());
    if meeting.topic.is_empty() {
        return kind;
    }
    w.with("meeting-kind-of", &[("kind", kind.into()), ("topic", meeting.topic.as_str().into())])
}

/// Day and hour alone, as a plan says them: `thứ Năm 05/11/2026, 19:30`.
pub(super) fn day_and_hour(at: Instant, w: Words) -> String {
    w.with("words-when-far", &[("day", w.day(at.date()).into()), ("time", w.time(at).into())])
}

/// The tone in which a state is marked.
pub(super) const fn tone(state: MeetingState) -> &'static str {
    match state {
        MeetingState::Planned => "",
        MeetingState::Registered | MeetingState::Approved | MeetingState::Called => "fair",
        MeetingState::Running | MeetingState::Held => "average",
        MeetingState::Adopted | MeetingState::Reported => "good",
        MeetingState::Cancelled => "poor",
    }
}

/// A page about one meeting, below the list of meetings.
pub(super) fn about(page: Page, meeting: &Meeting, cell: &str) -> Page {
    let w = page.w;
    page.at(Place::Meetings)
        .under(w.t("place-meetings"), format!("/meetings?of={}", meeting.cell))
        .titled(title(meeting, w))
        .led(cell)
}

/// A page below a meeting's own.
pub(super) fn below(page: Page, meeting: &Meeting, title_of_page: String) -> Page {
    let w = page.w;
    page.at(Place::Meetings)
        .under(w.t("place-meetings"), format!("/meetings?of={}", meeting.cell))
        .under(title(meeting, w), format!("/meetings/{}", meeting.id))
        .titled(title_of_page)
}

/// Where a step is done or shown.
pub(super) fn path_of(step: CourseStep, meeting: &Meeting) -> String {
    let id = meeting.id;
    match step {
        CourseStep::Registration | CourseStep::Approval => format!("/meetings/{id}/place"),
        CourseStep::Agenda => format!("/meetings/{id}/agenda"),
        CourseStep::Papers => format!("/meetings/{id}/agenda#papers"),
        CourseStep::Notice => format!("/meetings/{id}/call"),
        CourseStep::Sitting => format!("/meetings/{id}/room"),
        CourseStep::Minutes | CourseStep::Report => format!("/meetings/{id}/minutes"),
        CourseStep::Score => format!("/meetings/{id}/score"),
    }
}

/// The way of a meeting as a line of steps; `leads`: whether the steps lead to where they are done.
pub(super) fn steps(overview: &Overview, now: Instant, leads: bool, w: Words) -> Vec<Step> {
    let meeting = &overview.view.meeting;
    let next = overview.next.as_ref().map(|leg| leg.step);
    let opened = meeting.steps.opened.is_some();
    let step = |leg: &Leg| {
        let left_out = opened && !leg.is_done && leg.step < CourseStep::Sitting;
        let state = match next {
            _ if leg.is_done => StepState::Done,
            Some(next) if next == leg.step && leg.is_late(now) && !meeting.is_running() => StepState::Late,
            Some(next) if next == leg.step => StepState::Next,
            _ => StepState::Later,
        };
        let path = if leads && !left_out { path_of(leg.step, meeting) } else { String::new() };
        let name = w.one_of("course-step", leg.step.as_str());
        Step { name, state, note: note(leg, left_out, w), path }
    };
    overview.course.iter().map(step).collect()
}

/// When a step was done, or by when it must be.
fn note(leg: &Leg, left_out: bool, w: Words) -> String {
    let day = |at: Instant| {
        let local = at.local();
        w.with(
            "course-day",
            &[("day", i64::from(local.day()).into()), ("month", i64::from(local.month()).into())],
        )
    };
    match (leg.done_at, leg.by) {
        (Some(at), _) => day(at),
        (None, Some(by)) if !leg.is_done && !left_out => w.with("course-by", &[("day", day(by).into())]),
        _ => String::new(),
    }
}

/// The rule a step rests on, to be opened by its book mark.
pub(super) fn rule_of(step: CourseStep, overview: &Overview, w: Words) -> Option<RuleText> {
    let key = match step {
        CourseStep::Approval => "meetings.superior_approves_date",
        CourseStep::Papers => "meetings.papers_days_before",
        CourseStep::Report => "meetings.report_days_after",
        _ => return None,
    };
    RuleText::of(w, &overview.view.rules, key)
}

/// The page of the person a vote of the cell is about.
pub(super) fn person_path(whom: VotedOn) -> String {
    match whom {
        VotedOn::Candidate(id) => format!("/candidates/{id}"),
        VotedOn::Probationer(id) => format!("/members/{id}/probation"),
    }
}
