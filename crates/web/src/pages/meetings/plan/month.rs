//! One month of the plan as the page shows it: its line folded to a sentence, holidays and days that fit beside it.

use jiff::civil::DateTime;
use nennep_app::meetings::{Suggestion, YearPlan};
use nennep_domain::{
    meetings::{Meeting, MeetingKind},
    problems::Problems,
    time::{Instant, Month},
};

use super::{
    super::said,
    line::{Read, routine},
};
use crate::{
    components::Choice,
    forms::{Typed, read_date, read_time},
    words::Words,
};

/// A meeting that stands in the month and is not planned here: held, or of another kind.
pub(super) struct Standing {
    pub(super) title: String,
    pub(super) when: String,
    pub(super) path: String,
}

/// One month of the plan.
#[expect(clippy::struct_excessive_bools, reason = "each is its own answer of its own question")]
pub(super) struct PlanMonth {
    pub(super) number: i8,
    pub(super) name: String,
    /// Whether its line can be written.
    pub(super) is_open: bool,
    /// Whether its line is a meeting that is in the plan already.
    pub(super) stands: bool,
    /// Whether it lies before the present month.
    pub(super) is_over: bool,
    /// Whether its line is a proposal that nobody saved yet.
    pub(super) is_new: bool,
    /// Whether its line is opened at once, because something is wrong with it.
    pub(super) shows: bool,
    pub(super) said: String,
    pub(super) id: String,
    pub(super) kinds: Vec<Choice>,
    pub(super) topic: String,
    pub(super) slots: Vec<Choice>,
    pub(super) date: String,
    pub(super) time: String,
    pub(super) place: String,
    pub(super) holidays: Vec<String>,
    pub(super) standing: Vec<Standing>,
    pub(super) problems: Problems,
    pub(super) more: String,
}

impl PlanMonth {
    /// Whether there is anything in it: a month that is over without a meeting says nothing.
    pub(super) const fn is_worth_showing(&self) -> bool {
        self.is_open || !self.standing.is_empty() || !self.is_over
    }
}

pub(super) fn of(
    month: &Suggestion,
    plan: &YearPlan,
    typed: &Typed,
    read: &Read,
    now: Instant,
    w: Words,
) -> PlanMonth {
    let n = month.month.number();
    let field = |name: &str| typed.get(&format!("{name}-{n}")).to_owned();
    let stands = routine(&month.planned);
    let is_over = month.month < Month::of(now.date());
    let is_open = plan.prepares && stands.map_or(!is_over, |meeting| meeting.must_be_ahead().is_ok());
    let here = |meeting: &&Meeting| !(is_open && stands.is_some_and(|one| one.id == meeting.id));
    let standing = month.planned.iter().filter(here).map(|meeting| standing(meeting, w)).collect();
    let (kind, slot) = (field("kind"), field("slot"));
    PlanMonth {
        number: n,
        name: w.month(month.month),
        is_open,
        stands: stands.is_some(),
        is_over,
        is_new: is_open && stands.map_or(!kind.is_empty(), |meeting| is_undated(meeting, &field("date"))),
        shows: !read.problems.0.is_empty(),
        said: said_of(&field("date"), &field("time"), &slot, w),
        id: field("id"),
        kinds: kinds(&kind, stands.is_some(), w),
        topic: field("topic"),
        slots: month.slots.iter().map(|at| slot_choice(*at, &slot, w)).collect(),
        date: field("date"),
        time: field("time"),
        place: field("place"),
        holidays: holidays(month, w),
        standing,
        problems: read.problems.clone(),
        more: format!("/cells/{}/meetings/new?month={}", plan.cell.id, month.month),
    }
}

/// Whether a meeting that stands without a day has one proposed.
fn is_undated(meeting: &Meeting, date: &str) -> bool {
    meeting.starts_at.is_none() && !date.is_empty()
}

fn standing(meeting: &Meeting, w: Words) -> Standing {
    Standing {
        title: said::kind(meeting, w),
        when: meeting.starts_at.map_or_else(|| w.t("meeting-undated"), |at| said::day_and_hour(at, w)),
        path: format!("/meetings/{}", meeting.id),
    }
}

/// Day and hour of a line in words, as far as they can be read.
fn said_of(date: &str, time: &str, slot: &str, w: Words) -> String {
    let slot = slot.parse::<DateTime>().ok();
    let typed = || Some(read_date(date).ok()?.to_datetime(read_time(time).ok()?));
    slot.or_else(typed)
        .map_or_else(|| w.t("meeting-undated"), |at| said::day_and_hour(Instant::from_local(at), w))
}

/// What the month's line may be; one that stands can be called off on its own page, but not left out here.
fn kinds(chosen: &str, stands: bool, w: Words) -> Vec<Choice> {
    let of = |kind: MeetingKind| {
        Choice::new(kind.as_str(), w.one_of("meeting-kind", kind.as_str()), chosen == kind.as_str())
    };
    let mut kinds = vec![of(MeetingKind::Routine), of(MeetingKind::Combined)];
    if !stands {
        kinds.push(Choice::new("", w.t("plan-no-meeting"), chosen.is_empty()));
    }
    kinds
}

fn slot_choice(at: DateTime, chosen: &str, w: Words) -> Choice {
    let value = at.strftime("%Y-%m-%dT%H:%M").to_string();
    let is_chosen = value == chosen;
    Choice::new(value, said::day_and_hour(Instant::from_local(at), w), is_chosen)
}

/// The month's public holidays, each with its name.
fn holidays(month: &Suggestion, w: Words) -> Vec<String> {
    let named = |key: &str| {
        w.t(match key {
            "holidays.new_year" => "holiday-new-year",
            "holidays.tet" => "holiday-tet",
            "holidays.hung_kings" => "holiday-hung-kings",
            "holidays.reunification" => "holiday-reunification",
            "holidays.labour" => "holiday-labour",
            "holidays.national_day" => "holiday-national-day",
            _ => "holiday-other",
        })
    };
    let mut found: Vec<(String, Vec<jiff::civil::Date>)> = Vec::new();
    for (day, key) in &month.holidays {
        let name = named(key);
        match found.last_mut().filter(|(last, _)| *last == name) {
            Some((_, days)) => days.push(*day),
            None => found.push((name, vec![*day])),
        }
    }
    found.iter().filter_map(|(name, days)| span(name, days, w)).collect()
}

fn span(name: &str, days: &[jiff::civil::Date], w: Words) -> Option<String> {
    let (first, last) = (days.first()?, days.last()?);
    let values = [("name", name.into()), ("from", w.day(first).into()), ("to", w.day(last).into())];
    Some(if first == last { w.with("holiday-day", &values[..2]) } else { w.with("holiday-span", &values) })
}
