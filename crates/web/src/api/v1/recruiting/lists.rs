//! A cell's list with its reviews, and a committee's year against its targets.

use axum::Json;
use nennep_app::recruiting::{self as deeds, CellList, ReviewForm, YearOfCell};
use nennep_domain::{ids::OrganisationId, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{CandidateStepKind, Neglect};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, Done, members::CellName},
    values::{Day, Month},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_candidates))
        .with(routes!(review_candidates, take_review_back))
        .with(routes!(list_recruiting))
        .with(routes!(set_admission_target))
}

/// Somebody on a cell's list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidateLine {
    /// The candidate's id.
    pub id: Uuid,
    /// Full name.
    pub name: String,
    /// Since when on the list.
    pub listed_on: Day,
    /// Who helps; empty where nobody does.
    pub helper: String,
    /// The one step to be seen to.
    pub next: Option<CandidateStepKind>,
    /// Whether something recorded is against a rule.
    pub blocked: bool,
    /// How many steps are missing.
    pub missing: u32,
    /// How many steps were done.
    pub done: u32,
    /// How many there are for this candidate.
    pub needed: u32,
    /// The earliest due day.
    pub due: Option<Day>,
    /// The step it belongs to.
    pub due_step: Option<CandidateStepKind>,
}

impl From<&deeds::CandidateLine> for CandidateLine {
    fn from(line: &deeds::CandidateLine) -> Self {
        let due = line.summary.due.as_ref();
        Self {
            id: line.candidate.id.0,
            name: line.candidate.person.name.clone(),
            listed_on: line.candidate.listed_on.into(),
            helper: line.helper.clone(),
            next: line.summary.next.map(CandidateStepKind::from),
            blocked: line.summary.blocked,
            missing: line.summary.missing,
            done: line.summary.done,
            needed: line.summary.needed,
            due: due.map(|(_, due)| due.on.into()),
            due_step: due.map(|(step, _)| (*step).into()),
        }
    }
}

/// A probationary member of the cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProbationLine {
    /// The member's id.
    pub member: Uuid,
    /// Full name.
    pub name: String,
    /// The day of the ceremony.
    pub ceremony_on: Day,
    /// The day the probation is over.
    pub over_on: Day,
    /// By when the recognition is handled.
    pub recognition_due: Day,
}

/// That the list was reviewed in a month.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidateReview {
    /// The month.
    pub month: Month,
    /// The day.
    pub on: Day,
    /// The resolution.
    pub resolution: String,
    /// What was said.
    pub note: String,
}

/// A cell's list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidateList {
    /// The cell.
    pub cell: CellName,
    /// Who is on the list, those with something amiss first.
    pub listed: Vec<CandidateLine>,
    /// Those admitted with something left to do.
    pub admitted: Vec<CandidateLine>,
    /// Probationary members, the earliest due first.
    pub probationers: Vec<ProbationLine>,
    /// The reviews of the last twelve months, the latest first.
    pub reviews: Vec<CandidateReview>,
    /// Admitted this year.
    pub admitted_this_year: u32,
    /// Admissions set for this year from above.
    pub target: Option<u32>,
    /// What is neglected.
    pub neglected: Vec<Neglect>,
}

impl From<&CellList> for CandidateList {
    fn from(list: &CellList) -> Self {
        let probationer = |one: &deeds::Probationer| ProbationLine {
            member: one.member.0,
            name: one.name.clone(),
            ceremony_on: one.ceremony_on.into(),
            over_on: one.over_on.into(),
            recognition_due: one.due.on.into(),
        };
        let review = |one: &deeds::Review| CandidateReview {
            month: one.month.into(),
            on: one.on.into(),
            resolution: one.resolution.clone(),
            note: one.note.clone(),
        };
        Self {
            cell: CellName { id: list.cell.id.0, code: list.cell.code.clone(), name: list.cell.name.clone() },
            listed: list.listed.iter().map(CandidateLine::from).collect(),
            admitted: list.admitted.iter().map(CandidateLine::from).collect(),
            probationers: list.probationers.iter().map(probationer).collect(),
            reviews: list.reviews.iter().map(review).collect(),
            admitted_this_year: list.year.admitted,
            target: list.year.target,
            neglected: list.neglected.iter().map(|one| (*one).into()).collect(),
        }
    }
}

