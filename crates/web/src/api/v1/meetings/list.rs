//! Meetings of an organisation, line by line.

use axum::Json;
use nennep_app::meetings::{self as deeds, Filter, Listed};
use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    meetings as domain, time,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::{MeetingKind, MeetingState};
use crate::api::{
    Caller, Page,
    body::{Asked, At},
    paging,
    routes::Api,
    v1::{Answer, members::CellName},
    values::{Moment, Month},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_meetings))
}

/// A step that was done: when, and by which account.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Deed {
    /// When.
    pub at: Moment,
    /// The account; missing where the program itself did it.
    pub by: Option<Uuid>,
}

impl From<domain::Done> for Deed {
    fn from(done: domain::Done) -> Self {
        Self { at: done.at.into(), by: Some(done.by.0).filter(|id| !id.is_nil()) }
    }
}

/// How far a meeting has come: each step with its time, or missing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Steps {
    /// Date and place were registered with the superior committee.
    pub registered: Option<Deed>,
    /// The superior committee agreed.
    pub approved: Option<Deed>,
    /// Notice went out.
    pub called: Option<Deed>,
    /// Opened.
    pub opened: Option<Deed>,
    /// The agenda was adopted.
    pub agenda_adopted: Option<Deed>,
    /// Closed.
    pub closed: Option<Deed>,
    /// The minutes were adopted.
    pub adopted: Option<Deed>,
    /// Reported to the superior committee.
    pub reported: Option<Deed>,
    /// Called off.
    pub cancelled: Option<Deed>,
}

impl From<&domain::Steps> for Steps {
    fn from(steps: &domain::Steps) -> Self {
        let of = |step: Option<domain::Done>| step.map(Deed::from);
        Self {
            registered: of(steps.registered),
            approved: of(steps.approved),
            called: of(steps.called),
            opened: of(steps.opened),
            agenda_adopted: of(steps.agenda_adopted),
            closed: of(steps.closed),
            adopted: of(steps.adopted),
            reported: of(steps.reported),
            cancelled: of(steps.cancelled),
        }
    }
}

/// One line of a list of meetings.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeetingLine {
    /// The meeting's id.
    pub id: Uuid,
    /// The cell that meets.
    pub cell: CellName,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// The theme of a thematic part; else empty.
    pub topic: String,
    /// When it is to start.
    pub starts_at: Option<Moment>,
    /// Where.
    pub place: String,
    /// How far it has come, in one word.
    pub state: MeetingState,
    /// How far it has come, step by step.
    pub steps: Steps,
    /// Minutes from opening to closing, once closed.
    pub length_minutes: Option<u32>,
}

impl MeetingLine {
    pub(super) fn of(meeting: &domain::Meeting, cell: CellName) -> Self {
        Self {
            id: meeting.id.0,
            cell,
            month: meeting.month.into(),
            kind: meeting.kind.into(),
            topic: meeting.topic.clone(),
            starts_at: meeting.starts_at.map(Moment::from),
            place: meeting.place.clone(),
            state: meeting.state().into(),
            steps: (&meeting.steps).into(),
            length_minutes: meeting.length_minutes(),
        }
    }
}

impl From<&Listed> for MeetingLine {
    fn from(line: &Listed) -> Self {
        let (code, name) = (line.cell_code.clone(), line.cell_name.clone());
        Self::of(&line.meeting, CellName { id: line.meeting.cell.0, code, name })
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// The first month.
    #[param(inline)]
    from: Option<Month>,
    /// The last month.
    #[param(inline)]
    to: Option<Month>,
    /// Whether the latest month comes first.
    #[serde(default)]
    latest_first: bool,
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

impl Listing {
    fn months(&self) -> Option<(time::Month, time::Month)> {
        let ends = (time::Month::from_index(101)?, time::Month::from_index(999_912)?);
        let (from, to) = (self.from.map(|month| month.0), self.to.map(|month| month.0));
        (from.is_some() || to.is_some()).then(|| (from.unwrap_or(ends.0), to.unwrap_or(ends.1)))
    }
}

/// Meetings of an organisation's cells by month, those called off too.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/meetings", tag = "meetings", params(Listing),
    responses((status = 200, body = Page<MeetingLine>)))]
async fn list_meetings(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<MeetingLine>> {
    let limit = paging::limit(asked.limit)?;
    let after: Option<(time::Month, MeetingId)> = paging::after(asked.after.as_deref())?;
    let (months, latest_first) = (asked.months(), asked.latest_first);
    let found = deeds::list(&ctx, Filter { within, months, after, limit: limit + 1, latest_first }).await?;
    let key = |last: &Listed| (last.meeting.month, last.meeting.id);
    Ok(Json(Page::of(found, limit, key)))
}
