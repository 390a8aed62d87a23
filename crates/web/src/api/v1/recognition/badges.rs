//! Party badges: who is due on a day of badges, and proposals with their steps.

use axum::Json;
use nennep_app::recognition::badges::{self as deeds, DayList, DueLine, Kept};
use nennep_domain::{
    ids::{BadgeProposalId, MemberId, OrganisationId},
    recognition::badges as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, members::CellName},
    values::{Day, KnownDate, words},
};

words! {
    /// On what ground a badge is proposed.
    BadgeGround = domain::BadgeGround;
    /// A step of a proposal.
    BadgeStep = domain::BadgeStep;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_badges))
        .with(routes!(list_member_badges))
        .with(routes!(propose_badge))
        .with(routes!(withdraw_badge))
        .with(routes!(take_badge_step, undo_badge_step))
}

/// A step a proposal has gone.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BadgeStepTaken {
    /// Which.
    pub step: BadgeStep,
    /// When.
    pub on: Day,
    /// The number of its paper; of the badge, once awarded.
    pub number: String,
    /// By whom.
    pub by: String,
}

/// A badge proposed for a member.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Badge {
    /// The proposal's id.
    pub id: Uuid,
    /// The member.
    pub member: Uuid,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day it is to be given.
    pub day: Day,
    /// The steps taken, in their order.
    pub steps: Vec<BadgeStepTaken>,
    /// Whether it was awarded.
    pub awarded: bool,
    /// The day it was withdrawn.
    pub withdrawn_on: Option<Day>,
}

impl From<&Kept> for Badge {
    fn from(kept: &Kept) -> Self {
        let one = &kept.proposal;
        let step = |taken: &domain::StepTaken| BadgeStepTaken {
            step: taken.step.into(),
            on: taken.on.into(),
            number: taken.number.clone(),
            by: taken.by.clone(),
        };
        Self {
            id: one.id.0,
            member: one.member.0,
            years: one.years,
            ground: one.ground.into(),
            day: one.day.into(),
            steps: one.steps.iter().map(step).collect(),
            awarded: one.is_awarded(),
            withdrawn_on: one.withdrawn_on.map(Day::from),
        }
    }
}

/// A member who is due, could come early, or is proposed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BadgeLine {
    /// The member.
    pub member: Uuid,
    /// Full name.
    pub name: String,
    /// The cell.
    pub cell: CellName,
    /// The day party age runs from.
    pub admitted_on: Option<KnownDate>,
    /// The day of death.
    pub died_on: Option<Day>,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day on which the years are full, or would have been.
    pub full_on: Option<Day>,
    /// The proposal, where there is one.
    pub proposal: Option<Badge>,
}

impl From<&DueLine> for BadgeLine {
    fn from(line: &DueLine) -> Self {
        Self {
            member: line.member.0,
            name: line.name.clone(),
            cell: CellName { id: line.cell.id.0, code: line.cell.code.clone(), name: line.cell.name.clone() },
            admitted_on: line.admitted_on.map(KnownDate::from),
            died_on: line.died_on.map(Day::from),
            years: line.years,
            ground: line.ground.into(),
            full_on: line.full_on.map(Day::from),
            proposal: line.proposal.as_ref().map(|view| Badge::from(&view.kept)),
        }
    }
}

/// The badges of one day.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BadgeDay {
    /// The day of badges.
    pub day: Day,
    /// Who is due or proposed, by cell.
    pub due: Vec<BadgeLine>,
    /// Who could be proposed early, if seriously ill.
    pub early: Vec<BadgeLine>,
    /// Who died before the years were full and could be proposed.
    pub posthumous: Vec<BadgeLine>,
}

impl From<&DayList> for BadgeDay {
    fn from(list: &DayList) -> Self {
        let lines = |lines: &[DueLine]| lines.iter().map(BadgeLine::from).collect();
        Self {
            day: list.day.into(),
            due: lines(&list.due),
            early: lines(&list.early),
            posthumous: lines(&list.posthumous),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Looking {
    /// Only cells within this organisation; wherever the caller opens files where nothing is said.
    within: Option<Uuid>,
    /// The day of badges; the next one where nothing is said.
    on: Option<Day>,
}

/// Who is due on a day of badges, with proposals and what could come early.
#[utoipa::path(get, path = "/api/v1/badges", tag = "recognition", params(Looking), responses((status = 200, body = BadgeDay)))]
async fn list_badges(Caller(ctx): Caller, Asked(looking): Asked<Looking>) -> Answer<BadgeDay> {
    let within = looking.within.map(OrganisationId);
    let found = deeds::list(&ctx, within, looking.on.map(|day| day.0)).await?;
    Ok(Json(BadgeDay::from(&found)))
}

/// The badges proposed for a member and awarded, the latest first.
#[utoipa::path(get, path = "/api/v1/members/{member}/badges", tag = "recognition", responses((status = 200, body = Vec<Badge>)))]
async fn list_member_badges(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Vec<Badge>> {
    let found = deeds::of_member(&ctx, member).await?;
    Ok(Json(found.iter().map(|view| Badge::from(&view.kept)).collect()))
}

/// A badge to be proposed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BadgeBody {
    /// The badge, in years.
    years: u32,
    /// On what ground.
    ground: BadgeGround,
    /// The day it is to be given; where the years are full, a day of badges.
    day: Day,
    /// The day of the cell's list.
    requested_on: Day,
}

/// Puts a member on the cell's list for a badge; the same id sent twice is one proposal.
#[utoipa::path(put, path = "/api/v1/members/{member}/badges/{proposal}", tag = "recognition", request_body = BadgeBody,
    responses((status = 204)))]
async fn propose_badge(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, BadgeProposalId)>,
    Body(body): Body<BadgeBody>,
) -> Done {
    let asked = domain::Candidate { years: body.years, ground: body.ground.0, day: body.day.0 };
    let form = deeds::Form { member, asked, requested_on: body.requested_on.0 };
    deeds::propose(&ctx, id, &form).await?;
    DONE
}

/// Withdraws a proposal that was not decided; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/badges/{proposal}", tag = "recognition", responses((status = 204)))]
async fn withdraw_badge(Caller(ctx): Caller, At(id): At<BadgeProposalId>) -> Done {
    deeds::withdraw(&ctx, id).await?;
    DONE
}

/// A step to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct BadgeStepBody {
    /// When.
    on: Day,
    /// The number of its paper; a decision and an award need one.
    #[serde(default)]
    number: String,
    /// By whom.
    #[serde(default)]
    by: String,
}

/// Enters a step of a proposal; with the award the register keeps the badge's number. Doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/badges/{proposal}/steps/{step}", tag = "recognition", request_body = BadgeStepBody,
    responses((status = 204)))]
async fn take_badge_step(
    Caller(ctx): Caller,
    At((id, step)): At<(BadgeProposalId, domain::BadgeStep)>,
    Body(body): Body<BadgeStepBody>,
) -> Done {
    let BadgeStepBody { on, number, by } = body;
    deeds::take(&ctx, id, &domain::StepForm { step, on: on.0, number, by }).await?;
    DONE
}

/// Takes back the last step within a day of entering it; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/badges/{proposal}/steps/{step}", tag = "recognition", responses((status = 204)))]
async fn undo_badge_step(
    Caller(ctx): Caller,
    At((id, step)): At<(BadgeProposalId, domain::BadgeStep)>,
) -> Done {
    deeds::undo(&ctx, id, step).await?;
    DONE
}
