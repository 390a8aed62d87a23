//! Steps taken one at a time: self-ratings, opinions, answers; and taken back.

use nennep_app::ratings::{self as deeds, Who};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId, RatingStepId},
    ratings as domain,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{OpinionSource, RatingLevel, values::TaskCount};
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done, score::Points},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(rate_member))
        .with(routes!(rate_cell))
        .with(routes!(give_opinion_on_member))
        .with(routes!(give_opinion_on_cell))
        .with(routes!(answer_rating))
        .with(routes!(take_rating_step_back))
}

/// A self-rating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SelfRatingBody {
    /// The step's id, drawn by the caller: sent twice it is one step.
    step: Uuid,
    /// The day; today where nothing is said.
    on: Option<Day>,
    /// The level.
    level: RatingLevel,
    /// The points.
    points: Option<Points>,
    /// The tasks of the year.
    #[serde(default)]
    tasks: TaskCount,
    /// What was done well.
    well: String,
    /// Faults and their causes.
    #[serde(default)]
    faults: String,
}

impl SelfRatingBody {
    fn read(self) -> (RatingStepId, Option<jiff::civil::Date>, domain::SelfForm) {
        let form = domain::SelfForm {
            level: Some(self.level.0),
            points: self.points.map(|points| points.0),
            tasks: self.tasks.into(),
            well: self.well,
            faults: self.faults,
        };
        (RatingStepId(self.step), self.on.map(|day| day.0), form)
    }
}

/// An opinion.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OpinionBody {
    /// The step's id, drawn by the caller: sent twice it is one step.
    step: Uuid,
    /// Whose opinion.
    source: OpinionSource,
    /// Who gives it, as papers write it.
    #[serde(default)]
    from: String,
    /// The day; today where nothing is said.
    on: Option<Day>,
    /// The level it speaks for, if one.
    level: Option<RatingLevel>,
    /// Its words.
    text: String,
}

/// What a member answers.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingAnswerBody {
    /// The step's id, drawn by the caller: sent twice it is one step.
    step: Uuid,
    /// The words.
    text: String,
}

/// Writes a member's self-rating: one's own, or from paper by secretary and deputy. It replaces the one before.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/members/{member}/self", tag = "ratings",
    request_body = SelfRatingBody, responses((status = 204)))]
async fn rate_member(
    Caller(ctx): Caller,
    At((round, member)): At<(RatingRoundId, MemberId)>,
    Body(body): Body<SelfRatingBody>,
) -> Done {
    let (id, on, form) = body.read();
    deeds::rate_self(&ctx, round, Who::Member(member), id, on, &form).await?;
    DONE
}

/// Writes a cell's self-rating. It replaces the one before.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/cells/{cell}/self", tag = "ratings",
    request_body = SelfRatingBody, responses((status = 204)))]
async fn rate_cell(
    Caller(ctx): Caller,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Body(body): Body<SelfRatingBody>,
) -> Done {
    let (id, on, form) = body.read();
    deeds::rate_self(&ctx, round, Who::Cell(cell), id, on, &form).await?;
    DONE
}

async fn opinion(ctx: &nennep_app::Ctx, round: RatingRoundId, who: Who, body: OpinionBody) -> Done {
    let form =
        domain::OpinionForm { from: body.from, level: body.level.map(|level| level.0), text: body.text };
    let step = (RatingStepId(body.step), body.source.0);
    deeds::give_opinion(ctx, round, who, step, body.on.map(|day| day.0), &form).await?;
    DONE
}

/// Enters an opinion on a member; a second one of the same source replaces it.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/members/{member}/opinions", tag = "ratings",
    request_body = OpinionBody, responses((status = 204)))]
async fn give_opinion_on_member(
    Caller(ctx): Caller,
    At((round, member)): At<(RatingRoundId, MemberId)>,
    Body(body): Body<OpinionBody>,
) -> Done {
    opinion(&ctx, round, Who::Member(member), body).await
}

/// Enters an opinion on a cell; a second one of the same source replaces it.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/cells/{cell}/opinions", tag = "ratings",
    request_body = OpinionBody, responses((status = 204)))]
async fn give_opinion_on_cell(
    Caller(ctx): Caller,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Body(body): Body<OpinionBody>,
) -> Done {
    opinion(&ctx, round, Who::Cell(cell), body).await
}

/// Answers the decision on one's own rating.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/members/{member}/answer", tag = "ratings",
    request_body = RatingAnswerBody, responses((status = 204)))]
async fn answer_rating(
    Caller(ctx): Caller,
    At((round, member)): At<(RatingRoundId, MemberId)>,
    Body(body): Body<RatingAnswerBody>,
) -> Done {
    deeds::answer(&ctx, round, Who::Member(member), RatingStepId(body.step), &body.text).await?;
    DONE
}

/// Takes a step back within a day, while nothing later rests on it; the one it replaced stands again. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/ratings/{round}/steps/{step}", tag = "ratings", responses((status = 204)))]
async fn take_rating_step_back(
    Caller(ctx): Caller,
    At((_, step)): At<(RatingRoundId, RatingStepId)>,
) -> Done {
    deeds::take_back(&ctx, step).await?;
    DONE
}
