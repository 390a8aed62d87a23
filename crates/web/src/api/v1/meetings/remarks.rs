//! Remarks by whom, and tasks set in the meeting.

use axum::Json;
use nennep_app::{
    meetings::{self as deeds, RemarkForm},
    tasks,
};
use nennep_domain::{
    ids::{GuestId, ItemId, MeetingId, MemberId, RemarkId, TaskId},
    meetings::Speaker,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::RemarkKind;
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, Version, tasks::TaskBody},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(add_remark))
        .with(routes!(change_remark))
        .with(routes!(take_remark_back, bring_remark_again))
        .with(routes!(set_task))
        .with(routes!(remove_task))
}

/// Who spoke.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SpeakerBody {
    /// A member on the roll.
    Member(Uuid),
    /// A guest.
    Guest(Uuid),
}

/// A remark to be recorded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRemark {
    /// Its id, drawn by the caller, so that a request sent twice records one remark.
    id: Uuid,
    /// The item it was made under.
    item: Uuid,
    /// Who spoke.
    speaker: SpeakerBody,
    /// What it is.
    kind: RemarkKind,
    /// What was said; may stay empty.
    #[serde(default)]
    body: String,
}

/// Records a remark; the same id sent twice is one. A member who speaks was present: an open mark becomes so.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/remarks", tag = "room", request_body = NewRemark,
    responses((status = 204)))]
async fn add_remark(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<NewRemark>) -> Done {
    let speaker = match typed.speaker {
        SpeakerBody::Member(id) => Speaker::Member(MemberId(id)),
        SpeakerBody::Guest(id) => Speaker::Guest(GuestId(id)),
    };
    let form = RemarkForm { item: ItemId(typed.item), speaker, kind: typed.kind.0, body: typed.body };
    deeds::add_remark(&ctx, meeting, RemarkId(typed.id), &form).await?;
    DONE
}

/// A remark anew, over the version that was read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RemarkChange {
    /// The version that was read.
    version: u32,
    /// What it is.
    kind: RemarkKind,
    /// What was said.
    body: String,
}

/// Writes a remark's text and kind anew; gives the new version.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/remarks/{remark}", tag = "room",
    request_body = RemarkChange, responses((status = 200, body = Version), (status = 409)))]
async fn change_remark(
    Caller(ctx): Caller,
    At((meeting, remark)): At<(MeetingId, RemarkId)>,
    Body(typed): Body<RemarkChange>,
) -> Answer<Version> {
    let RemarkChange { version, kind, body } = typed;
    Ok(Json(Version { version: deeds::change_remark(&ctx, meeting, remark, version, kind.0, &body).await? }))
}

/// Takes a remark back.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/remarks/{remark}/withdrawal", tag = "room",
    responses((status = 204)))]
async fn take_remark_back(Caller(ctx): Caller, At((meeting, remark)): At<(MeetingId, RemarkId)>) -> Done {
    deeds::take_remark_back(&ctx, meeting, remark, true).await?;
    DONE
}

/// Brings a remark again that was taken back.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/remarks/{remark}/withdrawal", tag = "room",
    responses((status = 204)))]
async fn bring_remark_again(Caller(ctx): Caller, At((meeting, remark)): At<(MeetingId, RemarkId)>) -> Done {
    deeds::take_remark_back(&ctx, meeting, remark, false).await?;
    DONE
}

/// A task to be set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTask {
    /// Its id, drawn by the caller, so that a request sent twice sets one task.
    id: Uuid,
    /// The item under which it is set.
    item: Option<Uuid>,
    /// The task.
    task: TaskBody,
}

/// Sets a task with owner, deadline and reporting meeting; the same id sent twice is one task.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/tasks", tag = "room", request_body = NewTask,
    responses((status = 204)))]
async fn set_task(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<NewTask>) -> Done {
    tasks::set(&ctx, meeting, TaskId(typed.id), typed.item.map(ItemId), typed.task.into()).await?;
    DONE
}

/// Removes a task set by mistake while the minutes can still be written; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/tasks/{task}", tag = "room",
    responses((status = 204)))]
async fn remove_task(Caller(ctx): Caller, At((meeting, task)): At<(MeetingId, TaskId)>) -> Done {
    tasks::remove(&ctx, meeting, task).await?;
    DONE
}
