//! The deeds by which a score is settled: proposed, agreed, voted, decided, confirmed; each is taken back while no later
//! stage stands.

use std::collections::BTreeMap;

use axum::Json;
use nennep_app::{
    Ctx, Error,
    quality::{self as deeds, Entry, VoteForm},
};
use nennep_domain::{
    ids::{MeetingId, MotionId},
    motions::Count,
    problems::{Refusal as _, Sentence},
    quality::{Stage, StageError},
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Points, Scorer, points::in_domain};
use crate::api::{
    Caller, Problem,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, VoteOutcome},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(propose_score, take_proposal_back))
        .with(routes!(agree_score, take_agreement_back))
        .with(routes!(vote_score, take_score_vote_back))
        .with(routes!(decide_grade, take_decision_back))
        .with(routes!(confirm_score, take_confirmation_back))
}

/// Points entered at a stage. What is left out stays as at the stage before.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StageBody {
    /// Points by item, those that differ or all; what takes points away is negative.
    #[serde(default)]
    points: BTreeMap<String, Points>,
    /// Why items are changed, by item. Needed wherever points that rest on facts, or those of the stage before, are changed.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    /// What is said with it.
    #[serde(default)]
    note: String,
}

/// Points a scorer proposes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProposalBody {
    /// For which scorer it is; where left out, one the caller may propose for.
    scorer: Option<Scorer>,
    /// Points by item, those that differ or all; what takes points away is negative.
    #[serde(default)]
    points: BTreeMap<String, Points>,
    /// Why items are changed, by item. Needed wherever points that rest on facts are changed.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    /// The scorer's remarks.
    #[serde(default)]
    note: String,
}

/// The cell's vote on its score.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ScoreVoteBody {
    /// The motion's id, drawn by the caller: sent twice it is one motion, counted anew.
    motion: Uuid,
    /// What was put to the vote, in words.
    body: String,
    /// Hands in favour.
    in_favour: u32,
    /// Hands against.
    #[serde(default)]
    against: u32,
    /// Of another opinion.
    #[serde(default)]
    other: u32,
    /// Points by item as the cell settled them; those left out stay as agreed.
    #[serde(default)]
    points: BTreeMap<String, Points>,
    /// Why items are changed, by item.
    #[serde(default)]
    reasons: BTreeMap<String, String>,
    /// Faults the chair named, and their remedies.
    #[serde(default)]
    note: String,
    /// Where the minutes are adopted already: the words added to them about the vote.
    #[serde(default)]
    addition: String,
}

impl StageBody {
    fn entry(self, stage: Stage) -> Entry {
        let Self { points, reasons, note } = self;
        Entry { stage, scorer: None, points: in_domain(points), reasons, note }
    }
}

/// A refusal with each item it speaks of as a field: `points.length`, `reasons.length`.
fn refused(error: Error) -> Problem {
    let fields: Vec<(String, Sentence)> = deeds::stage_errors(&error)
        .into_iter()
        .flatten()
        .filter_map(|one| {
            let list = if matches!(one, StageError::ReasonMissing(_)) { "reasons" } else { "points" };
            Some((format!("{list}.{}", one.item()?), one.sentence()))
        })
        .collect();
    Problem::from(error).about(fields)
}

async fn enter(ctx: &Ctx, meeting: MeetingId, entry: Entry) -> Done {
    deeds::enter(ctx, meeting, entry).await.map_err(refused)?;
    DONE
}

async fn take_back(ctx: &Ctx, meeting: MeetingId, stage: Stage, scorer: Option<Scorer>) -> Done {
    deeds::take_back(ctx, meeting, stage, scorer.map(|scorer| scorer.0)).await?;
    DONE
}

/// Proposes points, as whoever tracks the meeting; entered again, it replaces the former proposal.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/score/proposal", tag = "score",
    request_body = ProposalBody, responses((status = 204)))]
async fn propose_score(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Body(typed): Body<ProposalBody>,
) -> Done {
    let ProposalBody { scorer, points, reasons, note } = typed;
    let (stage, points) = (Stage::Proposed, in_domain(points));
    let entry = Entry { stage, scorer: scorer.map(|scorer| scorer.0), points, reasons, note };
    enter(&ctx, meeting, entry).await
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfScorer {
    /// Whose proposal, where the rubric names two scorers; one the caller may take back where nothing is said.
    #[param(inline)]
    scorer: Option<Scorer>,
}

/// Takes a proposal back while no later stage stands; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/score/proposal", tag = "score", params(OfScorer),
    responses((status = 204)))]
async fn take_proposal_back(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Asked(asked): Asked<OfScorer>,
) -> Done {
    take_back(&ctx, meeting, Stage::Proposed, asked.scorer).await
}

/// Agrees the points for the cell committee; from here on the sheet stands. Entered again, it replaces what was agreed.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/score/agreement", tag = "score",
    request_body = StageBody, responses((status = 204)))]
async fn agree_score(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<StageBody>) -> Done {
    enter(&ctx, meeting, typed.entry(Stage::Agreed)).await
}

/// Takes the agreement back while the cell has not voted; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/score/agreement", tag = "score",
    responses((status = 204)))]
async fn take_agreement_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    take_back(&ctx, meeting, Stage::Agreed, None).await
}

/// Puts the score to the cell's vote and records the hands; the self-score is entered if it passed, and only then.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/score/vote", tag = "score",
    request_body = ScoreVoteBody, responses((status = 200, body = VoteOutcome)))]
async fn vote_score(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Body(typed): Body<ScoreVoteBody>,
) -> Answer<VoteOutcome> {
    let ScoreVoteBody { motion, body, in_favour, against, other, points, reasons, note, addition } = typed;
    let count = Count { in_favour, against, other };
    let (motion, points) = (MotionId(motion), in_domain(points));
    let form = VoteForm { motion, body, count, points, reasons, note, addition };
    let outcome = deeds::vote(&ctx, meeting, form).await.map_err(refused)?;
    Ok(Json((&outcome).into()))
}

/// Takes the self-score back while the grade is not decided; the vote itself, a fact of the meeting, stays.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/score/vote", tag = "score", responses((status = 204)))]
async fn take_score_vote_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    take_back(&ctx, meeting, Stage::Voted, None).await
}

/// Decides the grade as the direct superior, once the cell has voted and reported; entered again, it replaces the decision.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/score/decision", tag = "score",
    request_body = StageBody, responses((status = 204)))]
async fn decide_grade(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<StageBody>) -> Done {
    enter(&ctx, meeting, typed.entry(Stage::Decided)).await
}

/// Takes the decision back; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/score/decision", tag = "score",
    responses((status = 204)))]
async fn take_decision_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    take_back(&ctx, meeting, Stage::Decided, None).await
}

/// Confirms the self-score as the superior committee's member who attended, where the committee asks for it.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/score/confirmation", tag = "score",
    responses((status = 204)))]
async fn confirm_score(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::confirm(&ctx, meeting).await?;
    DONE
}

/// Takes the confirmation back while the grade is not decided; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/score/confirmation", tag = "score",
    responses((status = 204)))]
async fn take_confirmation_back(Caller(ctx): Caller, At(meeting): At<MeetingId>) -> Done {
    deeds::take_confirmation_back(&ctx, meeting).await?;
    DONE
}
