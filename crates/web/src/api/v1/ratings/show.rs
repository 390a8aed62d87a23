//! One rating with what it rests on.

use axum::{Json, response::Response};
use nennep_app::ratings::{self as deeds, RatingView, Who};
use nennep_domain::ids::{MemberId, OrganisationId, RatingRoundId};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    RatingLevel, RatingRound, RatingStep,
    values::{RatingAttendance, TaskCount},
};
use crate::{
    api::{
        Caller, Problem,
        body::At,
        routes::Api,
        spoken::{Said, Spoken},
        v1::{Answer, members::CellName, score::Points},
    },
    download,
    words::Words,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_member_rating))
        .with(routes!(show_own_rating_of_cell))
        .with(routes!(write_self_review))
}

/// What stands against a better level.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = RatingBlock)]
pub struct Block {
    /// The level.
    pub level: RatingLevel,
    /// What is missing.
    pub said: Said,
    /// The rule document and article.
    pub rule: String,
}

/// One rating.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rating {
    /// The round.
    pub round: RatingRound,
    /// The cell.
    pub cell: CellName,
    /// The member; missing for the cell's own.
    pub member: Option<Uuid>,
    /// The member's name.
    pub name: Option<String>,
    /// The tasks of the year as the program knows them.
    pub tasks: TaskCount,
    /// How the member attended; of a cell, all its members.
    pub attendance: RatingAttendance,
    /// The points put forward.
    pub points: Option<Points>,
    /// The tasks as they were put forward.
    pub put_forward: TaskCount,
    /// The best level that points and tasks bear; missing while there are no points.
    pub borne: Option<RatingLevel>,
    /// What stands against better levels, best first.
    pub blocks: Vec<Block>,
    /// The steps that stand, in their order.
    pub steps: Vec<RatingStep>,
    /// The steps the caller can take back now.
    pub can_be_taken_back: Vec<Uuid>,
}

impl Rating {
    fn of(w: Words, view: &RatingView) -> Self {
        let block = |one: &nennep_domain::ratings::Block| Block {
            level: one.level.into(),
            said: Said::of(w, &one.sentence),
            rule: one.citation.to_string(),
        };
        Self {
            round: (&view.round).into(),
            cell: CellName { id: view.cell.id.0, code: view.cell.code.clone(), name: view.cell.name.clone() },
            member: view.rated.as_ref().map(|rated| rated.member.0),
            name: view.rated.as_ref().map(|rated| rated.name.clone()),
            tasks: view.rests.tasks.into(),
            attendance: view.rests.attendance.into(),
            points: view.grounds.points.map(Points::from),
            put_forward: view.grounds.tasks.into(),
            borne: view.support.level.map(RatingLevel::from),
            blocks: view.support.blocks.iter().map(block).collect(),
            steps: view.steps.iter().map(RatingStep::from).collect(),
            can_be_taken_back: view.undone.iter().map(|id| id.0).collect(),
        }
    }
}

/// A member's rating with what it rests on. Reading another's is noted.
#[utoipa::path(get, path = "/api/v1/ratings/{round}/members/{member}", tag = "ratings", responses((status = 200, body = Rating)))]
async fn show_member_rating(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At((round, member)): At<(RatingRoundId, MemberId)>,
) -> Answer<Rating> {
    Ok(Json(Rating::of(w, &deeds::show(&ctx, round, Who::Member(member)).await?)))
}

/// A cell's own rating with what it rests on.
#[utoipa::path(get, path = "/api/v1/ratings/{round}/cells/{cell}", tag = "ratings", responses((status = 200, body = Rating)))]
async fn show_own_rating_of_cell(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
) -> Answer<Rating> {
    Ok(Json(Rating::of(w, &deeds::show(&ctx, round, Who::Cell(cell)).await?)))
}

/// A member's self-review of the year as PDF, to be signed; what is not written is left to be filled in by hand.
#[utoipa::path(get, path = "/api/v1/ratings/{round}/members/{member}/form", tag = "ratings",
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
async fn write_self_review(
    Caller(ctx): Caller,
    At((round, member)): At<(RatingRoundId, MemberId)>,
) -> Result<Response, Problem> {
    Ok(download::written(&deeds::self_review(&ctx, round, member).await?))
}
