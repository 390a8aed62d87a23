//! Recruiting: a cell's list of outstanding persons, one candidate's way to admission, reviews, and a committee's year.

mod lists;
mod probation;
mod steps;
mod votes;

use axum::Json;
use jiff::civil::Date;
use nennep_app::recruiting::{self as deeds, AddForm, CandidateView};
use nennep_domain::{
    ids::{CandidateId, MemberId, OrganisationId},
    papers::CandidatePaperType,
    recruiting::{self as domain, PersonDraft},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

pub use lists::{CandidateLine, CandidateList, CellRecruiting};
pub use probation::{Probation, ProbationStepLine};
pub use votes::CellVote;

use self::steps::{CandidatePaper, CandidateStep, OfferedCertificate};
use super::{
    Answer, DONE, Done, Person,
    members::{CellName, Sex},
};
use crate::{
    api::{
        Caller,
        body::{At, Body},
        routes::Api,
        spoken::Spoken,
        values::{Day, words},
    },
    words::Words,
};

words! {
    /// A step on the way to admission.
    CandidateStepKind = domain::Step;
    /// A step of a probation.
    ProbationStepKind = domain::probation::ProbationStep;
    /// A form of a probation.
    ProbationPaper = nennep_domain::papers::ProbationPaperType;
    /// How a step stands on a day.
    CandidateStepState = domain::StepState;
    /// The highest schooling completed.
    Schooling = domain::Schooling;
    /// What a cell neglects.
    Neglect = domain::Neglect;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_candidate))
        .with(routes!(add_candidate))
        .with(routes!(change_candidate))
        .with(routes!(drop_candidate, put_candidate_back))
        .with(routes!(move_candidate))
        .merge(steps::routes())
        .merge(votes::routes())
        .merge(probation::routes())
        .merge(lists::routes())
}

/// A member who introduces a candidate.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidateIntroducer {
    /// Who.
    pub introducer: Person,
    /// The day of the letter.
    pub introduced_on: Day,
    /// Since when together in the same base organisation.
    pub together_from: Day,
}

/// A candidate's file: who it is, and every step of the way as it stands today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Candidate {
    /// The candidate's id.
    pub id: Uuid,
    /// The cell whose list it is.
    pub cell: CellName,
    /// Family, middle and given name.
    pub name: String,
    /// Sex.
    pub sex: Sex,
    /// Date of birth.
    pub born_on: Day,
    /// Place of work.
    pub workplace: String,
    /// Place of residence.
    pub residence: String,
    /// Whether in the youth union.
    pub youth_union: bool,
    /// Schooling.
    pub schooling: Schooling,
    /// A note.
    pub note: String,
    /// Since when on the list.
    pub listed_on: Day,
    /// By which resolution.
    pub listed_by: String,
    /// When the candidate was dropped.
    pub dropped_on: Option<Day>,
    /// Why.
    pub drop_reason: Option<String>,
    /// The member the candidate became.
    pub member: Option<Uuid>,
    /// Who helps.
    pub helper: Option<Person>,
    /// Who introduces.
    pub introducers: Vec<CandidateIntroducer>,
    /// The cell's votes on agendas of its meetings and in their minutes, the earliest put first.
    pub votes: Vec<CellVote>,
    /// The steps in the order of the file.
    pub steps: Vec<CandidateStep>,
    /// Certificates of classes that may be the candidate's, for who may take one.
    pub offered_certificates: Vec<OfferedCertificate>,
    /// The one step to be seen to.
    pub next: Option<CandidateStepKind>,
    /// By when the recognition is handled, of who was admitted.
    pub recognition_due: Option<Day>,
    /// The forms that can be printed.
    pub papers: Vec<CandidatePaper>,
    /// Whether the caller may record steps.
    pub keeps: bool,
}

impl Candidate {
    /// A file in the language of these words.
    pub fn of(w: Words, view: &CandidateView) -> Self {
        let (candidate, person) = (&view.file.candidate, &view.file.candidate.person);
        let named = |id: MemberId| Person { member: id.0, name: view.name(id).to_owned() };
        let introducer = |one: &domain::Introducer| CandidateIntroducer {
            introducer: named(one.member),
            introduced_on: one.introduced_on.into(),
            together_from: one.together_from.into(),
        };
        Self {
            id: candidate.id.0,
            cell: CellName { id: view.cell.id.0, code: view.cell.code.clone(), name: view.cell.name.clone() },
            name: person.name.clone(),
            sex: person.sex.into(),
            born_on: person.born_on.into(),
            workplace: person.workplace.clone(),
            residence: person.residence.clone(),
            youth_union: person.youth_union,
            schooling: person.schooling.into(),
            note: person.note.clone(),
            listed_on: candidate.listed_on.into(),
            listed_by: candidate.listed_by.clone(),
            dropped_on: candidate.dropped.as_ref().map(|gone| gone.on.into()),
            drop_reason: candidate.dropped.as_ref().map(|gone| gone.reason.clone()),
            member: candidate.member.map(|id| id.0),
            helper: view.file.helper().map(|helper| named(helper.member)),
            introducers: view.file.introducers.iter().map(introducer).collect(),
            votes: view.file.votes.iter().map(CellVote::from).collect(),
            steps: view.way.iter().map(|stride| CandidateStep::of(w, view, stride)).collect(),
            offered_certificates: view.offers.iter().map(OfferedCertificate::from).collect(),
            next: domain::next_action(&view.way).map(|stride| stride.step.into()),
            recognition_due: view.recognition.as_ref().map(|due| due.on.into()),
            papers: CandidatePaperType::ALL.iter().map(|paper| (*paper).into()).collect(),
            keeps: view.keeps,
        }
    }
}