/// A cell's list of outstanding persons, with its probationary members and reviews.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/candidates", tag = "members",
    responses((status = 200, body = CandidateList)))]
async fn list_candidates(Caller(ctx): Caller, At(cell): At<OrganisationId>) -> Answer<CandidateList> {
    Ok(Json((&deeds::of_cell(&ctx, cell).await?).into()))
}

/// A review.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReviewBody {
    /// The day; it must lie in the month.
    on: Day,
    /// The resolution it is written in.
    #[serde(default)]
    resolution: String,
    /// What was said of the list.
    #[serde(default)]
    note: String,
}

/// Records that a cell reviewed its list in the month of that day; again it is corrected.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/candidate-reviews/{month}", tag = "members",
    request_body = ReviewBody, responses((status = 204)))]
async fn review_candidates(
    Caller(ctx): Caller,
    At((cell, month)): At<(OrganisationId, time::Month)>,
    Body(body): Body<ReviewBody>,
) -> Done {
    if time::Month::of(body.on.0) != month {
        let sentence = nennep_domain::problems::Sentence::new("recruiting-other-month");
        return Err(nennep_app::Error::invalid("on", sentence).into());
    }
    let form = ReviewForm { on: Some(body.on.0), resolution: body.resolution, note: body.note };
    deeds::review(&ctx, cell, &form).await?;
    DONE
}

/// Takes the review of a month back; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/candidate-reviews/{month}", tag = "members",
    responses((status = 204)))]
async fn take_review_back(Caller(ctx): Caller, At((cell, month)): At<(OrganisationId, time::Month)>) -> Done {
    deeds::take_review_back(&ctx, cell, month).await?;
    DONE
}

/// A cell's year of recruiting in numbers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellRecruiting {
    /// The cell.
    pub cell: CellName,
    /// Persons on the list.
    pub listed: u32,
    /// Of them, those with an application in.
    pub applied: u32,
    /// Of them, those the cell voted for.
    pub voted: u32,
    /// Of them, those with something against a rule.
    pub blocked: u32,
    /// Admitted in the year.
    pub admitted: u32,
    /// Admissions set for the year.
    pub target: Option<u32>,
    /// Months of the year in which the list was reviewed.
    pub reviews: u32,
    /// What is neglected.
    pub neglected: Vec<Neglect>,
}

impl From<&YearOfCell> for CellRecruiting {
    fn from(one: &YearOfCell) -> Self {
        Self {
            cell: CellName { id: one.cell.id.0, code: one.cell.code.clone(), name: one.cell.name.clone() },
            listed: one.year.listed,
            applied: one.year.applied,
            voted: one.year.voted,
            blocked: one.year.blocked,
            admitted: one.year.admitted,
            target: one.year.target,
            reviews: one.year.reviews,
            neglected: one.neglected.iter().map(|one| (*one).into()).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfYear {
    /// The year; this one where nothing is said.
    year: Option<i16>,
}

/// The year of the cells within an organisation, in order of code: numbers, no names.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/recruiting", tag = "members", params(OfYear),
    responses((status = 200, body = Vec<CellRecruiting>)))]
async fn list_recruiting(
    Caller(ctx): Caller,
    At(organisation): At<OrganisationId>,
    Asked(asked): Asked<OfYear>,
) -> Answer<Vec<CellRecruiting>> {
    let found = deeds::of_committee(&ctx, organisation, asked.year).await?;
    Ok(Json(found.cells.iter().map(CellRecruiting::from).collect()))
}

/// A target.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TargetBody {
    /// The year.
    year: i16,
    /// How many admissions; none takes the target back.
    admissions: Option<u32>,
}

/// Sets how many admissions a cell is to reach in a year.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/admission-target", tag = "members",
    request_body = TargetBody, responses((status = 204)))]
async fn set_admission_target(
    Caller(ctx): Caller,
    At(cell): At<OrganisationId>,
    Body(body): Body<TargetBody>,
) -> Done {
    deeds::set_target(&ctx, cell, body.year, body.admissions).await?;
    DONE
}
