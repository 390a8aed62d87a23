//! The way of a meeting from its registration to its report: which steps it goes through, how far it has come, what is
//! next, and by when each step must be done before it is late.

use serde::Serialize;

use super::Meeting;
use crate::{problems::Citation, quality::Stage, rules::Rules, time::Instant};

text_enum! {
    /// A step on a meeting's way.
    CourseStep {
        /// Date and place are registered with the superior committee.
        Registration = "registration",
        /// The superior committee agrees, where it asks for that.
        Approval = "approval",
        /// The agenda is drawn up.
        Agenda = "agenda",
        /// The papers are posted.
        Papers = "papers",
        /// Members and overseer are called.
        Notice = "notice",
        /// The meeting is held.
        Sitting = "sitting",
        /// The minutes are adopted.
        Minutes = "minutes",
        /// The meeting is scored.
        Score = "score",
        /// It is reported to the superior committee.
        Report = "report",
    }
}

/// One step of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leg {
    /// Which.
    pub step: CourseStep,
    /// Whether it is done.
    pub is_done: bool,
    /// When it was done, where that is known.
    pub done_at: Option<Instant>,
    /// Late from this moment on, while it is not done.
    pub by: Option<Instant>,
    /// The rule that asks for it or sets its time.
    pub citation: Option<Citation>,
}

impl Leg {
    fn new(step: CourseStep, done_at: Option<Instant>) -> Self {
        Self { step, is_done: done_at.is_some(), done_at, by: None, citation: None }
    }

    /// Whether it is not done and its time is over.
    pub fn is_late(&self, now: Instant) -> bool {
        !self.is_done && self.by.is_some_and(|by| by <= now)
    }

    /// Whether it was done, but after its time.
    pub fn was_late(&self) -> bool {
        matches!((self.done_at, self.by), (Some(done), Some(by)) if done > by)
    }
}

/// What a course is read from beside the meeting itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CourseFacts {
    /// Items on the agenda.
    pub items: usize,
    /// When the last paper was posted.
    pub papers_at: Option<Instant>,
    /// How far the scoring has come.
    pub stage: Option<Stage>,
}

/// The steps of a meeting in their order, those the committee does not ask for left out.
pub fn course(meeting: &Meeting, facts: CourseFacts, rules: &Rules) -> Vec<Leg> {
    let steps = &meeting.steps;
    let at = |done: Option<super::Done>| done.map(|done| done.at);
    let mut legs = vec![Leg::new(CourseStep::Registration, at(steps.registered))];
    let approval = rules.superior_approves_date();
    if approval.value || steps.approved.is_some() {
        let leg = Leg::new(CourseStep::Approval, at(steps.approved));
        legs.push(Leg { citation: Some(approval.citation), ..leg });
    }
    legs.push(Leg { is_done: facts.items > 0, ..Leg::new(CourseStep::Agenda, None) });
    legs.push(papers(meeting, facts, rules));
    legs.push(Leg { by: meeting.starts_at, ..Leg::new(CourseStep::Notice, at(steps.called)) });
    legs.push(Leg { by: meeting.starts_at, ..Leg::new(CourseStep::Sitting, at(steps.closed)) });
    legs.push(Leg::new(CourseStep::Minutes, at(steps.adopted)));
    if meeting.kind.is_routine() {
        let is_done = facts.stage.is_some_and(|stage| stage >= Stage::Voted);
        legs.push(Leg { is_done, ..Leg::new(CourseStep::Score, None) });
    }
    if meeting.kind.is_routine() || meeting.kind.is_thematic() {
        legs.push(report(meeting, rules));
    }
    legs
}

/// Papers are posted some days of 24 hours before the start (42-HD/BTCTW II.2.2; statement 5).
fn papers(meeting: &Meeting, facts: CourseFacts, rules: &Rules) -> Leg {
    let leg = Leg::new(CourseStep::Papers, facts.papers_at);
    let rule = rules.papers_days_before().set();
    let by = rule.as_ref().zip(meeting.starts_at);
    let by = by.map(|(rule, start)| start.plus_minutes(-i64::from(rule.value) * 24 * 60));
    Leg { by: by.or(meeting.starts_at), citation: rule.map(|rule| rule.citation), ..leg }
}

/// What was finished is reported within some days after the closing (42-HD/BTCTW; statement 6).
fn report(meeting: &Meeting, rules: &Rules) -> Leg {
    let leg = Leg::new(CourseStep::Report, meeting.steps.reported.map(|done| done.at));
    let rule = rules.report_days_after().set();
    let by = rule.as_ref().zip(meeting.steps.closed);
    let by = by.map(|(rule, closed)| closed.at.plus_minutes(i64::from(rule.value) * 24 * 60));
    Leg { by, citation: rule.map(|rule| rule.citation), ..leg }
}

