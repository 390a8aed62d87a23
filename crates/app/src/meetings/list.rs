//! Lists of meetings within an organisation.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MeetingId, OrganisationId},
    time::Month,
};
use nennep_store::{
    meetings::{self, Listed},
    organisations,
};

use crate::{
    Ctx,
    error::{Error, Result},
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
