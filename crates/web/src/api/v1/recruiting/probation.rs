//! A member's probation: every step to recognition, recorded and undone.

use axum::{Json, response::Response};
use nennep_app::{
    papers::Format,
    recruiting::probation::{self as deeds, ProbationView},
};
use nennep_domain::{
    ids::MemberId,
    papers::ProbationPaperType,
    recruiting::{FactDraft, probation as domain},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{CandidateStepState, ProbationPaper, ProbationStepKind, votes::CellVote};
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At, Body},
        routes::Api,
        v1::{Answer, DONE, Done, members::CellName},
        values::Day,
    },
    download,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_probation))
        .with(routes!(record_probation_step, undo_probation_step))
        .with(routes!(print_probation_paper))
}

/// A step of a probation as it stands today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProbationStepLine {
    /// Which.
    pub step: ProbationStepKind,
    /// How it stands.
    pub state: CandidateStepState,
    /// The day it was done.
    pub on: Option<Day>,
    /// The number of its paper.
    pub number: Option<String>,
    /// Who gave it.
    pub by: Option<String>,
    /// The official members counted, of the vote.
    pub counted: Option<u32>,
    /// Those in favour.
    pub in_favour: Option<u32>,
    /// The meeting whose adopted minutes it is read from, of the vote.
    pub meeting: Option<Uuid>,
    /// Its last day in time.
    pub due: Option<Day>,
    /// The rule document and article it rests on.
    pub rule: String,
}

/// A member's last probation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Probation {
    /// The member.
    pub member: Uuid,
    /// The name.
    pub name: String,
    /// The cell the member belongs to.
    pub cell: CellName,
    /// The day of the ceremony.
    pub ceremony_on: Day,
    /// The day the probation is over.
    pub over_on: Day,
    /// By when the recognition is handled, while it is not.
    pub due_on: Option<Day>,
    /// Since when the member is official.
    pub official_on: Option<Day>,
    /// The candidate the member was.
    pub candidate: Option<Uuid>,
    /// The cell's votes on agendas of its meetings and in their minutes, the earliest put first.
    pub votes: Vec<CellVote>,
    /// The steps in the order of the file.
    pub steps: Vec<ProbationStepLine>,
    /// The one step to be seen to.
    pub next: Option<ProbationStepKind>,
    /// The forms that can be printed.
    pub papers: Vec<ProbationPaper>,
    /// Whether the caller may record steps.
    pub keeps: bool,
}

impl From<&ProbationView> for Probation {
    fn from(view: &ProbationView) -> Self {
        let file = &view.file;
        let line = |stride: &domain::ProbationStride| {
            let fact = file.fact(stride.step);
            let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
            let tally = fact.and_then(|fact| fact.tally);
            ProbationStepLine {
                step: stride.step.into(),
                state: stride.state.into(),
                on: stride.on.map(Day::from),
                number: fact.and_then(|fact| text(&fact.number)),
                by: fact.and_then(|fact| text(&fact.by)),
                counted: tally.map(|tally| tally.counted),
                in_favour: tally.map(|tally| tally.in_favour),
                meeting: fact.and_then(|fact| fact.meeting).map(|id| id.0),
                due: stride.due.as_ref().map(|due| due.on.into()),
                rule: stride.rule.citation.to_string(),
            }
        };
        Self {
            member: file.member.0,
            name: view.name.clone(),
            cell: CellName { id: view.cell.id.0, code: view.cell.code.clone(), name: view.cell.name.clone() },
            ceremony_on: file.ceremony_on.into(),
            over_on: view.over_on.value.into(),
            due_on: view.due.as_ref().map(|due| due.on.into()),
            official_on: file.official_on.map(Day::from),
            candidate: view.candidate.map(|id| id.0),
            votes: file.votes.iter().map(CellVote::from).collect(),
            steps: view.way.iter().map(line).collect(),
            next: domain::next_action(&view.way).map(|stride| stride.step.into()),
            papers: ProbationPaperType::ALL.iter().map(|paper| (*paper).into()).collect(),
            keeps: view.keeps,
        }
    }
}

/// A member's last probation, step by step. It is noted who read it.
#[utoipa::path(get, path = "/api/v1/members/{member}/probation", tag = "members",
    responses((status = 200, body = Probation)))]
async fn show_probation(Caller(ctx): Caller, At(id): At<MemberId>) -> Answer<Probation> {
    Ok(Json((&deeds::show(&ctx, id).await?).into()))
}

/// That a step was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProbationStepBody {
    /// The day it was done; of a certificate the day it was issued.
    on: Day,
    /// The number of the paper.
    #[serde(default)]
    number: String,
    /// Who gave it.
    #[serde(default)]
    by: String,
    /// The official members counted, of the vote.
    counted: Option<u32>,
    /// Those in favour.
    in_favour: Option<u32>,
    /// A note.
    #[serde(default)]
    note: String,
}

/// Records that a step was done, judged by the rules of its day; recorded again it is corrected.
///
/// The recognition is a deed in the member's life.
#[utoipa::path(put, path = "/api/v1/members/{member}/probation/steps/{step}", tag = "members",
    request_body = ProbationStepBody, responses((status = 204)))]
async fn record_probation_step(
    Caller(ctx): Caller,
    At((id, step)): At<(MemberId, ProbationStepKind)>,
    Body(body): Body<ProbationStepBody>,
) -> Done {
    let draft = FactDraft {
        on: Some(body.on.0),
        number: body.number,
        by: body.by,
        counted: body.counted,
        in_favour: body.in_favour,
        note: body.note,
        ..FactDraft::default()
    };
    deeds::record(&ctx, id, step.0, &draft).await?;
    DONE
}

/// Undoes a step while the member is on probation; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/members/{member}/probation/steps/{step}", tag = "members",
    responses((status = 204)))]
async fn undo_probation_step(Caller(ctx): Caller, At((id, step)): At<(MemberId, ProbationStepKind)>) -> Done {
    deeds::undo(&ctx, id, step.0).await?;
    DONE
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Printing {
    /// `pdf`, or `docx` to write on in Word; PDF where nothing is said.
    #[serde(default)]
    format: String,
}

/// A form of a probation as a file, with what is known written in. It is noted who printed it.
#[utoipa::path(get, path = "/api/v1/members/{member}/probation/papers/{paper}", tag = "members", params(Printing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn print_probation_paper(
    Caller(ctx): Caller,
    At((id, paper)): At<(MemberId, ProbationPaper)>,
    Asked(asked): Asked<Printing>,
) -> Result<Response, Problem> {
    let format = Format::from_word(&asked.format).unwrap_or(Format::Pdf);
    Ok(download::printed(&deeds::print(&ctx, id, paper.0, format).await?))
}
