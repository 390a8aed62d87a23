//! What waits for the superior committee's word: meetings whose date and place are registered, in cells whose committee
//! asks to agree to them.

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::MeetingId,
    time::Instant,
};
use nennep_store::{
    meetings::{self, Listed},
    organisations, rules,
};

use crate::{Ctx, boxed, error::Result};

/// One leaf of what waits.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    /// The meetings, earliest start first.
    pub meetings: Vec<Listed>,
    /// Where the next leaf continues, if there may be one.
    pub next: Option<(Instant, MeetingId)>,
}

/// Meetings that wait for the asker's agreement, at most `limit` a leaf. Where no committee asks for it none waits.
#[boxed]
pub async fn waiting_for_approval(
    ctx: &Ctx,
    after: Option<(Instant, MeetingId)>,
    limit: u32,
) -> Result<Waiting> {
    let offices = [Office::Secretary, Office::Deputy, Office::OrganisationOffice, Office::Overseer];
    let within: Vec<_> = ctx.actor.places_of(&offices).collect();
    let mut tx = ctx.store.read().await?;
    let mut listed = meetings::waiting_for_approval(&mut tx, &within, after, limit).await?;
    let full = u32::try_from(listed.len()).is_ok_and(|found| found == limit);
    let last = listed.last().and_then(|last| Some((last.meeting.starts_at?, last.meeting.id)));
    let mut cells: Vec<_> = listed.iter().map(|listed| listed.meeting.cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let places = organisations::places(&mut tx, &cells).await?;
    let overrides = rules::overrides(&mut tx).await?;
    listed.retain(|listed| {
        let Some(place) = places.iter().find(|place| place.organisation == listed.meeting.cell) else {
            return false;
        };
        let day = listed.meeting.starts_at.unwrap_or_else(|| ctx.now()).date();
        ctx.may(Action::ApproveMeeting, &Resource::at(place))
            && ctx.rules.on_for(day, place, &overrides).superior_approves_date().value
    });
    Ok(Waiting { meetings: listed, next: last.filter(|_| full) })
}
