//! Kind, theme, date, time and place of one meeting as a form: read once for a new meeting and for one that is changed.

use jiff::civil::{Date, DateTime, Time};
use nennep_app::meetings::{PlanLine, check_plan};
use nennep_domain::{
    meetings::{Meeting, MeetingKind},
    problems::{Problem, Problems, Sentence},
    time::Month,
};

use crate::{components::Choice, forms::Typed, words::Words};

/// The kinds of a meeting to choose from.
pub(super) fn kinds(chosen: &str, w: Words) -> Vec<Choice> {
    let choice = |kind: &MeetingKind| {
        let word = kind.as_str();
        Choice::new(word, w.one_of("meeting-kind", word), word == chosen)
    };
    MeetingKind::ALL.iter().map(choice).collect()
}

/// The form as a meeting that stands fills it.
pub(super) fn typed(meeting: &Meeting) -> Typed {
    let start = meeting.starts_at.map(nennep_domain::time::Instant::local);
    Typed::default()
        .with("kind", meeting.kind.as_str())
        .with("topic", meeting.topic.as_str())
        .with("date", start.map_or_else(String::new, |at| at.date().to_string()))
        .with("time", start.map_or_else(String::new, |at| at.strftime("%H:%M").to_string()))
        .with("place", meeting.place.as_str())
}

/// What the form says, or what is wrong with it, field by field. A meeting that is not the month's routine one counts for
/// the month it is held in.
pub(super) fn read(typed: &Typed, month: Month) -> Result<PlanLine, Problems> {
    let mut problems = Problems::default();
    let kind = typed.read::<MeetingKind>("kind");
    if kind.is_none() {
        problems.add("kind", Sentence::new("place-kind-missing"));
    }
    let (date, time) = (typed.date("date", &mut problems), typed.time("time", &mut problems));
    let starts_at = joined(date, time, &mut problems);
    let kind = kind.unwrap_or(MeetingKind::Routine);
    let month = if kind.is_routine() { month } else { date.map_or(month, Month::of) };
    let line = PlanLine {
        month,
        kind,
        topic: typed.get("topic").to_owned(),
        starts_at,
        place: typed.get("place").to_owned(),
    };
    problems.0.extend(checked(&line).0);
    problems.or(Some(line))
}

/// Date and time together: both, or neither.
pub(super) fn joined(date: Option<Date>, time: Option<Time>, problems: &mut Problems) -> Option<DateTime> {
    match (date, time) {
        (Some(date), Some(time)) => Some(date.to_datetime(time)),
        (Some(_), None) if problems.of("time").next().is_none() => {
            problems.add("time", Sentence::new("place-time-missing"));
            None
        }
        (None, Some(_)) if problems.of("date").next().is_none() => {
            problems.add("date", Sentence::new("place-date-missing"));
            None
        }
        _ => None,
    }
}

/// What is wrong with a line, under the names of the form's fields.
pub(super) fn checked(line: &PlanLine) -> Problems {
    fields(check_plan(line))
}

/// The same problems under the names of the form's fields: a moment is typed as date and time.
pub(super) fn fields(problems: Problems) -> Problems {
    let field = |problem: Problem| match problem.field {
        "starts_at" => Problem { field: "date", ..problem },
        "month" => Problem { field: "kind", ..problem },
        _ => problem,
    };
    Problems(problems.0.into_iter().map(field).collect())
}
