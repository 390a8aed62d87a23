//! Finding a meeting with where it stands, and asking permission for it.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MeetingId,
    meetings::Meeting,
    organisations::Place,
    rules::Rules,
};
use nennep_store::{Tx, meetings, organisations};

use crate::{
    Ctx,
    error::{Error, Result},
    rules,
};

/// A meeting with the place of its cell.
pub(crate) struct Loaded {
    pub(crate) meeting: Meeting,
    pub(crate) place: Place,
}

impl Loaded {
    /// The meeting as permission sees it.
    pub(crate) fn resource(&self) -> Resource<'_> {
        Resource {
            minute_taker: self.meeting.minute_taker.filter(|_| self.meeting.steps.adopted.is_none()),
            tracker: self.meeting.tracker,
            ..Resource::at(&self.place)
        }
    }

    /// The day by whose rules it is judged: the day it was opened or is to start, else today.
    pub(crate) fn day(&self, ctx: &Ctx) -> Date {
        let steps = &self.meeting.steps;
        steps.opened.map(|done| done.at).or(self.meeting.starts_at).unwrap_or_else(|| ctx.now()).date()
    }

    /// The rules of that day for its cell.
    pub(crate) async fn rules(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Rules> {
        rules::for_place(ctx, tx, &self.place, self.day(ctx)).await
    }
}

/// The meeting, if the actor may do `action` to it.
pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, id: MeetingId, action: Action) -> Result<Loaded> {
    let meeting = meetings::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let loaded = Loaded { meeting, place };
    ctx.must(action, &loaded.resource(), Action::SeeMeetings)?;
    Ok(loaded)
}
