//! Motions by show of hands: put, counted among the right members, opinions reserved.

use axum::Json;
use nennep_app::meetings::{self as deeds, MotionForm};
use nennep_domain::{
    ids::{ItemId, MeetingId, MemberId, MotionId},
    motions::{Count, Outcome},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::words::{MotionKind, MotionSubject};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    problem::CitationBody,
    routes::Api,
    v1::{Answer, DONE, Done},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_vote_terms))
        .with(routes!(put_motion))
        .with(routes!(withdraw_motion))
        .with(routes!(count_hands, take_count_back))
        .with(routes!(reserve_opinion, take_opinion_back))
}

/// What a vote would need on the roll as it stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct Terms {
    /// Among how many it is counted.
    base: u32,
    /// How many present may raise a hand.
    eligible: u32,
    /// The smallest count in favour that passes.
    needed: u32,
    /// The rule it rests on.
    citation: CitationBody,
}

impl From<&nennep_domain::motions::Terms> for Terms {
    fn from(terms: &nennep_domain::motions::Terms) -> Self {
        let (base, eligible, needed) = (terms.base, terms.eligible, terms.needed);
        Self { base, eligible, needed, citation: (&terms.citation).into() }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfKind {
    /// The kind of motion.
    #[param(inline)]
    kind: MotionKind,
}

/// What a vote of this kind would need on the roll as it stands now.
#[utoipa::path(get, path = "/api/v1/meetings/{meeting}/vote-terms", tag = "room", params(OfKind),
    responses((status = 200, body = Terms)))]
async fn show_vote_terms(
    Caller(ctx): Caller,
    At(meeting): At<MeetingId>,
    Asked(asked): Asked<OfKind>,
) -> Answer<Terms> {
    Ok(Json((&deeds::terms_of(&ctx, meeting, asked.kind.0).await?).into()))
}

/// A motion to be put.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMotion {
    /// Its id, drawn by the caller, so that a request sent twice puts one motion.
    id: Uuid,
    /// The item it belongs to.
    item: Uuid,
    /// The kind, which decides base and majority.
    kind: MotionKind,
    /// What it is about.
    subject: MotionSubject,
    /// Its words.
    body: String,
}

/// Puts a motion; the same id sent twice is one motion.
#[utoipa::path(post, path = "/api/v1/meetings/{meeting}/motions", tag = "room", request_body = NewMotion,
    responses((status = 204)))]
async fn put_motion(Caller(ctx): Caller, At(meeting): At<MeetingId>, Body(typed): Body<NewMotion>) -> Done {
    let NewMotion { id, item, kind, subject, body } = typed;
    let form = MotionForm { item: ItemId(item), kind: kind.0, subject: subject.0, body };
    deeds::put_motion(&ctx, meeting, MotionId(id), &form).await?;
    DONE
}

/// Withdraws a motion that was put by mistake; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/motions/{motion}", tag = "room",
    responses((status = 204)))]
async fn withdraw_motion(Caller(ctx): Caller, At((meeting, motion)): At<(MeetingId, MotionId)>) -> Done {
    deeds::withdraw_motion(&ctx, meeting, motion).await?;
    DONE
}

/// Hands counted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Hands {
    /// In favour.
    in_favour: u32,
    /// Against.
    #[serde(default)]
    against: u32,
    /// Of another opinion.
    #[serde(default)]
    other: u32,
}

/// What came of a vote.
#[derive(Serialize, ToSchema)]
pub(in crate::api::v1) struct VoteOutcome {
    /// Whether it passed.
    passed: bool,
    /// What it was judged by.
    terms: Terms,
}

impl From<&Outcome> for VoteOutcome {
    fn from(outcome: &Outcome) -> Self {
        Self { passed: outcome.passed, terms: (&outcome.terms).into() }
    }
}

/// Records the hands counted and gives what came of it; counting again replaces the former count.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/motions/{motion}/count", tag = "room",
    request_body = Hands, responses((status = 200, body = VoteOutcome)))]
async fn count_hands(
    Caller(ctx): Caller,
    At((meeting, motion)): At<(MeetingId, MotionId)>,
    Body(typed): Body<Hands>,
) -> Answer<VoteOutcome> {
    let Hands { in_favour, against, other } = typed;
    let outcome = deeds::count_hands(&ctx, meeting, motion, Count { in_favour, against, other }).await?;
    Ok(Json((&outcome).into()))
}

/// Takes a count back: the motion is open again.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/motions/{motion}/count", tag = "room",
    responses((status = 204)))]
async fn take_count_back(Caller(ctx): Caller, At((meeting, motion)): At<(MeetingId, MotionId)>) -> Done {
    deeds::take_count_back(&ctx, meeting, motion).await?;
    DONE
}

/// An opinion to be reserved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Opinion {
    /// The words, kept as they are.
    words: String,
}

/// Keeps a member's reserved opinion word for word; sent again, it replaces the former words.
#[utoipa::path(put, path = "/api/v1/meetings/{meeting}/motions/{motion}/opinions/{member}", tag = "room",
    request_body = Opinion, responses((status = 204)))]
async fn reserve_opinion(
    Caller(ctx): Caller,
    At((meeting, motion, member)): At<(MeetingId, MotionId, MemberId)>,
    Body(typed): Body<Opinion>,
) -> Done {
    deeds::reserve_opinion(&ctx, meeting, motion, member, &typed.words).await?;
    DONE
}

/// Takes a reserved opinion back; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/meetings/{meeting}/motions/{motion}/opinions/{member}", tag = "room",
    responses((status = 204)))]
async fn take_opinion_back(
    Caller(ctx): Caller,
    At((meeting, motion, member)): At<(MeetingId, MotionId, MemberId)>,
) -> Done {
    deeds::reserve_opinion(&ctx, meeting, motion, member, "").await?;
    DONE
}
