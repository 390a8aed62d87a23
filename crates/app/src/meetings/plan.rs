//! The year's plan: a routine meeting each month, a theme each quarter, on days when people can come.

use jiff::civil::{Date, DateTime, Time};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, OrganisationId},
    meetings::{Meeting, MeetingKind, Steps},
    names,
    problems::{Problems, Sentence},
    rules::Rules,
    time::{Instant, Month},
};
use nennep_store::{
    Tx, WriteTx, meetings,
    meetings::{Draft, Filter},
    organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    months, rules,
};

/// One line of a plan as it was typed.
#[derive(Debug, Clone)]
pub struct PlanLine {
    /// The month it counts for.
    pub month: Month,
    /// The kind.
    pub kind: MeetingKind,
    /// The theme, for thematic parts.
    pub topic: String,
    /// When, on the wall clock; may stay open.
    pub starts_at: Option<DateTime>,
    /// Where; may stay open.
    pub place: String,
}

/// A month of the year as the plan suggests it.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// The month.
    pub month: Month,
    /// What is planned already, if anything.
    pub planned: Vec<Meeting>,
    /// Days and hours when a meeting can be held, most fitting first: the usual day of the cell, evenings, days off.
    pub slots: Vec<DateTime>,
    /// Public holidays of the month: the day and the key of its rule.
    pub holidays: Vec<(Date, String)>,
    /// Whether the quarter has no thematic meeting planned yet.
    pub thematic_missing: bool,
}

/// The twelve months of a year as a cell's plan stands and could stand.
#[boxed]
pub async fn suggest_year(ctx: &Ctx, cell: OrganisationId, year: i16) -> Result<Vec<Suggestion>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMeetings, &Resource::at(&place), Action::SeeMeetings)?;
    let rules = rules::for_place(ctx, &mut tx, &place, ctx.now().date()).await?;
    suggestions(ctx, &mut tx, cell, year, &rules).await
}

/// The same, for whoever asked for permission already.
pub(super) async fn suggestions(
    ctx: &Ctx,
    tx: &mut Tx,
    cell: OrganisationId,
    year: i16,
    rules: &Rules,
) -> Result<Vec<Suggestion>> {
    let first = Month::new(year, 1).ok_or(Error::NotFound)?;
    let filter = Filter { within: Some(cell), months: Some((first, first.plus(11))), ..Filter::default() };
    let planned = meetings::list(tx, filter, 500).await?;
    let of = |month: Month| {
        planned.iter().map(|listed| &listed.meeting).filter(move |meeting| meeting.month == month)
    };
    let stands = |meeting: &&Meeting| meeting.steps.cancelled.is_none();
    let months = (0..12).map(|n| {
        let month = first.plus(n);
        let quarter = (0..12).map(|n| first.plus(n)).filter(|other| other.quarter() == month.quarter());
        let themes = quarter.flat_map(of).filter(stands).filter(|meeting| meeting.kind.is_thematic()).count();
        Suggestion {
            month,
            planned: of(month).filter(stands).cloned().collect(),
            slots: slots(ctx, rules, month),
            holidays: holidays(ctx, month),
            thematic_missing: u32::try_from(themes).unwrap_or(u32::MAX) < rules.thematic_per_quarter().value,
        }
    });
    Ok(months.collect())
}

fn days(month: Month) -> impl Iterator<Item = Date> {
    month.first_day().series(jiff::Span::new().days(1)).take_while(move |day| Month::of(*day) == month)
}

fn holidays(ctx: &Ctx, month: Month) -> Vec<(Date, String)> {
    let calendar = ctx.rules.calendar();
    days(month).filter_map(|day| Some((day, calendar.holiday(day)?.to_owned()))).collect()
}

/// Evenings of working days and days off in the first ten days of the month, holidays left out: early enough to leave
/// the month for the work decided on. In the present month, the ten days from today on; what is over is no slot.
fn slots(ctx: &Ctx, rules: &Rules, month: Month) -> Vec<DateTime> {
    let calendar = ctx.rules.calendar();
    let today = ctx.now().date();
    let from = if Month::of(today) == month { today } else { month.first_day() };
    let early = days(month)
        .skip_while(move |day| *day < from)
        .take(10)
        .filter(|day| calendar.holiday(*day).is_none());
    let times = |day: Date| -> Vec<Time> {
        if calendar.is_working_day(day) { rules.evening_slots().value } else { rules.day_off_slots().value }
    };
    let now = ctx.now().local();
    let found = early.flat_map(|day| times(day).into_iter().map(move |time| day.to_datetime(time)));
    found.filter(|at| *at > now).collect()
}

