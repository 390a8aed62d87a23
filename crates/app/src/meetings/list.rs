//! Lists of meetings within an organisation.

use std::collections::HashSet;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, OrganisationId},
    meetings::MeetingState,
    time::Month,
};
use nennep_store::{
    meetings::{self, Listed},
    organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
};

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// Only meetings of this organisation's cells.
    pub within: OrganisationId,
    /// Only meetings of these months, both ends included.
    pub months: Option<(Month, Month)>,
    /// Continue after this month and meeting.
    pub after: Option<(Month, MeetingId)>,
    /// At most so many.
    pub limit: u32,
    /// Latest month first.
    pub latest_first: bool,
}

/// Meetings by month, those called off too.
#[boxed]
pub async fn list(ctx: &Ctx, filter: Filter) -> Result<Vec<Listed>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, filter.within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMeetings, &Resource::at(&place), Action::SeeMeetings)?;
    let asked = meetings::Filter {
        within: Some(filter.within),
        months: filter.months,
        after: filter.after,
        latest_first: filter.latest_first,
    };
    Ok(meetings::list(&mut tx, asked, filter.limit).await?)
}

/// What [`of_cells`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct CellsFilter<'a> {
    /// Only meetings of this organisation's cells.
    pub within: OrganisationId,
    /// Only meetings of this month.
    pub month: Month,
    /// Only cells whose name or code holds this text.
    pub words: &'a str,
    /// Only meetings that have come just so far.
    pub state: Option<MeetingState>,
    /// Continue after this cell code and meeting.
    pub after: Option<(&'a str, MeetingId)>,
    /// At most so many.
    pub limit: u32,
}

/// One leaf of a list of meetings, cell by cell.
#[derive(Debug, Clone, Default)]
pub struct CellsLeaf {
    /// The meetings, by cell code.
    pub meetings: Vec<Listed>,
    /// The cells among them whose meetings the asker may read.
    pub readable: HashSet<OrganisationId>,
    /// Whether more follow.
    pub more: bool,
}

/// The meetings of a month in all cells within an organisation, cell by cell, those called off too.
#[boxed]
pub async fn of_cells<'a>(ctx: &'a Ctx, asked: CellsFilter<'a>) -> Result<CellsLeaf> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, asked.within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMeetings, &Resource::at(&place), Action::SeeMeetings)?;
    let filter = meetings::CellsFilter {
        within: asked.within,
        months: (asked.month, asked.month),
        words: asked.words,
        state: asked.state,
        after: asked.after.map(|(code, id)| (asked.month, code, id)),
    };
    let mut listed = meetings::of_cells(&mut tx, filter, asked.limit + 1).await?;
    let more = listed.len() > usize::try_from(asked.limit).unwrap_or(usize::MAX);
    listed.truncate(usize::try_from(asked.limit).unwrap_or(usize::MAX));
    let cells = listed.iter().map(|line| line.meeting.cell);
    let readable = reach::those_where(ctx, &mut tx, Action::ReadMeeting, cells).await?;
    Ok(CellsLeaf { readable, meetings: listed, more })
}
