//! What the minutes say of each item, and the resolution's text: saved over the version that was read.

use axum::Json;
use nennep_app::meetings as deeds;
use nennep_domain::{
    ids::{ItemId, MeetingId},
    meetings::Resolution,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, Version},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(take_item_up))
        .with(routes!(save_notes))
        .with(routes!(save_conclusion))
        .with(routes!(save_resolution))
}

/// Takes an item up: the one before it is done with at the same moment.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/items/{item}/start", tag = "room",
    responses((status = 204)))]
async fn take_item_up(Caller(ctx): Caller, At((meeting, item)): At<(MeetingId, ItemId)>) -> Done {
    deeds::take_up(&ctx, meeting, item).await?;
    DONE
}

/// A text, over the version that was read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Text {
    /// The version that was read.
    version: u32,
    /// The text.
    text: String,
}

/// Saves what the minutes say of an item; gives the new version.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/items/{item}/notes", tag = "room", request_body = Text,
    responses((status = 200, body = Version), (status = 409)))]
async fn save_notes(
    Caller(ctx): Caller,
    At((meeting, item)): At<(MeetingId, ItemId)>,
    Body(typed): Body<Text>,
) -> Answer<Version> {
    let version = deeds::save_notes(&ctx, meeting, item, typed.version, &typed.text).await?;
    Ok(Json(Version { version }))
}

/// Saves the conclusion of an item; gives the new version.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/items/{item}/conclusion", tag = "room",
    request_body = Text, responses((status = 200, body = Version), (status = 409)))]
async fn save_conclusion(
    Caller(ctx): Caller,
    At((meeting, item)): At<(MeetingId, ItemId)>,
    Body(typed): Body<Text>,
) -> Answer<Version> {
    let version = deeds::save_conclusion(&ctx, meeting, item, typed.version, &typed.text).await?;
    Ok(Json(Version { version }))
}

/// The text of a resolution, over the version that was read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ResolutionBody {
    /// The version that was read.
    version: u32,
    /// Politics and ideology, members' thinking and public opinion last month.
    #[serde(default)]
    situation: String,
    /// Results of the political task last month.
    #[serde(default)]
    results: String,
    /// Praise and reminders.
    #[serde(default)]
    praise: String,
    /// Faults and their causes.
    #[serde(default)]
    faults: String,
    /// Direction for next month.
    #[serde(default)]
    direction: String,
    /// Assignment and execution.
    #[serde(default)]
    execution: String,
}

/// Saves the text of the meeting's resolution; gives the new version.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/resolution", tag = "room", request_body = ResolutionBody,
    responses((status = 200, body = Version), (status = 409)))]
async fn save_resolution(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Body(typed): Body<ResolutionBody>,
) -> Answer<Version> {
    let ResolutionBody { version, situation, results, praise, faults, direction, execution } = typed;
    let text = Resolution { situation, results, praise, faults, direction, execution, version };
    Ok(Json(Version { version: deeds::save_resolution(&ctx, meeting, &text).await? }))
}
