//! What a cell's leaders have to do: the month as a line of steps, and what waits for them.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, MemberId, OrganisationId},
    months::{CellMonth, Due, MonthStep, Stride, due, next_step, steps},
    organisations::{Organisation, Place},
    rules::Rules,
    time::{Instant, Month},
};
use nennep_store::{
    Tx, corrections as store_corrections, dues,
    meetings::{self, Coming},
    members, months, organisations, tasks,
};

use crate::{
    Ctx,
    error::Result,
    recruiting::{DueLine, due_in, review_is_due},
    rules,
};

/// A member's request for leave that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLeave {
    /// The meeting.
    pub meeting: MeetingId,
    /// Who asks.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When the meeting is to start.
    pub starts_at: Option<Instant>,
}

/// A month as a line of steps.
#[derive(Debug, Clone)]
pub struct MonthToday {
    /// The month.
    pub month: CellMonth,
    /// Its steps in order.
    pub steps: Vec<Stride>,
    /// The step to be done next; none once all are done.
    pub next: Option<MonthStep>,
    /// What the month owes, earliest first.
    pub owed: Vec<Due>,
}

/// What a cell's leaders have to do.
#[derive(Debug, Clone)]
pub struct CellToday {
    /// The cell.
    pub cell: Organisation,
    /// The month before, if something of it is left to do, and the present one.
    pub months: Vec<MonthToday>,
    /// Requests for leave that wait for the asker's answer.
    pub leave: Vec<OpenLeave>,
    /// The next meeting, if its agenda is still empty.
    pub without_agenda: Option<MeetingId>,
    /// Open tasks of the cell.
    pub open_tasks: u32,
    /// Of them, past their deadline and not reported done.
    pub late_tasks: u32,
    /// How many members of the cell wait for an answer to a request for a correction.
    pub corrections: usize,
    /// The earliest month over whose dues book is to be closed, once the cell has closed one.
    pub open_dues: Option<Month>,
    /// What falls due in recruiting, the earliest first.
    pub recruiting: Vec<DueLine>,
    /// Whether the list of outstanding persons was not reviewed for longer than the rule allows.
    pub review_is_due: bool,
}

/// Each of these cells for which the asker prepares meetings.
pub(super) async fn of(
    ctx: &Ctx,
    tx: &mut Tx,
    cells: &[Organisation],
    coming: &[Coming],
) -> Result<Vec<CellToday>> {
    let ids: Vec<_> = cells.iter().map(|cell| cell.id).collect();
    let places = organisations::places(tx, &ids).await?;
    let mut found = Vec::new();
    for cell in cells {
        let Some(place) = places.iter().find(|place| place.organisation == cell.id) else { continue };
        if ctx.may(Action::PrepareMeeting, &Resource::at(place)) {
            found.push(one(ctx, tx, cell, place, coming).await?);
        }
    }
    Ok(found)
}

async fn one(
    ctx: &Ctx,
    tx: &mut Tx,
    cell: &Organisation,
    place: &Place,
    coming: &[Coming],
) -> Result<CellToday> {
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, tx, place, today).await?;
    let present = Month::of(today);
    let known = months::of_cells(tx, &[cell.id], present.plus(-2), present).await?;
    let month = |of: Month| {
        known.iter().find(|one| one.month == of).cloned().unwrap_or(CellMonth::empty(cell.id, of))
    };
    let before = Some(month(present.plus(-1)))
        .filter(|before| before.meeting.is_some())
        .map(|before| walk(before, &known, &rules))
        .filter(|before| before.next.is_some());
    let ahead: Vec<&Coming> = coming.iter().filter(|one| one.cell == cell.id).collect();
    let answers = ctx.may(Action::AnswerLeave, &Resource::at(place));
    let leave = if answers { open_leave(tx, &ahead).await? } else { Vec::new() };
    let counts = tasks::of_cells(tx, cell.id, today, None, 1).await?;
    let (open_tasks, late_tasks) = counts.first().map_or((0, 0), |counts| (counts.open, counts.late));
    let opens = ctx.may(Action::SeeMemberFile, &Resource::at(place));
    let recruiting = if opens { due_in(tx, cell.id, &rules, today).await? } else { Vec::new() };
    let keeps = ctx.may(Action::KeepMembers, &Resource::at(place));
    Ok(CellToday {
        recruiting,
        review_is_due: keeps && review_is_due(tx, cell, &rules, today).await?,
        cell: cell.clone(),
        months: before.into_iter().chain([walk(month(present), &known, &rules)]).collect(),
        leave,
        without_agenda: without_agenda(tx, &ahead).await?,
        open_tasks,
        late_tasks,
        corrections: corrections(ctx, tx, place, today).await?,
        open_dues: open_dues(tx, cell.id, present).await?,
    })
}

fn walk(month: CellMonth, known: &[CellMonth], rules: &Rules) -> MonthToday {
    let of = month.month;
    let same_quarter = |other: &&CellMonth| {
        other.month <= of && (other.month.year(), other.month.quarter()) == (of.year(), of.quarter())
    };
    let themes = known.iter().filter(same_quarter).filter(|other| other.thematic).count();
    let owed = due(&month, u32::try_from(themes).unwrap_or(u32::MAX), rules);
    let steps = steps(&month, &owed);
    let next = next_step(&month, &steps).map(|stride| stride.step);
    MonthToday { month, steps, next, owed }
}

/// The requests for corrections that wait for the asker, the own one left out.
async fn corrections(ctx: &Ctx, tx: &mut Tx, place: &Place, today: Date) -> Result<usize> {
    if !ctx.may(Action::KeepMembers, &Resource::at(place)) {
        return Ok(0);
    }
    let open = store_corrections::open_within(tx, &[place.organisation], today).await?;
    Ok(open.iter().filter(|(one, ..)| ctx.actor.member != Some(one.member)).count())
}

/// The month after the last one whose dues book was closed, if it is over.
async fn open_dues(tx: &mut Tx, cell: OrganisationId, present: Month) -> Result<Option<Month>> {
    let last = dues::last_closed(tx, cell).await?;
    Ok(last.map(|last| last.plus(1)).filter(|month| *month < present))
}

async fn open_leave(tx: &mut Tx, ahead: &[&Coming]) -> Result<Vec<OpenLeave>> {
    let mut open = Vec::new();
    for coming in ahead.iter().filter(|coming| coming.opened_at.is_none()) {
        let asked = meetings::leave_requests(tx, coming.meeting).await?;
        open.extend(asked.into_iter().filter(|one| one.answer.is_none()).map(|one| (*coming, one)));
    }
    let people: Vec<MemberId> = open.iter().map(|(_, one)| one.member).collect();
    let people = members::find_many(tx, &people).await?;
    let name = |id: MemberId| people.iter().find(|one| one.id == id).map(|one| one.profile.full_name.clone());
    let leave = open.into_iter().map(|(coming, one)| OpenLeave {
        meeting: coming.meeting,
        name: name(one.member).unwrap_or_default(),
        reason: one.reason,
        starts_at: coming.starts_at,
    });
    Ok(leave.collect())
}

async fn without_agenda(tx: &mut Tx, ahead: &[&Coming]) -> Result<Option<MeetingId>> {
    let Some(next) = ahead.iter().find(|coming| coming.opened_at.is_none()) else { return Ok(None) };
    let items = meetings::items(tx, next.meeting).await?;
    Ok(items.is_empty().then_some(next.meeting))
}
