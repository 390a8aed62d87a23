//! Cells with their months, for programs and lists.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    months::CellMonth,
    organisations::{Organisation, OrganisationKind},
    time::Month,
};
use nennep_store::{months, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// One cell with what is known of its months.
#[derive(Debug, Clone)]
pub struct CellMonths {
    /// The cell.
    pub cell: Organisation,
    /// Its months, oldest first; a month of which nothing is known is left out.
    pub months: Vec<CellMonth>,
}

/// The cells that stand within an organisation, or stood there on the last day of the span where that is past, by code after `after`, at most `limit`, each with its months from `span.0` to
/// `span.1`: for those who may see that its meetings are held.
#[boxed]
pub async fn cell_months(
    ctx: &Ctx,
    within: OrganisationId,
    span: (Month, Month),
    after: Option<(&str, OrganisationId)>,
    limit: u32,
) -> Result<Vec<CellMonths>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMeetings, &Resource::at(&place), Action::SeeMeetings)?;
    let last = span.1.first_day().last_of_month();
    let filter = organisations::Filter {
        within: Some(within),
        on: (last < ctx.now().date()).then_some(last),
        kind: Some(OrganisationKind::Cell),
        after,
        ..organisations::Filter::default()
    };
    let cells = organisations::list(&mut tx, filter, limit).await?;
    let ids: Vec<_> = cells.iter().map(|cell| cell.id).collect();
    let months = months::of_cells(&mut tx, &ids, span.0, span.1).await?;
    let of = |cell: OrganisationId| months.iter().filter(|month| month.cell == cell).cloned().collect();
    Ok(cells.into_iter().map(|cell| CellMonths { months: of(cell.id), cell }).collect())
}
