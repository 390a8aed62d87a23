//! Opening a meeting, who leads and writes, guests, what was said of dues.

use nennep_app::meetings::{self as deeds, GuestForm, OpenForm};
use nennep_domain::ids::{GuestId, MeetingId, MemberId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(open_meeting, take_opening_back))
        .with(routes!(name_people))
        .with(routes!(add_guest, remove_guest))
        .with(routes!(state_dues))
}

/// Who leads and who writes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct People {
    /// The chair.
    chair: Option<Uuid>,
    /// The minute-taker.
    minute_taker: Option<Uuid>,
    /// The comrade who follows the meeting in order to score it.
    tracker: Option<Uuid>,
}

impl From<People> for OpenForm {
    fn from(typed: People) -> Self {
        Self {
            chair: typed.chair.map(MemberId),
            minute_taker: typed.minute_taker.map(MemberId),
            tracker: typed.tracker.map(MemberId),
        }
    }
}

/// Opens a meeting and lays out its roll; opening a running one changes nothing.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/opening", tag = "room", request_body = People,
    responses((status = 204)))]
async fn open_meeting(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<People>) -> Done {
    deeds::open(&ctx, meeting, typed.into()).await?;
    DONE
}

/// Takes the opening back while no remark, motion or task was recorded.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/opening", tag = "room", responses((status = 204)))]
async fn take_opening_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::take_opening_back(&ctx, meeting).await?;
    DONE
}

/// Names chair, minute-taker and tracker anew.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/people", tag = "room", request_body = People,
    responses((status = 204)))]
async fn name_people(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<People>) -> Done {
    deeds::set_people(&ctx, meeting, typed.into()).await?;
    DONE
}

/// A guest.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct GuestBody {
    /// Name.
    name: String,
    /// Office or body.
    #[serde(default)]
    role: String,
    /// The member, if the guest is one here.
    member: Option<Uuid>,
    /// Whether as the superior committee's member who follows the cell.
    #[serde(default)]
    overseer: bool,
}

/// Adds a guest; the same id sent twice is one guest.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/guests/{guest}", tag = "room", request_body = GuestBody,
    responses((status = 204)))]
async fn add_guest(
    Caller(ctx): Caller,
    At((meeting, guest)): At<(MeetingId, GuestId)>,
    Body(typed): Body<GuestBody>,
) -> Done {
    let GuestBody { name, role, member, overseer } = typed;
    let form = GuestForm { name, role, member: member.map(MemberId), overseer };
    deeds::add_guest(&ctx, meeting, guest, &form).await?;
    DONE
}

/// Removes a guest who has not spoken; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/guests/{guest}", tag = "room",
    responses((status = 204)))]
async fn remove_guest(Caller(ctx): Caller, At((meeting, guest)): At<(MeetingId, GuestId)>) -> Done {
    deeds::remove_guest(&ctx, meeting, guest).await?;
    DONE
}

/// What was said of dues.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DuesNote {
    /// The words; empty takes them back.
    note: String,
}

/// Writes what was said of the state of dues.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/dues-note", tag = "room", request_body = DuesNote,
    responses((status = 204)))]
async fn state_dues(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<DuesNote>) -> Done {
    deeds::set_dues_note(&ctx, meeting, &typed.note).await?;
    DONE
}
