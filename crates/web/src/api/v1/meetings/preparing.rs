//! What each member prepares: leave asked and answered, self-reviews and remarks, one's own until released.

use nennep_app::meetings::{self as deeds, PreparationForm};
use nennep_domain::ids::{ItemId, MeetingId, MemberId, PreparationId, TaskId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::{LeaveAnswer, PreparationKind};
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done, tasks::Reason},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(ask_leave, withdraw_leave))
        .with(routes!(answer_leave))
        .with(routes!(save_preparation, take_preparation_back))
        .with(routes!(release_preparation, unrelease_preparation))
}

/// Asks leave for the caller; asking again replaces the reason and voids an answer.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/leave", tag = "preparing", request_body = Reason,
    responses((status = 204)))]
async fn ask_leave(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<Reason>) -> Done {
    deeds::ask_leave(&ctx, meeting, &typed.reason).await?;
    DONE
}

/// Withdraws the caller's request; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/leave", tag = "preparing", responses((status = 204)))]
async fn withdraw_leave(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::withdraw_leave(&ctx, meeting).await?;
    DONE
}

/// The answer to a leave request.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LeaveAnswerBody {
    /// The answer.
    answer: LeaveAnswer,
    /// What is said with it.
    #[serde(default)]
    note: String,
}

/// Answers a member's leave request.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/leave/{member}", tag = "preparing",
    request_body = LeaveAnswerBody, responses((status = 204)))]
async fn answer_leave(
    Caller(ctx): Caller,
    At((meeting, member)): At<(MeetingId, MemberId)>,
    Body(typed): Body<LeaveAnswerBody>,
) -> Done {
    deeds::answer_leave(&ctx, meeting, member, typed.answer.0, &typed.note).await?;
    DONE
}

/// What a member prepares.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PreparationBody {
    /// What.
    kind: PreparationKind,
    /// The item it is about.
    item: Option<Uuid>,
    /// The caller's task it reviews.
    task: Option<Uuid>,
    /// Its text.
    body: String,
}

/// Saves what the caller prepares; nobody else sees it until it is released.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/preparations/{preparation}", tag = "preparing",
    request_body = PreparationBody, responses((status = 204)))]
async fn save_preparation(
    Caller(ctx): Caller,
    At((meeting, id)): At<(MeetingId, PreparationId)>,
    Body(typed): Body<PreparationBody>,
) -> Done {
    let PreparationBody { kind, item, task, body } = typed;
    let form = PreparationForm { kind: kind.0, item: item.map(ItemId), task: task.map(TaskId), body };
    deeds::save_preparation(&ctx, meeting, id, &form).await?;
    DONE
}

/// Deletes the caller's own preparation; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/preparations/{preparation}", tag = "preparing",
    responses((status = 204)))]
async fn take_preparation_back(
    Caller(ctx): Caller,
    At((meeting, id)): At<(MeetingId, PreparationId)>,
) -> Done {
    deeds::take_preparation_back(&ctx, meeting, id).await?;
    DONE
}

/// Releases the caller's own preparation to the meeting.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/preparations/{preparation}/release", tag = "preparing",
    responses((status = 204)))]
async fn release_preparation(Caller(ctx): Caller, At((meeting, id)): At<(MeetingId, PreparationId)>) -> Done {
    deeds::release(&ctx, meeting, id, true).await?;
    DONE
}

/// Takes the release of the caller's own preparation back.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/preparations/{preparation}/release", tag = "preparing",
    responses((status = 204)))]
async fn unrelease_preparation(
    Caller(ctx): Caller,
    At((meeting, id)): At<(MeetingId, PreparationId)>,
) -> Done {
    deeds::release(&ctx, meeting, id, false).await?;
    DONE
}
