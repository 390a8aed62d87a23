//! The steps of a candidate's way: recorded, corrected, undone; the ceremony that makes a member; the forms as files.

use axum::{Json, response::Response};
use nennep_app::{
    papers::Format,
    recruiting::{self as deeds, CandidateView, IntroductionForm},
};
use nennep_domain::{
    ids::{CandidateId, DeedId, LearnerId, MemberId},
    papers::CandidatePaperType,
    recruiting::{ClassCertificate, FactDraft, Step, Stride},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{CandidateStepKind, CandidateStepState};
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At, Body},
        routes::Api,
        spoken::Said,
        v1::{Answer, DONE, Done},
        values::{Day, words},
    },
    download,
    words::Words,
};

words! {
    /// A form of the way to admission.
    CandidatePaper = CandidatePaperType;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(record_step, undo_step))
        .with(routes!(assign_helper))
        .with(routes!(introduce_candidate, withdraw_introduction))
        .with(routes!(take_class_certificate))
        .with(routes!(hold_ceremony))
        .with(routes!(print_candidate_paper))
}

/// A step of the way as it stands today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidateStep {
    /// Which.
    pub step: CandidateStepKind,
    /// How it stands.
    pub state: CandidateStepState,
    /// The day it was done.
    pub on: Option<Day>,
    /// The number of its paper.
    pub number: Option<String>,
    /// Who issued or gave it.
    pub by: Option<String>,
    /// The official members counted, of the vote.
    pub counted: Option<u32>,
    /// Those in favour.
    pub in_favour: Option<u32>,
    /// The meeting whose adopted minutes it is read from, of the vote.
    pub meeting: Option<Uuid>,
    /// Its last day in time.
    pub due: Option<Day>,
    /// Calendar days left; negative once it has passed.
    pub days_left: Option<i32>,
    /// What stands against the cell's vote.
    pub against: Vec<Said>,
    /// The rule document and article it rests on.
    pub rule: String,
}

impl CandidateStep {
    pub(super) fn of(w: Words, view: &CandidateView, stride: &Stride) -> Self {
        let fact = view.file.fact(stride.step);
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let tally = fact.and_then(|fact| fact.tally);
        Self {
            step: stride.step.into(),
            state: stride.state.into(),
            on: stride.on.map(Day::from),
            number: fact.and_then(|fact| text(&fact.number)),
            by: fact.and_then(|fact| text(&fact.by)),
            counted: tally.map(|tally| tally.counted),
            in_favour: tally.map(|tally| tally.in_favour),
            meeting: fact.and_then(|fact| fact.meeting).map(|id| id.0),
            due: stride.due.as_ref().map(|due| due.on.into()),
            days_left: stride.due.as_ref().map(|due| due.days_left),
            against: stride.obstacles.iter().map(|one| Said::of(w, &one.sentence)).collect(),
            rule: stride.rule.citation.to_string(),
        }
    }
}

/// That a step was done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StepBody {
    /// The day it was done; of a certificate or decision the day it was issued.
    on: Day,
    /// The number of the paper.
    #[serde(default)]
    number: String,
    /// Who issued or gave it.
    #[serde(default)]
    by: String,
    /// The day a decision was received.
    received_on: Option<Day>,
    /// The official members counted, of the vote.
    counted: Option<u32>,
    /// Those in favour.
    in_favour: Option<u32>,
    /// Whether the check was not needed.
    #[serde(default)]
    waived: bool,
    /// A note.
    #[serde(default)]
    note: String,
}

/// Records that a step was done, judged by the rules of its day; recorded again it is corrected.
///
/// Helper, introductions and ceremony have addresses of their own.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/steps/{step}", tag = "members", request_body = StepBody,
    responses((status = 204)))]
async fn record_step(
    Caller(ctx): Caller,
    At((id, step)): At<(CandidateId, CandidateStepKind)>,
    Body(body): Body<StepBody>,
) -> Done {
    let draft = FactDraft {
        on: Some(body.on.0),
        number: body.number,
        by: body.by,
        received_on: body.received_on.map(|day| day.0),
        counted: body.counted,
        in_favour: body.in_favour,
        waived: body.waived,
        note: body.note,
    };
    deeds::record(&ctx, id, step.0, &draft).await?;
    DONE
}

/// Undoes a step that no later one rests on; doing it twice is safe.
///
/// Of a ceremony the admission is taken back, within a day.
#[utoipa::path(delete, path = "/api/v1/candidates/{candidate}/steps/{step}", tag = "members", responses((status = 204)))]
async fn undo_step(Caller(ctx): Caller, At((id, step)): At<(CandidateId, CandidateStepKind)>) -> Done {
    match step.0 {
        Step::Helper => deeds::remove_helper(&ctx, id).await?,
        step => deeds::undo(&ctx, id, step).await?,
    }
    DONE
}

