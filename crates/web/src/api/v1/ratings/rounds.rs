//! Rounds: opened, counted anew, closed under the ceiling; their opening and closing taken back within a day.

use axum::Json;
use nennep_app::ratings::{self as deeds, OpenForm};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId},
    ratings as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, Done},
    values::{Day, Moment, words},
};

words! {
    /// Of whom the share rated excellent is taken.
    CeilingBase = nennep_domain::rules::CeilingBase;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(open_rating_round, withdraw_rating_round))
        .with(routes!(count_rating_round))
        .with(routes!(close_rating_round, reopen_rating_round))
}

/// A round in which an organisation rates a year.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingRound {
    /// Its id.
    pub id: Uuid,
    /// The organisation that opened it.
    pub organisation: Uuid,
    /// The year.
    pub year: i16,
    /// The day on which it was settled who is rated.
    pub counted_on: Day,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
}

impl From<&domain::Round> for RatingRound {
    fn from(round: &domain::Round) -> Self {
        Self {
            id: round.id.0,
            organisation: round.organisation.0,
            year: round.year,
            counted_on: round.counted_on.into(),
            opened_at: round.opened_at.into(),
            closed_at: round.closed_at.map(Moment::from),
        }
    }
}

/// The ceiling on members rated excellent.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RatingCeiling)]
pub struct Ceiling {
    /// Of whom the share is taken.
    pub base: CeilingBase,
    /// How many they are.
    pub counted: u32,
    /// How many may be rated excellent.
    pub allowed: u32,
    /// How many are.
    pub used: u32,
    /// The rule document and article.
    pub rule: String,
}

impl From<&domain::Ceiling> for Ceiling {
    fn from(one: &domain::Ceiling) -> Self {
        Self {
            base: one.base.into(),
            counted: one.counted,
            allowed: one.allowed,
            used: one.used,
            rule: one.citation.to_string(),
        }
    }
}

/// A round to be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingRoundBody {
    /// The committee organisation whose cells are rated.
    committee: Uuid,
    /// The year.
    #[schema(examples(2026))]
    year: i16,
    /// The day on which it is settled who is rated; today where nothing is said.
    counted_on: Option<Day>,
}

/// The day on which it is counted anew who is rated.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CountBody {
    /// The day; today where nothing is said.
    on: Option<Day>,
}

/// How many came and went.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
struct CameAndGone {
    /// Members added.
    came: u64,
    /// Members taken out: they left the cell without any step taken.
    gone: u64,
}

/// Opens a round of a year: it rates the cells below that no other round of the year rates. The same id sent twice is one round.
#[utoipa::path(put, path = "/api/v1/ratings/{round}", tag = "ratings", request_body = RatingRoundBody,
    responses((status = 200, body = RatingRound)))]
async fn open_rating_round(
    Caller(ctx): Caller,
    At(id): At<RatingRoundId>,
    Body(body): Body<RatingRoundBody>,
) -> Answer<RatingRound> {
    let form = OpenForm {
        organisation: OrganisationId(body.committee),
        year: body.year,
        counted_on: body.counted_on.map(|day| day.0),
    };
    Ok(Json((&deeds::open(&ctx, id, &form).await?).into()))
}

/// Withdraws a round opened within a day, while nobody has taken a step in it; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/ratings/{round}", tag = "ratings", responses((status = 204)))]
async fn withdraw_rating_round(Caller(ctx): Caller, At(id): At<RatingRoundId>) -> Done {
    deeds::withdraw_opening(&ctx, id).await?;
    DONE
}

/// Counts anew who is rated in an open round, on another day.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/count", tag = "ratings", request_body = CountBody,
    responses((status = 200, body = CameAndGone)))]
async fn count_rating_round(
    Caller(ctx): Caller,
    At(id): At<RatingRoundId>,
    Body(body): Body<CountBody>,
) -> Answer<CameAndGone> {
    let (came, gone) = deeds::count_anew(&ctx, id, body.on.map(|day| day.0)).await?;
    Ok(Json(CameAndGone { came, gone }))
}

/// Closes a round. Refused while somebody is not decided, or above the ceiling of the base configured. Doing it twice keeps the
/// first time.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/closure", tag = "ratings", responses((status = 200, body = Ceiling)))]
async fn close_rating_round(Caller(ctx): Caller, At(id): At<RatingRoundId>) -> Answer<Ceiling> {
    Ok(Json((&deeds::close(&ctx, id).await?).into()))
}

/// Opens a round again within a day of its closing; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/ratings/{round}/closure", tag = "ratings", responses((status = 204)))]
async fn reopen_rating_round(Caller(ctx): Caller, At(id): At<RatingRoundId>) -> Done {
    deeds::reopen(&ctx, id).await?;
    DONE
}
