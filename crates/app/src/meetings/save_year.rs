//! Saving a whole year's plan at once: new months are planned, changed ones changed, what is under way or held stays.

use std::collections::BTreeSet;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, OrganisationId},
    meetings::Meeting,
    names,
    problems::Problems,
    time::{Instant, Month},
};
use nennep_store::{
    WriteTx,
    meetings::{self, Filter},
    organisations,
};

use super::{
    plan::{PlanLine, check_plan, draft, month_taken},
    register::moved,
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    months,
};

/// What came of saving a plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Saved {
    /// Meetings newly planned.
    pub added: u32,
    /// Meetings changed.
    pub changed: u32,
}

/// Saves the lines of a year's plan, all or none; each line has its meeting's id, a new meeting one made by the page, so
/// that a form sent twice plans nothing twice. Lines of meetings that were opened or called off are left as they are.
/// Registered or agreed dates that change are open again, and who was called is called anew.
#[boxed]
pub async fn save_year(
    ctx: &Ctx,
    cell: OrganisationId,
    year: i16,
    lines: &[(MeetingId, PlanLine)],
) -> Result<Saved> {
    let problems: Vec<_> = lines.iter().flat_map(|(_, line)| check_plan(line).0).collect();
    if !problems.is_empty() {
        return Err(Problems(problems).into());
    }
    let first = Month::new(year, 1).ok_or(Error::NotFound)?;
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::PrepareMeeting, &Resource::at(&place), Action::SeeMeetings)?;
    let filter = Filter { within: Some(cell), months: Some((first, first.plus(11))), ..Filter::default() };
    let standing = meetings::list(&mut tx, filter, 500).await?;
    let mut saved = Saved::default();
    let mut touched = BTreeSet::new();
    for (id, line) in lines {
        let before = standing.iter().map(|listed| &listed.meeting).find(|meeting| meeting.id == *id);
        let is_new = before.is_none();
        if save_line(ctx, &mut tx, cell, *id, line, before).await? {
            touched.insert(line.month);
            saved.added += u32::from(is_new);
            saved.changed += u32::from(!is_new);
        }
    }
    for month in touched {
        months::refresh(ctx, &mut tx, cell, month).await?;
    }
    let event = Event::new("meetings.year_saved").at(cell);
    events::record(&mut tx, ctx, event.with("added", saved.added).with("changed", saved.changed)).await?;
    tx.commit().await?;
    Ok(saved)
}

/// Saves one line; whether anything changed by it.
async fn save_line(
    ctx: &Ctx,
    tx: &mut WriteTx,
    cell: OrganisationId,
    id: MeetingId,
    line: &PlanLine,
    before: Option<&Meeting>,
) -> Result<bool> {
    let Some(before) = before else {
        if meetings::insert_many(tx, &[draft(ctx, cell, id, line)]).await? == 0 {
            return Err(month_taken(line.month));
        }
        return Ok(true);
    };
    let changed = Meeting {
        month: line.month,
        kind: line.kind,
        topic: names::tidy(&line.topic),
        starts_at: line.starts_at.map(Instant::from_local),
        place: names::tidy(&line.place),
        ..before.clone()
    };
    if before.must_be_ahead().is_err() || changed == *before {
        return Ok(false);
    }
    if !meetings::update_plan(tx, &changed).await? {
        return Err(month_taken(line.month));
    }
    if (before.starts_at, &before.place) != (changed.starts_at, &changed.place) {
        moved(ctx, tx, before).await?;
    }
    Ok(true)
}