/// Somebody to be put on a list, or what is known of a candidate.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CandidateBody {
    /// Family, middle and given name.
    name: String,
    /// Sex.
    sex: Sex,
    /// Date of birth.
    born_on: Day,
    /// Place of work.
    #[serde(default)]
    workplace: String,
    /// Place of residence.
    #[serde(default)]
    residence: String,
    /// Whether in the youth union.
    #[serde(default)]
    youth_union: bool,
    /// Schooling.
    schooling: Schooling,
    /// A note.
    #[serde(default)]
    note: String,
    /// Since when on the list; today where nothing is said.
    listed_on: Option<Day>,
    /// By which resolution.
    #[serde(default)]
    listed_by: String,
}

impl From<CandidateBody> for AddForm {
    fn from(body: CandidateBody) -> Self {
        let person = PersonDraft {
            name: body.name,
            sex: Some(body.sex.0),
            born_on: Some(body.born_on.0),
            workplace: body.workplace,
            residence: body.residence,
            youth_union: body.youth_union,
            schooling: Some(body.schooling.0),
            note: body.note,
        };
        Self { person, listed_on: body.listed_on.map(|day| day.0), listed_by: body.listed_by }
    }
}

/// A candidate's file. It is noted who read it.
#[utoipa::path(get, path = "/api/v1/candidates/{candidate}", tag = "members", responses((status = 200, body = Candidate)))]
async fn show_candidate(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<CandidateId>,
) -> Answer<Candidate> {
    Ok(Json(Candidate::of(w, &deeds::show(&ctx, id).await?)))
}

/// Puts somebody on a cell's list; the same id sent twice is one candidate.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/candidates/{candidate}", tag = "members",
    request_body = CandidateBody, responses((status = 204)))]
async fn add_candidate(
    Caller(ctx): Caller,
    At((cell, id)): At<(OrganisationId, CandidateId)>,
    Body(body): Body<CandidateBody>,
) -> Done {
    deeds::add(&ctx, id, cell, &body.into()).await?;
    DONE
}

/// Corrects what is known of a candidate who was not admitted yet.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/person", tag = "members", request_body = CandidateBody,
    responses((status = 204)))]
async fn change_candidate(
    Caller(ctx): Caller,
    At(id): At<CandidateId>,
    Body(body): Body<CandidateBody>,
) -> Done {
    deeds::change(&ctx, id, &body.into()).await?;
    DONE
}

/// That a candidate is dropped.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DroppingBody {
    /// The day; today where nothing is said.
    on: Option<Day>,
    /// Why.
    reason: String,
}

/// Takes a candidate off the list; doing it twice is safe. The file is deleted after the months a rule names.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/dropping", tag = "members", request_body = DroppingBody,
    responses((status = 204)))]
async fn drop_candidate(
    Caller(ctx): Caller,
    At(id): At<CandidateId>,
    Body(body): Body<DroppingBody>,
) -> Done {
    let on: Date = body.on.map_or_else(|| ctx.now().date(), |day| day.0);
    deeds::drop_from_list(&ctx, id, on, &body.reason).await?;
    DONE
}

/// Puts a candidate back on the list; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/candidates/{candidate}/dropping", tag = "members", responses((status = 204)))]
async fn put_candidate_back(Caller(ctx): Caller, At(id): At<CandidateId>) -> Done {
    deeds::put_back(&ctx, id).await?;
    DONE
}

/// Where a candidate moves.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct MovingBody {
    /// The cell.
    cell: Uuid,
    /// The day; today where nothing is said.
    on: Option<Day>,
}

/// Hands a candidate with the whole file over to another cell's list.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/move", tag = "members", request_body = MovingBody,
    responses((status = 204)))]
async fn move_candidate(Caller(ctx): Caller, At(id): At<CandidateId>, Body(body): Body<MovingBody>) -> Done {
    let on: Date = body.on.map_or_else(|| ctx.now().date(), |day| day.0);
    deeds::move_to(&ctx, id, OrganisationId(body.cell), on).await?;
    DONE
}
