//! The lines of a year's plan as the form sends them: six fields for each month, named after it.

use jiff::civil::DateTime;
use nennep_app::{
    Ctx,
    meetings::{PlanLine, YearPlan},
};
use nennep_domain::{
    ids::MeetingId,
    meetings::{Meeting, MeetingKind},
    problems::{Problem, Problems, Sentence},
    time::Month,
};

use super::super::place_form::{checked, joined};
use crate::forms::{Typed, read_date, read_time};

/// One month's line as it was read: its meeting, and what is wrong.
#[derive(Debug, Clone, Default)]
pub(super) struct Read {
    pub(super) line: Option<(MeetingId, PlanLine)>,
    pub(super) problems: Problems,
}

/// The twelve months of a form that nobody sent yet.
pub(super) fn unchecked() -> Vec<Read> {
    vec![Read::default(); 12]
}

/// The routine meeting of a month that can still be changed, or that stands in its way.
pub(super) fn routine(planned: &[Meeting]) -> Option<&Meeting> {
    planned.iter().find(|meeting| meeting.kind.is_routine())
}

/// The form as it is first shown: what is planned, and for months ahead without a plan what the cell's habit proposes.
pub(super) fn proposed(ctx: &Ctx, plan: &YearPlan) -> Typed {
    let mut typed = Typed::default();
    for (month, proposed) in plan.months.iter().zip(&plan.proposed) {
        let n = month.month.number();
        let mut put = |field: &str, value: String| typed.set(format!("{field}-{n}"), value);
        let start = |at: Option<DateTime>, put: &mut dyn FnMut(&str, String)| {
            put("date", at.map_or_else(String::new, |at| at.date().to_string()));
            put("time", at.map_or_else(String::new, |at| at.strftime("%H:%M").to_string()));
        };
        match (routine(&month.planned), proposed) {
            (Some(meeting), proposed) => {
                put("id", meeting.id.to_string());
                put("kind", meeting.kind.as_str().to_owned());
                put("topic", meeting.topic.clone());
                put("place", meeting.place.clone());
                start(meeting.starts_at.map(nennep_domain::time::Instant::local).or(*proposed), &mut put);
            }
            (None, proposed) => {
                put("id", ctx.new_id().to_string());
                put("kind", proposed.map_or("", |_| MeetingKind::Routine.as_str()).to_owned());
                put("place", plan.habit.place.clone());
                start(*proposed, &mut put);
            }
        }
    }
    typed
}

/// The twelve lines of a form that was sent; a month left out has no line.
pub(super) fn read(typed: &Typed, plan: &YearPlan) -> Vec<Read> {
    let months = plan.months.iter().zip(&plan.proposed);
    months.map(|(month, proposed)| one(typed, month.month, *proposed)).collect()
}

fn one(typed: &Typed, month: Month, proposed: Option<DateTime>) -> Read {
    let field = |name: &str| typed.get(&format!("{name}-{}", month.number()));
    let Ok(id) = field("id").parse() else { return Read::default() };
    let mut problems = Problems::default();
    let slot = field("slot").parse::<DateTime>().ok();
    let starts_at = slot.or_else(|| {
        let filled = |text: &str| !text.trim().is_empty();
        let date = filled(field("date")).then(|| problems.take("date", read_date(field("date"))));
        let time = filled(field("time")).then(|| problems.take("time", read_time(field("time"))));
        joined(date.flatten(), time.flatten(), &mut problems)
    });
    let Ok(kind) = field("kind").parse::<MeetingKind>() else {
        // Left out on purpose, unless a day of one's own was chosen for it.
        if starts_at.is_some() && starts_at != proposed {
            problems.add("kind", Sentence::new("plan-kind-missing").with("month", month.as_written()));
        }
        return Read { line: None, problems };
    };
    let (topic, place) = (field("topic").to_owned(), field("place").to_owned());
    let line = PlanLine { month, kind, topic, starts_at, place };
    problems.0.extend(checked(&line).0);
    if kind == MeetingKind::Combined && line.topic.trim().is_empty() {
        problems.add("topic", Sentence::new("meetings-topic-missing"));
    }
    Read { line: problems.0.is_empty().then_some((id, line)), problems }
}

/// All that is wrong, for the summary of the page.
pub(super) fn all(read: &[Read]) -> Problems {
    let every = read.iter().flat_map(|read| &read.problems.0);
    Problems(every.map(|problem| Problem { field: "", sentence: problem.sentence.clone() }).collect())
}
