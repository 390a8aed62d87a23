//! The agenda: drafted from facts, shaped by hand, adopted.

use axum::Json;
use nennep_app::meetings::{self as deeds, ItemForm};
use nennep_domain::ids::{ItemId, MeetingId, MemberId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::{ItemKind, Part};
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, Counted, DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(draft_agenda))
        .with(routes!(adopt_agenda, take_agenda_adoption_back))
        .with(routes!(add_item))
        .with(routes!(change_item, remove_item))
        .with(routes!(move_item))
}

/// Drafts the agenda from the template and from facts; gives how many items were new.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/agenda/draft", tag = "meetings",
    responses((status = 200, body = Counted)))]
async fn draft_agenda(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Answer<Counted> {
    Ok(Json(Counted { count: deeds::draft_agenda(&ctx, meeting).await? }))
}

/// Notes that the agenda was adopted.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/agenda/adoption", tag = "room",
    responses((status = 204)))]
async fn adopt_agenda(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::adopt_agenda(&ctx, meeting, true).await?;
    DONE
}

/// Takes the adoption of the agenda back.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/agenda/adoption", tag = "room",
    responses((status = 204)))]
async fn take_agenda_adoption_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::adopt_agenda(&ctx, meeting, false).await?;
    DONE
}

/// The prepared side of an item.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ItemBody {
    /// The part of a combined sitting.
    part: Part,
    /// What it is for.
    kind: ItemKind,
    /// Title.
    title: String,
    /// Prepared text.
    #[serde(default)]
    body: String,
    /// Minutes planned, at most 480.
    #[serde(default)]
    #[schema(maximum = 480)]
    planned_minutes: u32,
    /// The member who presents it.
    presenter: Option<Uuid>,
}

impl From<ItemBody> for ItemForm {
    fn from(typed: ItemBody) -> Self {
        Self {
            part: typed.part.0,
            kind: typed.kind.0,
            title: typed.title,
            body: typed.body,
            planned_minutes: typed.planned_minutes,
            presenter: typed.presenter.map(MemberId),
        }
    }
}

/// An item to be added.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewItem {
    /// Its id, drawn by the caller, so that a request sent twice adds one item.
    id: Uuid,
    /// The item.
    item: ItemBody,
}

/// Adds an item before the closing ones; the same id sent twice is one item.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/items", tag = "meetings", request_body = NewItem,
    responses((status = 204)))]
async fn add_item(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<NewItem>) -> Done {
    deeds::add_item(&ctx, meeting, ItemId(typed.id), &typed.item.into()).await?;
    DONE
}

/// Changes the prepared side of an item.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/items/{item}", tag = "meetings", request_body = ItemBody,
    responses((status = 204)))]
async fn change_item(
    Caller(ctx): Caller,
    At((meeting, item)): At<(MeetingId, ItemId)>,
    Body(typed): Body<ItemBody>,
) -> Done {
    deeds::change_item(&ctx, meeting, item, &typed.into()).await?;
    DONE
}

/// Removes an item under which nothing was said or written yet; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/items/{item}", tag = "meetings",
    responses((status = 204)))]
async fn remove_item(Caller(ctx): Caller, At((meeting, item)): At<(MeetingId, ItemId)>) -> Done {
    deeds::remove_item(&ctx, meeting, item).await?;
    DONE
}

/// By how many places.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Move {
    /// Up where negative, down where positive.
    by: i32,
}

/// Moves an item up or down.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/items/{item}/move", tag = "meetings",
    request_body = Move, responses((status = 204)))]
async fn move_item(
    Caller(ctx): Caller,
    At((meeting, item)): At<(MeetingId, ItemId)>,
    Body(typed): Body<Move>,
) -> Done {
    deeds::move_item(&ctx, meeting, item, typed.by).await?;
    DONE
}
