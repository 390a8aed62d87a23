//! Closing a meeting, adopting its minutes and adding to them, reporting it.

use axum::Json;
use nennep_app::meetings as deeds;
use nennep_domain::{
    ids::{AdditionId, MeetingId},
    meetings as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::list::Deed;
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(close_meeting, reopen_meeting))
        .with(routes!(adopt_minutes))
        .with(routes!(add_to_minutes))
        .with(routes!(report_meeting, take_report_back))
}

/// What closing fixes.
#[derive(Serialize, ToSchema)]
struct Closure {
    /// When and by whom.
    done: Deed,
    /// Minutes from opening to closing.
    length_minutes: u32,
    /// Members present.
    present: u32,
}

impl From<&domain::Closure> for Closure {
    fn from(closure: &domain::Closure) -> Self {
        let domain::Closure { done, length_minutes, present } = closure.clone();
        Self { done: done.into(), length_minutes, present }
    }
}

/// Closes a meeting: its length and roll are fixed. Closing a closed one gives the same closure again.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/closure", tag = "room",
    responses((status = 200, body = Closure)))]
async fn close_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Answer<Closure> {
    Ok(Json((&deeds::close(&ctx, meeting).await?).into()))
}

/// Opens a closed meeting again while its minutes are not adopted; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/closure", tag = "room", responses((status = 204)))]
async fn reopen_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::reopen(&ctx, meeting).await?;
    DONE
}

/// Adopts the minutes: they are frozen as they stand. Adopting twice changes nothing.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/adoption", tag = "meetings", responses((status = 204)))]
async fn adopt_minutes(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::adopt(&ctx, meeting).await?;
    DONE
}

/// What is added to adopted minutes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewAddition {
    /// Its id, drawn by the caller, so that a request sent twice adds once.
    id: Uuid,
    /// What is added.
    body: String,
    /// Why.
    reason: String,
}

/// Adds to adopted minutes, with a reason; the same id sent twice is one addition.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/additions", tag = "meetings",
    request_body = NewAddition, responses((status = 204)))]
async fn add_to_minutes(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Body(typed): Body<NewAddition>,
) -> Done {
    deeds::add_to_minutes(&ctx, meeting, AdditionId(typed.id), &typed.body, &typed.reason).await?;
    DONE
}

/// Reports a meeting whose minutes are adopted; doing it twice keeps the first time.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/report", tag = "meetings", responses((status = 204)))]
async fn report_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::report(&ctx, meeting).await?;
    DONE
}

/// Takes the report back while the superior committee has not decided the grade.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/report", tag = "meetings", responses((status = 204)))]
async fn take_report_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::take_report_back(&ctx, meeting).await?;
    DONE
}