/// The step to be done next; none once all are done or the meeting was called off. What was left out before the
/// opening is not asked for afterwards.
pub fn next<'a>(meeting: &Meeting, course: &'a [Leg]) -> Option<&'a Leg> {
    if meeting.steps.cancelled.is_some() {
        return None;
    }
    let opened = meeting.steps.opened.is_some();
    course.iter().find(|leg| !leg.is_done && (!opened || leg.step >= CourseStep::Sitting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::*,
        meetings::{Done, MeetingKind, Steps},
        rules::RuleBook,
        time::Month,
    };
    use jiff::civil::date;
    use uuid::Uuid;

    fn at(day: i8, hour: i8) -> Instant {
        Instant::from_local(date(2026, 11, day).at(hour, 0, 0, 0))
    }

    fn done(day: i8, hour: i8) -> Done {
        Done { at: at(day, hour), by: AccountId(Uuid::nil()) }
    }

    fn meeting(steps: &Steps) -> Meeting {
        Meeting {
            id: MeetingId(Uuid::nil()),
            cell: OrganisationId(Uuid::nil()),
            month: Month::new(2026, 11).unwrap(),
            kind: MeetingKind::Routine,
            topic: String::new(),
            starts_at: Some(at(5, 19)),
            place: "Nhà văn hóa".to_owned(),
            chair: None,
            minute_taker: None,
            tracker: None,
            dues_note: String::new(),
            cancel_reason: String::new(),
            steps: *steps,
        }
    }

    fn walk(meeting: &Meeting, facts: CourseFacts) -> Vec<Leg> {
        course(meeting, facts, &RuleBook::national().unwrap().on(date(2026, 11, 5)))
    }

    fn next_of(meeting: &Meeting, facts: CourseFacts) -> Option<CourseStep> {
        next(meeting, &walk(meeting, facts)).map(|leg| leg.step)
    }

    #[test]
    fn one_step_after_the_other() {
        let planned = meeting(&Steps::default());
        let empty = CourseFacts::default();
        assert_eq!(next_of(&planned, empty), Some(CourseStep::Registration));
        let registered = meeting(&Steps { registered: Some(done(1, 8)), ..Steps::default() });
        assert_eq!(next_of(&registered, empty), Some(CourseStep::Agenda), "nobody asks for an approval");
        let drafted = CourseFacts { items: 9, ..empty };
        assert_eq!(next_of(&registered, drafted), Some(CourseStep::Papers));
        let posted = CourseFacts { papers_at: Some(at(3, 8)), ..drafted };
        assert_eq!(next_of(&registered, posted), Some(CourseStep::Notice));
        let called = Steps { called: Some(done(3, 9)), ..registered.steps };
        assert_eq!(next_of(&meeting(&called), posted), Some(CourseStep::Sitting));
    }

    #[test]
    fn what_was_left_out_before_the_opening_is_not_asked_for_afterwards() {
        let opened = Steps { opened: Some(done(5, 19)), ..Steps::default() };
        assert_eq!(next_of(&meeting(&opened), CourseFacts::default()), Some(CourseStep::Sitting));
        let closed = Steps { closed: Some(done(5, 21)), ..opened };
        assert_eq!(next_of(&meeting(&closed), CourseFacts::default()), Some(CourseStep::Minutes));
        let adopted = Steps { adopted: Some(done(5, 22)), ..closed };
        assert_eq!(next_of(&meeting(&adopted), CourseFacts::default()), Some(CourseStep::Score));
        let voted = CourseFacts { stage: Some(Stage::Voted), ..CourseFacts::default() };
        assert_eq!(next_of(&meeting(&adopted), voted), Some(CourseStep::Report));
        let reported = Steps { reported: Some(done(6, 8)), ..adopted };
        assert_eq!(next_of(&meeting(&reported), voted), None);
        let cancelled = Steps { cancelled: Some(done(4, 8)), ..Steps::default() };
        assert_eq!(next_of(&meeting(&cancelled), CourseFacts::default()), None);
    }

    #[test]
    fn statement_5_papers_are_late_a_day_before_the_start() {
        let planned = meeting(&Steps::default());
        let papers = |facts| walk(&planned, facts).into_iter().find(|leg| leg.step == CourseStep::Papers);
        let none = papers(CourseFacts::default()).unwrap();
        assert_eq!(none.by, Some(at(4, 19)));
        assert!(!none.is_late(at(4, 18)) && none.is_late(at(4, 19)));
        assert!(none.citation.is_some());
        let late = papers(CourseFacts { papers_at: Some(at(4, 20)), ..CourseFacts::default() }).unwrap();
        assert!(late.was_late() && !late.is_late(at(5, 8)));
    }

    #[test]
    fn statement_6_the_report_is_late_two_days_after_the_closing() {
        let closed = Steps { opened: Some(done(5, 19)), closed: Some(done(5, 21)), ..Steps::default() };
        let legs = walk(&meeting(&closed), CourseFacts::default());
        let report = legs.last().unwrap();
        assert_eq!((report.step, report.by), (CourseStep::Report, Some(at(7, 21))));
    }
}
