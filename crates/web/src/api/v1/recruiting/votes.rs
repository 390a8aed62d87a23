//! The cell's vote about a person on the agenda of a meeting.

use nennep_app::recruiting as deeds;
use nennep_domain::{
    ids::{CandidateId, MeetingId, MemberId},
    recruiting as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(put_candidate_to_vote, take_candidate_off_agenda))
        .with(routes!(put_recognition_to_vote, take_recognition_off_agenda))
}

/// A vote of the cell about a person, as its meeting keeps it: numbers of hands, never whose.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellVote {
    /// The meeting.
    pub meeting: Uuid,
    /// The motion.
    pub motion: Uuid,
    /// The day of the meeting.
    pub on: Option<Day>,
    /// The official members it was counted among, once hands were counted.
    pub counted: Option<u32>,
    /// Those in favour.
    pub in_favour: Option<u32>,
    /// How many it needed.
    pub needed: Option<u32>,
    /// Whether enough were in favour.
    pub passed: Option<bool>,
    /// The rule of the majority.
    pub rule: Option<String>,
    /// Whether the minutes were adopted, so that it stands for good.
    pub adopted: bool,
}

impl From<&domain::CellVote> for CellVote {
    fn from(vote: &domain::CellVote) -> Self {
        let decision = vote.decision.as_ref();
        Self {
            meeting: vote.meeting.0,
            motion: vote.motion.0,
            on: vote.on.map(Day::from),
            counted: decision.map(|decision| decision.base),
            in_favour: decision.map(|decision| decision.count.in_favour),
            needed: decision.map(|decision| decision.needed),
            passed: decision.map(|decision| decision.passed),
            rule: decision.map(|decision| decision.citation.to_string()),
            adopted: vote.adopted,
        }
    }
}

/// On which meeting's agenda.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct VoteBody {
    /// A meeting of the cell that is to come or under way.
    meeting: Uuid,
}

/// Puts the vote on a candidate's admission on the agenda of a meeting; doing it twice is safe.
///
/// The step of the way is read from the motion once the minutes are adopted.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/cell-vote", tag = "members", request_body = VoteBody,
    responses((status = 204)))]
async fn put_candidate_to_vote(
    Caller(ctx): Caller,
    At(id): At<CandidateId>,
    Body(body): Body<VoteBody>,
) -> Done {
    deeds::put_to_vote(&ctx, id, MeetingId(body.meeting)).await?;
    DONE
}

/// Takes a candidate's vote off the agenda while no hands were counted; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/candidates/{candidate}/cell-vote", tag = "members", responses((status = 204)))]
async fn take_candidate_off_agenda(Caller(ctx): Caller, At(id): At<CandidateId>) -> Done {
    deeds::take_off_agenda(&ctx, id).await?;
    DONE
}

/// Puts the vote on a probationary member's recognition on the agenda of a meeting; doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/members/{member}/probation/cell-vote", tag = "members", request_body = VoteBody,
    responses((status = 204)))]
async fn put_recognition_to_vote(
    Caller(ctx): Caller,
    At(id): At<MemberId>,
    Body(body): Body<VoteBody>,
) -> Done {
    deeds::probation::put_to_vote(&ctx, id, MeetingId(body.meeting)).await?;
    DONE
}

/// Takes the vote on a recognition off the agenda while no hands were counted; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/probation/cell-vote", tag = "members",
    responses((status = 204)))]
async fn take_recognition_off_agenda(Caller(ctx): Caller, At(id): At<MemberId>) -> Done {
    deeds::probation::take_off_agenda(&ctx, id).await?;
    DONE
}
