//! What those who look after cells have to do: what will be late, what waits for their grade and their word.

use nennep_domain::{months::Totals, organisations::Organisation, time::Month};
use nennep_store::meetings::Listed;

use crate::{
    Ctx,
    error::{Error, Result},
    meetings,
    months::{self, GridFilter, Owed},
    quality::{self, Awaiting},
};

/// What those who look after a committee's cells have to do.
#[derive(Debug, Clone)]
pub struct CommitteeToday {
    /// The committee's organisation.
    pub organisation: Organisation,
    /// Its cells' totals of this month.
    pub totals: Totals,
    /// What is late or will be within the week, most urgent first; the first few.
    pub owed: Vec<Owed>,
    /// How much more is owed.
    pub more_owed: usize,
    /// Meetings that wait for the asker's grade, the earliest reported first; the first few.
    pub awaiting: Vec<Awaiting>,
    /// Meetings whose date and place wait for the asker's agreement; the first few.
    pub approvals: Vec<Listed>,
}

/// So many lines of each kind are told.
const MOST: usize = 6;

/// The committees whose months the asker may see. What waits for the asker's own word stands with the first of them.
pub(super) async fn of(ctx: &Ctx) -> Result<Vec<CommitteeToday>> {
    let mut found = Vec::new();
    for organisation in months::seen_by(ctx).await?.into_iter().filter(|one| !one.kind.meets()) {
        let is_first = found.is_empty();
        found.push(one(ctx, organisation, is_first).await?);
    }
    Ok(found)
}

async fn one(ctx: &Ctx, organisation: Organisation, is_first: bool) -> Result<CommitteeToday> {
    let filter = GridFilter {
        organisation: organisation.id,
        to: Month::of(ctx.now().date()),
        cell_type: None,
        overseer: None,
        skip: 0,
        limit: 0,
    };
    let grid = months::grid(ctx, &filter).await?;
    let (awaiting, approvals) = if is_first { waiting(ctx).await? } else { Default::default() };
    Ok(CommitteeToday {
        organisation,
        totals: grid.columns.last().copied().unwrap_or_default(),
        owed: grid.owed.iter().take(MOST).cloned().collect(),
        more_owed: grid.owed.len().saturating_sub(MOST),
        awaiting,
        approvals,
    })
}

async fn waiting(ctx: &Ctx) -> Result<(Vec<Awaiting>, Vec<Listed>)> {
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let awaiting = match quality::awaiting_grade(ctx, None, most).await {
        Err(Error::Forbidden) => Vec::new(),
        other => other?,
    };
    let approvals = meetings::waiting_for_approval(ctx, None, most).await?;
    Ok((awaiting, approvals.meetings))
}
