//! The roll call.

use nennep_app::meetings::{self as deeds, RollMark};
use nennep_domain::ids::{MeetingId, MemberId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::Attendance;
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done},
    values::Moment,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(mark_roll)).with(routes!(mark_rest_present))
}

/// How one member attended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Mark {
    /// The member.
    member: Uuid,
    /// How; missing takes the mark back.
    attendance: Option<Attendance>,
    /// When the member came, if after the opening.
    arrived_at: Option<Moment>,
    /// When the member left, if before the closing.
    left_at: Option<Moment>,
    /// Reason of an absence.
    #[serde(default)]
    note: String,
}

impl From<Mark> for RollMark {
    fn from(typed: Mark) -> Self {
        Self {
            member: MemberId(typed.member),
            attendance: typed.attendance.map(|word| word.0),
            arrived_at: typed.arrived_at.map(|at| at.0),
            left_at: typed.left_at.map(|at| at.0),
            note: typed.note,
        }
    }
}

/// Marks on the roll.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Marks {
    /// The marks, all or none.
    marks: Vec<Mark>,
}

/// Marks members on the roll, all or none; as often as it takes, until the minutes are adopted.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/roll", tag = "room", request_body = Marks,
    responses((status = 204)))]
async fn mark_roll(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<Marks>) -> Done {
    let marks: Vec<_> = typed.marks.into_iter().map(RollMark::from).collect();
    deeds::mark(&ctx, meeting, &marks).await?;
    DONE
}

/// Marks everybody present who was not called yet and takes part.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/roll/rest", tag = "room", responses((status = 204)))]
async fn mark_rest_present(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::mark_rest_present(&ctx, meeting).await?;
    DONE
}