/// Plans one meeting. A month that has its routine meeting keeps it: a refusal.
#[boxed]
pub async fn plan(ctx: &Ctx, cell: OrganisationId, id: MeetingId, line: &PlanLine) -> Result<MeetingId> {
    let mut tx = ctx.store.write().await?;
    let added = plan_lines(ctx, &mut tx, cell, &[(id, line.clone())]).await?;
    if added == 0 {
        // The form posted twice: the same id is the same meeting.
        if let Some(there) = meetings::find(&mut tx, id).await? {
            return if there.cell == cell { Ok(id) } else { Err(Error::NotFound) };
        }
        return Err(month_taken(line.month));
    }
    tx.commit().await?;
    Ok(id)
}

/// Plans many meetings at once, all or none; gives how many were new. Months planned before stay as they are.
#[boxed]
pub async fn plan_year(ctx: &Ctx, cell: OrganisationId, lines: &[PlanLine]) -> Result<u64> {
    let mut tx = ctx.store.write().await?;
    let with_ids: Vec<_> = lines.iter().map(|line| (MeetingId(ctx.new_id()), line.clone())).collect();
    let added = plan_lines(ctx, &mut tx, cell, &with_ids).await?;
    tx.commit().await?;
    Ok(added)
}

/// Each month has one routine meeting: the refusal of a second.
pub(super) fn month_taken(month: Month) -> Error {
    let sentence = Sentence::new("meetings-refused-month-taken").with("month", month.as_written());
    Error::invalid("month", sentence)
}

async fn plan_lines(
    ctx: &Ctx,
    tx: &mut WriteTx,
    cell: OrganisationId,
    lines: &[(MeetingId, PlanLine)],
) -> Result<u64> {
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::PrepareMeeting, &Resource::at(&place), Action::SeeMeetings)?;
    let mut problems = Problems::default();
    let mut drafts = Vec::with_capacity(lines.len());
    for (id, line) in lines {
        problems.0.extend(check_plan(line).0);
        drafts.push(draft(ctx, cell, *id, line));
    }
    if !problems.0.is_empty() {
        return Err(problems.into());
    }
    let added = meetings::insert_many(tx, &drafts).await?;
    for draft in &drafts {
        months::refresh(ctx, tx, cell, draft.meeting.month).await?;
    }
    events::record(tx, ctx, Event::new("meetings.planned").at(cell).with("count", added)).await?;
    Ok(added)
}

/// What is wrong with a line: its date lies outside its month, its theme is missing, its texts are too long.
pub fn check_plan(line: &PlanLine) -> Problems {
    let mut problems = Problems::default();
    if let Some(starts_at) = line.starts_at
        && Month::of(starts_at.date()) != line.month
        && line.kind.is_routine()
    {
        problems.add(
            "starts_at",
            Sentence::new("meetings-date-outside-month").with("month", line.month.as_written()),
        );
    }
    if line.kind == MeetingKind::Thematic && names::tidy(&line.topic).is_empty() {
        problems.add("topic", Sentence::new("meetings-topic-missing"));
    }
    for (field, text) in [("topic", &line.topic), ("place", &line.place)] {
        if text.chars().count() > 300 {
            problems.add(field, Sentence::new("form-too-long").with("most", 300));
        }
    }
    problems
}

pub(super) fn draft(ctx: &Ctx, cell: OrganisationId, id: MeetingId, line: &PlanLine) -> Draft {
    let meeting = Meeting {
        id,
        cell,
        month: line.month,
        kind: line.kind,
        topic: names::tidy(&line.topic),
        starts_at: line.starts_at.map(Instant::from_local),
        place: names::tidy(&line.place),
        chair: None,
        minute_taker: None,
        tracker: None,
        dues_note: String::new(),
        cancel_reason: String::new(),
        steps: Steps::default(),
    };
    Draft { meeting, planned_at: ctx.now(), planned_by: ctx.actor.account }
}
