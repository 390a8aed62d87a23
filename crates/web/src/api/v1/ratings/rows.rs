//! Votes and decisions on the ratings of a cell: all rows are entered, or none.

use axum::Json;
use nennep_app::{
    Error,
    ratings::{self as deeds, Decided, Decision, Vote, Voted, Who, row_problems},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId, RatingStepId},
    ratings as domain,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{
    RatingLevel,
    values::{Ballots, TaskCount},
};
use crate::api::{
    Caller, Problem,
    body::{At, Body},
    routes::Api,
    v1::{Answer, Counted, score::Points},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new().with(routes!(vote_ratings)).with(routes!(decide_ratings))
}

/// The vote on one rating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingVoteRow {
    /// The member; missing for the cell itself.
    member: Option<Uuid>,
    /// The step's id, drawn by the caller: sent twice it is one vote.
    step: Uuid,
    /// The level the cell proposes.
    level: RatingLevel,
    /// The points the cell settled.
    points: Option<Points>,
    /// The tasks as the cell judged them.
    #[serde(default)]
    tasks: TaskCount,
    /// The totals.
    ballots: Ballots,
}

/// The votes of one sitting.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingVoteBody {
    /// The day; today where nothing is said.
    on: Option<Day>,
    /// The votes.
    rows: Vec<RatingVoteRow>,
}

/// The decision on one rating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingDecisionRow {
    /// The member; missing for the cell itself.
    member: Option<Uuid>,
    /// The step's id, drawn by the caller: sent twice it is one decision.
    step: Uuid,
    /// The level; missing leaves out, with a reason.
    level: Option<RatingLevel>,
    /// Why somebody is left out; else may be empty.
    #[serde(default)]
    reason: String,
}

/// The decisions of one paper.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RatingDecisionBody {
    /// The day of the decision; today where nothing is said.
    on: Option<Day>,
    /// Its number.
    number: String,
    /// The decisions.
    rows: Vec<RatingDecisionRow>,
}

fn who(cell: OrganisationId, member: Option<Uuid>) -> Who {
    member.map_or(Who::Cell(cell), |id| Who::Member(MemberId(id)))
}

/// A refusal with what is wrong row by row.
fn refused(error: Error, sent: &[Who]) -> Problem {
    let named = row_problems(&error).map(|rows| {
        let of_row = rows.0.iter().flat_map(|(who, problems)| {
            let n = sent.iter().position(|one| one == who).unwrap_or_default();
            problems.0.iter().map(move |problem| {
                let dot = if problem.field.is_empty() { "" } else { "." };
                (format!("rows[{n}]{dot}{}", problem.field), problem.sentence.clone())
            })
        });
        of_row.collect::<Vec<_>>()
    });
    let problem = Problem::from(error);
    match named {
        Some(errors) => problem.about(errors),
        None => problem,
    }
}

fn counted(rows: usize) -> Json<Counted> {
    Json(Counted { count: u64::try_from(rows).unwrap_or(u64::MAX) })
}

/// Enters the votes of a sitting: totals only, all rows or none. A vote entered anew replaces the one before until it is decided.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/cells/{cell}/votes", tag = "ratings",
    request_body = RatingVoteBody, responses((status = 200, body = Counted)))]
async fn vote_ratings(
    Caller(ctx): Caller,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Body(body): Body<RatingVoteBody>,
) -> Answer<Counted> {
    let row = |row: RatingVoteRow| Voted {
        who: who(cell, row.member),
        id: RatingStepId(row.step),
        form: domain::VoteForm {
            level: Some(row.level.0),
            points: row.points.map(|points| points.0),
            tasks: row.tasks.into(),
            ballots: row.ballots.into(),
        },
    };
    let form = Vote { on: body.on.map(|day| day.0), rows: body.rows.into_iter().map(row).collect() };
    let sent: Vec<Who> = form.rows.iter().map(|row| row.who).collect();
    let rows = deeds::vote(&ctx, round, cell, &form).await.map_err(|error| refused(error, &sent))?;
    Ok(counted(rows))
}

/// Enters the decisions of a paper, all rows or none. A decision entered anew replaces the one before while the round is open.
#[utoipa::path(post, path = "/api/v1/ratings/{round}/cells/{cell}/decisions", tag = "ratings",
    request_body = RatingDecisionBody, responses((status = 200, body = Counted)))]
async fn decide_ratings(
    Caller(ctx): Caller,
    At((round, cell)): At<(RatingRoundId, OrganisationId)>,
    Body(body): Body<RatingDecisionBody>,
) -> Answer<Counted> {
    let number = body.number;
    let row = |row: RatingDecisionRow| Decided {
        who: who(cell, row.member),
        id: RatingStepId(row.step),
        form: domain::DecisionForm {
            level: row.level.map(|level| level.0),
            number: number.clone(),
            reason: row.reason,
        },
    };
    let form = Decision { on: body.on.map(|day| day.0), rows: body.rows.into_iter().map(row).collect() };
    let sent: Vec<Who> = form.rows.iter().map(|row| row.who).collect();
    let rows = deeds::decide(&ctx, round, cell, &form).await.map_err(|error| refused(error, &sent))?;
    Ok(counted(rows))
}