/// Who helps.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HelperBody {
    /// The official member.
    member: Uuid,
    /// Since when.
    from: Day,
}

/// Assigns the official member who helps; whoever helped until then does no longer.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/helper", tag = "members", request_body = HelperBody,
    responses((status = 204)))]
async fn assign_helper(Caller(ctx): Caller, At(id): At<CandidateId>, Body(body): Body<HelperBody>) -> Done {
    deeds::assign_helper(&ctx, id, MemberId(body.member), body.from.0).await?;
    DONE
}

/// An introduction.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct IntroductionBody {
    /// The day of the letter.
    introduced_on: Day,
    /// Since when together with the candidate in the same base organisation.
    together_from: Day,
}

/// Records that an official member introduces a candidate; again it is corrected.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/introducers/{member}", tag = "members",
    request_body = IntroductionBody, responses((status = 204)))]
async fn introduce_candidate(
    Caller(ctx): Caller,
    At((id, member)): At<(CandidateId, MemberId)>,
    Body(body): Body<IntroductionBody>,
) -> Done {
    let (introduced_on, together_from) = (body.introduced_on.0, body.together_from.0);
    deeds::introduce(&ctx, id, IntroductionForm { member, introduced_on, together_from }).await?;
    DONE
}

/// Takes an introduction back that no vote rests on; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/candidates/{candidate}/introducers/{member}", tag = "members",
    responses((status = 204)))]
async fn withdraw_introduction(Caller(ctx): Caller, At((id, member)): At<(CandidateId, MemberId)>) -> Done {
    deeds::withdraw_introduction(&ctx, id, member).await?;
    DONE
}

/// A certificate that a class gave to somebody of the candidate's name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OfferedCertificate {
    /// The learning it was given for.
    pub learner: Uuid,
    /// The class.
    pub class: Uuid,
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub on: Day,
    /// Who held the class.
    pub by: String,
}

impl From<&ClassCertificate> for OfferedCertificate {
    fn from(one: &ClassCertificate) -> Self {
        Self {
            learner: one.learner.0,
            class: one.class.0,
            number: one.number.clone(),
            on: one.on.into(),
            by: one.by.clone(),
        }
    }
}

/// Takes the certificate a class gave as the candidate's own; the step is read from the class from then on. Doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/certificates/{learner}", tag = "members",
    responses((status = 204)))]
async fn take_class_certificate(
    Caller(ctx): Caller,
    At((id, learner)): At<(CandidateId, LearnerId)>,
) -> Done {
    deeds::take_certificate(&ctx, id, learner).await?;
    DONE
}

/// A ceremony.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CeremonyBody {
    /// The day it was held.
    on: Day,
}

/// The member a candidate became.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
struct Admitted {
    /// The member's id.
    member: Uuid,
}

/// Holds the ceremony: from that day the candidate is a probationary member of the cell.
///
/// `deed` is the id of the admission, with which it can be taken back in the member's file; held twice on the same day it is one ceremony.
#[utoipa::path(put, path = "/api/v1/candidates/{candidate}/ceremony/{deed}", tag = "members",
    request_body = CeremonyBody, responses((status = 200, body = Admitted)))]
async fn hold_ceremony(
    Caller(ctx): Caller,
    At((id, deed)): At<(CandidateId, DeedId)>,
    Body(body): Body<CeremonyBody>,
) -> Answer<Admitted> {
    let member = deeds::hold_ceremony(&ctx, id, deed, body.on.0).await?;
    Ok(Json(Admitted { member: member.0 }))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Printing {
    /// `pdf`, or `docx` to write on in Word; PDF where nothing is said.
    #[serde(default)]
    format: String,
    /// The member an introduction is made out for.
    introducer: Option<Uuid>,
}

/// A form of a candidate's way as a file, with what is known written in. It is noted who printed it.
#[utoipa::path(get, path = "/api/v1/candidates/{candidate}/papers/{paper}", tag = "members", params(Printing),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn print_candidate_paper(
    Caller(ctx): Caller,
    At((id, paper)): At<(CandidateId, CandidatePaper)>,
    Asked(asked): Asked<Printing>,
) -> Result<Response, Problem> {
    let format = Format::from_word(&asked.format).unwrap_or(Format::Pdf);
    let printed = deeds::print(&ctx, id, paper.0, asked.introducer.map(MemberId), format).await?;
    Ok(download::printed(&printed))
}
