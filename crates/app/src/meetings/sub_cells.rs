//! Whether meetings by sub-cells stand in for the whole cell's (statement 28).

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{MeetingId, OrganisationId},
    meetings::{Meeting, MeetingKind, SubCellFacts, SubCellFault, sub_cell_faults},
    organisations::OrganisationKind,
    time::Month,
};
use nennep_store::{
    Tx, meetings, members,
    organisations::{self, Filter},
};

use super::load::load;
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    rules,
};

/// Why a meeting by sub-cells does not stand in for the whole cell's: nothing where it does. `None` for a meeting of another kind, and
/// in a month in which the whole cell meets too.
pub(crate) async fn faults(app: &App, tx: &mut Tx, meeting: &Meeting) -> Result<Option<Vec<SubCellFault>>> {
    if meeting.kind != MeetingKind::SubCell || meeting.steps.cancelled.is_some() {
        return Ok(None);
    }
    let (cell, month) = (meeting.cell, meeting.month);
    let january = month.plus(1 - i32::from(month.number()));
    let months = meetings::sub_cell_months(tx, &[cell], january, month).await?;
    if months.last().is_none_or(|(_, last)| *last != month) {
        return Ok(None);
    }
    let on = day(meeting);
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    let rules = rules::for_place(app, tx, &place, on).await?;
    let facts = SubCellFacts {
        sub_cells: sub_cells(tx, cell, on).await?,
        members: members(tx, cell, on).await?,
        time: u32::try_from(months.len()).unwrap_or(u32::MAX),
    };
    Ok(Some(sub_cell_faults(facts, &rules)))
}

/// Why a meeting by sub-cells does not stand in for the whole cell's, for those who may read it: nothing where it does, and for
/// other meetings.
#[boxed]
pub async fn of(ctx: &Ctx, id: MeetingId) -> Result<Vec<SubCellFault>> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReadMeeting).await?;
    Ok(faults(ctx, &mut tx, &loaded.meeting).await?.unwrap_or_default())
}

/// The months of the same year, after one, in which the cell meets by sub-cells: what happens in one changes how often it is there.
pub(crate) async fn later_months(tx: &mut Tx, cell: OrganisationId, after: Month) -> Result<Vec<Month>> {
    let december = after.plus(12 - i32::from(after.number()));
    let months = meetings::sub_cell_months(tx, &[cell], after, december).await?;
    Ok(months.into_iter().map(|(_, month)| month).filter(|month| *month > after).collect())
}

/// The day by whose rules it is judged.
fn day(meeting: &Meeting) -> Date {
    let at = meeting.steps.opened.map(|done| done.at).or(meeting.starts_at);
    at.map_or_else(|| meeting.month.first_day(), nennep_domain::time::Instant::date)
}

async fn sub_cells(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<u32> {
    let kind = Some(OrganisationKind::SubCell);
    let filter = Filter { within: Some(cell), on: Some(on), kind, ..Filter::default() };
    Ok(u32::try_from(organisations::list(tx, filter, u32::MAX).await?.len()).unwrap_or(u32::MAX))
}

async fn members(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<u32> {
    let counts = members::membership_counts(tx, cell, on).await?;
    Ok(counts.iter().map(|(_, official, probationary)| official + probationary).sum())
}
