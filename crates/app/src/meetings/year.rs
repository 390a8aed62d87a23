//! A cell's year: what is planned, what was held, what each month still owes, and what a plan could look like.

use jiff::civil::DateTime;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    meetings::{Habit, Meeting, habit},
    months::{CellMonth, Due, due},
    organisations::{Organisation, Place},
    rules::Rules,
    time::Month,
};
use nennep_store::{
    Tx,
    meetings::{self, Filter},
    months, organisations,
};

use super::plan::{Suggestion, suggestions};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    rules,
};

/// A month of a cell's year.
#[derive(Debug, Clone)]
pub struct YearMonth {
    /// The month.
    pub month: Month,
    /// Its meetings, those called off too.
    pub meetings: Vec<Meeting>,
    /// What the committee sees of it.
    pub seen: CellMonth,
    /// What it still owes, earliest first. Nothing is owed by months from before the cell's first meeting here.
    pub owed: Vec<Due>,
}

/// A cell's year.
#[derive(Debug, Clone)]
pub struct CellYear {
    /// The cell.
    pub cell: Organisation,
    /// The year.
    pub year: i16,
    /// Its twelve months.
    pub months: Vec<YearMonth>,
    /// The rules of today.
    pub rules: Rules,
    /// Whether the asker may read its meetings.
    pub reads: bool,
    /// Whether the asker prepares meetings here.
    pub prepares: bool,
}

/// A cell's plan of a year, with what could be planned.
#[derive(Debug, Clone)]
pub struct YearPlan {
    /// The cell.
    pub cell: Organisation,
    /// The year.
    pub year: i16,
    /// Its twelve months.
    pub months: Vec<Suggestion>,
    /// For each month, when the cell would meet by its habit; none for months that are over.
    pub proposed: Vec<Option<DateTime>>,
    /// Where and when the cell usually meets.
    pub habit: Habit,
    /// The rules of today.
    pub rules: Rules,
    /// Whether the asker prepares meetings here.
    pub prepares: bool,
}

struct Known {
    cell: Organisation,
    rules: Rules,
    reads: bool,
    prepares: bool,
    first: Month,
}

async fn known(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId, year: i16) -> Result<Known> {
    let place: Place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place);
    ctx.must(Action::SeeMeetings, &resource, Action::SeeMeetings)?;
    let found = organisations::find(tx, cell).await?.filter(|cell| cell.kind.meets());
    Ok(Known {
        cell: found.ok_or(Error::NotFound)?,
        rules: rules::for_place(ctx, tx, &place, ctx.now().date()).await?,
        reads: ctx.may(Action::ReadMeeting, &resource),
        prepares: ctx.may(Action::PrepareMeeting, &resource),
        first: Month::new(year, 1).ok_or(Error::NotFound)?,
    })
}

/// A cell's year month by month, with what each still owes.
#[boxed]
pub async fn year(ctx: &Ctx, cell: OrganisationId, year: i16) -> Result<CellYear> {
    let mut tx = ctx.store.read().await?;
    let Known { cell, rules, reads, prepares, first } = known(ctx, &mut tx, cell, year).await?;
    let span = (first, first.plus(11));
    let filter = Filter { within: Some(cell.id), months: Some(span), ..Filter::default() };
    let listed = meetings::list(&mut tx, filter, 500).await?;
    let seen = months::of_cells(&mut tx, &[cell.id], span.0, span.1).await?;
    let before = meetings::last_routine_before(&mut tx, cell.id, first).await?.is_some();
    let begins = listed.first().map(|listed| listed.meeting.month).filter(|_| !before);
    let owes = |month: Month| before || begins.is_some_and(|begins| month >= begins);
    let months = (0..12).map(|n| {
        let month = first.plus(n);
        let of_month = listed.iter().map(|listed| &listed.meeting).filter(|meeting| meeting.month == month);
        let seen_now = of_seen(&seen, cell.id, month);
        let quarter = (0..=n % 3).map(|back| of_seen(&seen, cell.id, month.plus(-back)));
        let themes = u32::try_from(quarter.filter(|month| month.thematic).count()).unwrap_or(0);
        let owed = if owes(month) { due(&seen_now, themes, &rules) } else { Vec::new() };
        YearMonth { month, meetings: of_month.cloned().collect(), seen: seen_now, owed }
    });
    Ok(CellYear { year, months: months.collect(), cell, rules, reads, prepares })
}

fn of_seen(seen: &[CellMonth], cell: OrganisationId, month: Month) -> CellMonth {
    seen.iter().find(|one| one.month == month).cloned().unwrap_or(CellMonth::empty(cell, month))
}

/// A cell's plan of a year with what could be planned by its habit, its rules and the calendar.
#[boxed]
pub async fn year_plan(ctx: &Ctx, cell: OrganisationId, year: i16) -> Result<YearPlan> {
    let mut tx = ctx.store.read().await?;
    let Known { cell, rules, prepares, .. } = known(ctx, &mut tx, cell, year).await?;
    let months = suggestions(ctx, &mut tx, cell.id, year, &rules).await?;
    let habit = habit_of(ctx, &mut tx, cell.id).await?;
    let now = ctx.now().local();
    let calendar = ctx.rules.calendar();
    let proposed = months.iter().map(|month| {
        let usual = habit.in_month(month.month, &month.slots, |day| calendar.holiday(day).is_some());
        usual.filter(|at| *at > now)
    });
    Ok(YearPlan { year, proposed: proposed.collect(), months, habit, cell, rules, prepares })
}

/// The habit that shows in the routine meetings of the last year and a half.
async fn habit_of(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId) -> Result<Habit> {
    let this = Month::of(ctx.now().date());
    let filter = Filter { within: Some(cell), months: Some((this.plus(-18), this)), ..Filter::default() };
    let listed = meetings::list(tx, filter, 100).await?;
    let held = listed.iter().map(|listed| &listed.meeting);
    let held = held.filter(|meeting| meeting.kind.is_routine() && meeting.steps.cancelled.is_none());
    let held: Vec<_> =
        held.filter_map(|meeting| Some((meeting.starts_at?.local(), meeting.place.as_str()))).collect();
    Ok(habit(&held))
}
