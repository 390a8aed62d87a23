//! The year's plan, and one meeting of it.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use nennep_app::meetings::{self as deeds, PlanLine, Suggestion};
use nennep_domain::ids::{MeetingId, OrganisationId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::MeetingKind;
use crate::api::{
    Caller, Problem,
    body::{At, Body},
    routes::Api,
    v1::{Answer, Counted, DONE, Done, tasks::Reason},
    values::{Day, Moment, Month},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(plan_meeting))
        .with(routes!(suggest_year))
        .with(routes!(plan_year))
        .with(routes!(change_meeting_place))
        .with(routes!(cancel_meeting, uncancel_meeting))
}

/// Month, kind, theme, date and place of a meeting.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlanBody {
    /// The month it counts for.
    month: Month,
    /// The kind.
    kind: MeetingKind,
    /// The theme, for thematic parts.
    #[serde(default)]
    topic: String,
    /// When; may stay open.
    starts_at: Option<Moment>,
    /// Where; may stay open.
    #[serde(default)]
    place: String,
}

impl From<PlanBody> for PlanLine {
    fn from(body: PlanBody) -> Self {
        Self {
            month: body.month.0,
            kind: body.kind.0,
            topic: body.topic,
            starts_at: body.starts_at.map(|at| at.0.local()),
            place: body.place,
        }
    }
}

/// A meeting to be planned.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMeeting {
    /// Its id, drawn by the caller, so that a request sent twice plans one meeting.
    id: Uuid,
    /// What is planned.
    plan: PlanBody,
}

/// Plans a meeting of a cell; the same id sent twice is one meeting.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/meetings", tag = "meetings",
    request_body = NewMeeting, responses((status = 201, description = "`Location` leads to the meeting")))]
async fn plan_meeting(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Body(typed): Body<NewMeeting>,
) -> Result<Response, Problem> {
    let id = deeds::plan(&ctx, cell, MeetingId(typed.id), &typed.plan.into()).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/v1/meetings/{id}"))]).into_response())
}

/// A month of the year as the plan stands and could stand.
#[derive(Serialize, ToSchema)]
struct SuggestedMonth {
    /// The month.
    month: Month,
    /// Meetings planned already.
    planned: Vec<Uuid>,
    /// When a meeting can be held, most fitting first.
    slots: Vec<Moment>,
    /// Public holidays of the month.
    holidays: Vec<Holiday>,
    /// Whether the quarter has no thematic meeting planned yet.
    thematic_missing: bool,
}

/// A public holiday.
#[derive(Serialize, ToSchema)]
struct Holiday {
    /// The day.
    day: Day,
    /// The key of its rule.
    rule: String,
}

impl From<&Suggestion> for SuggestedMonth {
    fn from(suggestion: &Suggestion) -> Self {
        let at = |slot: &jiff::civil::DateTime| nennep_domain::time::Instant::from_local(*slot).into();
        let holiday = |(day, rule): &(_, String)| Holiday { day: Day(*day), rule: rule.clone() };
        Self {
            month: suggestion.month.into(),
            planned: suggestion.planned.iter().map(|meeting| meeting.id.0).collect(),
            slots: suggestion.slots.iter().map(at).collect(),
            holidays: suggestion.holidays.iter().map(holiday).collect(),
            thematic_missing: suggestion.thematic_missing,
        }
    }
}

/// The twelve months of a year as a cell's plan stands and could stand.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/plan/{year}", tag = "meetings",
    responses((status = 200, body = [SuggestedMonth])))]
async fn suggest_year(
    Caller(ctx): Caller,
    At((cell, year)): At<(OrganisationId, i16)>,
) -> Answer<Vec<SuggestedMonth>> {
    Ok(Json(deeds::suggest_year(&ctx, cell, year).await?.iter().map(SuggestedMonth::from).collect()))
}

/// Meetings to be planned at once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct YearBody {
    /// The meetings.
    #[schema(max_items = 60)]
    lines: Vec<PlanBody>,
}

/// Plans many meetings at once, all or none; gives how many were new. Months planned before stay as they are.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/plan", tag = "meetings", request_body = YearBody,
    responses((status = 200, body = Counted)))]
async fn plan_year(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Body(typed): Body<YearBody>,
) -> Answer<Counted> {
    let lines: Vec<_> = typed.lines.into_iter().map(PlanLine::from).collect();
    Ok(Json(Counted { count: deeds::plan_year(&ctx, cell, &lines).await? }))
}

/// Changes month, kind, theme, date and place of a meeting that is ahead.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/place", tag = "meetings", request_body = PlanBody,
    responses((status = 204)))]
async fn change_meeting_place(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Body(typed): Body<PlanBody>,
) -> Done {
    deeds::change_place(&ctx, meeting, &typed.into()).await?;
    DONE
}

/// Calls a meeting off, with a reason; doing it twice keeps the first reason.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/cancellation", tag = "meetings", request_body = Reason,
    responses((status = 204)))]
async fn cancel_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<Reason>) -> Done {
    deeds::cancel(&ctx, meeting, &typed.reason).await?;
    DONE
}

/// Takes the calling off back, unless the month has another routine meeting by now.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/cancellation", tag = "meetings",
    responses((status = 204)))]
async fn uncancel_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::uncancel(&ctx, meeting).await?;
    DONE
}
