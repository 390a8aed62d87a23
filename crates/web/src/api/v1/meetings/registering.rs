//! Date and place registered with the superior committee and agreed to by it; notice sent out.

use axum::Json;
use nennep_app::meetings as deeds;
use nennep_domain::ids::MeetingId;
use utoipa_axum::routes;

use crate::api::{
    Caller,
    body::At,
    routes::Api,
    v1::{Answer, Counted, DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(register_meeting, take_registration_back))
        .with(routes!(approve_meeting, take_approval_back))
        .with(routes!(call_meeting))
        .with(routes!(mark_notice_seen))
}

/// Registers date and place with the superior committee; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/registration", tag = "meetings",
    responses((status = 204)))]
async fn register_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::register(&ctx, meeting).await?;
    DONE
}

/// Takes the registration back while the meeting is ahead; an agreement goes with it.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/registration", tag = "meetings",
    responses((status = 204)))]
async fn take_registration_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::take_registration_back(&ctx, meeting).await?;
    DONE
}

/// Agrees to date and place for the superior committee; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/approval", tag = "meetings", responses((status = 204)))]
async fn approve_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::approve(&ctx, meeting).await?;
    DONE
}

/// Takes the agreement back while the meeting is ahead.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/approval", tag = "meetings",
    responses((status = 204)))]
async fn take_approval_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::take_approval_back(&ctx, meeting).await?;
    DONE
}

/// Calls a meeting; gives how many were newly called. Calling again reaches only those who joined the cell since.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/call", tag = "meetings",
    responses((status = 200, body = Counted)))]
async fn call_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Answer<Counted> {
    Ok(Json(Counted { count: deeds::call(&ctx, meeting).await? }))
}

/// Notes that the caller opened the notice of the meeting; only the first time is written.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/notice/reading", tag = "preparing",
    responses((status = 204)))]
async fn mark_notice_seen(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    let view = deeds::show(&ctx, meeting).await?;
    deeds::mark_seen(&ctx, &view).await?;
    DONE
}
