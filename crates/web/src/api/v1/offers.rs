//! What members can and would like to do, as they say it themselves.

use axum::Json;
use nennep_app::offers as deeds;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    offers as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    values::Moment,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(show_offer, state_offer, erase_offer)).with(routes!(list_cell_offers))
}

/// What a member said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferSaid {
    /// What the member can do: keys of `rules/offers.toml`.
    #[serde(default)]
    pub skills: Vec<String>,
    /// What the member would like to do: keys of `rules/offers.toml`.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// In own words.
    #[serde(default)]
    pub words: String,
    /// Hours a month, if that was said.
    pub hours_a_month: Option<u32>,
    /// Whether the answer is that there is nothing to say; then all else is empty.
    #[serde(default)]
    pub nothing: bool,
}

impl From<&domain::Said> for OfferSaid {
    fn from(said: &domain::Said) -> Self {
        let domain::Said { skills, kinds, words, hours_a_month, nothing } = said.clone();
        Self { skills, kinds, words, hours_a_month, nothing }
    }
}

impl From<OfferSaid> for domain::Said {
    fn from(said: OfferSaid) -> Self {
        let OfferSaid { skills, kinds, words, hours_a_month, nothing } = said;
        Self { skills, kinds, words, hours_a_month, nothing }
    }
}

/// What a member offers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Offer {
    /// The member.
    pub member: Uuid,
    /// The member's name.
    pub name: String,
    /// What was said; missing where nothing was, or it was erased.
    pub said: Option<OfferSaid>,
    /// When.
    pub said_at: Option<Moment>,
}

/// What a member said they can and would like to do: for the member, and the own cell's secretary and committee. It is noted who read.
#[utoipa::path(get, path = "/api/v1/members/{member}/offer", tag = "tasks", responses((status = 200, body = Offer)))]
async fn show_offer(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Offer> {
    let shown = deeds::show(&ctx, member).await?;
    Ok(Json(Offer {
        member: member.0,
        name: shown.name,
        said: shown.offer.as_ref().map(|offer| OfferSaid::from(&offer.said)),
        said_at: shown.offer.map(|offer| offer.said_at.into()),
    }))
}

/// Says what oneself can and would like to do, in the place of what was said before.
#[utoipa::path(put, path = "/api/v1/members/{member}/offer", tag = "tasks", request_body = OfferSaid, responses((status = 204)))]
async fn state_offer(Caller(ctx): Caller, At(member): At<MemberId>, Body(said): Body<OfferSaid>) -> Done {
    deeds::say(&ctx, member, said.into()).await?;
    DONE
}

/// Erases what oneself said: nothing of it is kept. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/offer", tag = "tasks", responses((status = 204)))]
async fn erase_offer(Caller(ctx): Caller, At(member): At<MemberId>) -> Done {
    deeds::erase(&ctx, member).await?;
    DONE
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Giving {
    /// The title of a task to be given: who said they can do it comes first.
    #[serde(default)]
    task: String,
}

/// A member who offers something, beside a task.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellOffer {
    /// The member.
    pub member: Uuid,
    /// The member's name.
    pub name: String,
    /// What was said.
    pub said: OfferSaid,
    /// What of it the task's title speaks of: keys, and words of the member's own.
    pub meets: Vec<String>,
}

/// What the members of a cell offer, those first who meet a task; for the cell's secretary and committee. It is noted who read.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/offers", tag = "tasks", params(Giving),
    responses((status = 200, body = Vec<CellOffer>)))]
async fn list_cell_offers(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Asked(asked): Asked<Giving>,
) -> Answer<Vec<CellOffer>> {
    let found = deeds::of_cell(&ctx, cell, &asked.task).await?;
    let line = |one: &deeds::CellOffer| CellOffer {
        member: one.offer.member.0,
        name: one.name.clone(),
        said: OfferSaid::from(&one.offer.said),
        meets: one.fit.keys.iter().chain(&one.fit.words).cloned().collect(),
    };
    Ok(Json(found.lines.iter().map(line).collect()))
}
