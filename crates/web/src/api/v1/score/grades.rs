//! The meetings that wait for the caller's committee to decide their grade.

use axum::Json;
use nennep_app::quality::{self as deeds, Awaiting};
use nennep_domain::{ids::MeetingId, rules::Hundredths, time::Instant};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::Points;
use crate::api::{
    Caller, Page, Problem,
    body::Asked,
    paging,
    routes::Api,
    v1::{Answer, MeetingKind, months::Grade},
    values::{Moment, Month},
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(list_awaiting_grades))
}

/// A meeting that was reported and is not graded yet.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AwaitingGrade {
    /// The meeting.
    pub meeting: Uuid,
    /// The cell.
    pub cell: Uuid,
    /// The cell's name.
    pub cell_name: String,
    /// The month it counts for.
    pub month: Month,
    /// Its kind.
    pub kind: MeetingKind,
    /// When it was reported.
    pub reported_at: Moment,
    /// The self-score, once the cell voted it.
    pub total: Option<Points>,
    /// The grade of the self-score.
    pub grade: Option<Grade>,
}

impl From<&Awaiting> for AwaitingGrade {
    fn from(row: &Awaiting) -> Self {
        Self {
            meeting: row.meeting.0,
            cell: row.cell.0,
            cell_name: row.cell_name.clone(),
            month: row.month.into(),
            kind: row.kind.into(),
            reported_at: row.reported_at.into(),
            total: row.total.map(|total| Hundredths::new(total).into()),
            grade: row.grade.map(Grade::from),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Meetings reported to the caller's committees and not graded yet, the earliest reported first.
#[utoipa::path(get, path = "/api/v1/grades", tag = "score", params(Listing),
    responses((status = 200, body = Page<AwaitingGrade>)))]
async fn list_awaiting_grades(
    Caller(ctx): Caller,
    Asked(asked): Asked<Listing>,
) -> Answer<Page<AwaitingGrade>> {
    let limit = paging::limit(asked.limit)?;
    let after: Option<(i64, MeetingId)> = paging::after(asked.after.as_deref())?;
    let after = after.map(|(micros, id)| Ok::<_, Problem>((moment(micros)?, id))).transpose()?;
    let found = deeds::awaiting_grade(&ctx, after, limit + 1).await?;
    let key = |last: &Awaiting| (last.reported_at.timestamp().as_microsecond(), last.meeting);
    Ok(Json(Page::of(found, limit, key)))
}

fn moment(micros: i64) -> Result<Instant, Problem> {
    let at = jiff::Timestamp::from_microsecond(micros);
    at.map(Instant::new).map_err(|_| paging::unusable())
}
