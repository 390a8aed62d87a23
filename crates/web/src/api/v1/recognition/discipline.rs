//! Discipline, with a permission of its own; every reading is noted.

use axum::Json;
use nennep_app::recognition::discipline::{self as deeds, Basis, MeasureForm, MeasureView, Settlement};
use nennep_domain::{
    ids::{DisciplineId, MemberId, OrganisationId},
    members::MemberGrade,
    recognition::discipline as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::decision_name;
use crate::api::{
    Caller, Problem,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, DeedDecision, Done},
    values::{Day, words},
};

words! {
    /// A form of discipline.
    DisciplineForm = domain::DisciplineForm;
    /// Who decides.
    DisciplineDecider = domain::Decider;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_member_discipline))
        .with(routes!(list_discipline))
        .with(routes!(enter_member_discipline))
        .with(routes!(enter_organisation_discipline))
        .with(routes!(take_discipline_back))
        .with(routes!(decide_discipline, take_discipline_decision_back))
        .with(routes!(receive_discipline))
        .with(routes!(end_discipline, reopen_discipline))
}

/// A measure of discipline, decided or proposed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Discipline {
    /// Its id.
    pub id: Uuid,
    /// The member; missing for an organisation.
    pub member: Option<Uuid>,
    /// The member's name.
    pub name: Option<String>,
    /// The organisation disciplined, or the cell the member belonged to.
    pub organisation: Uuid,
    /// The form, as decided or still proposed.
    pub form: DisciplineForm,
    /// What for.
    pub reason: String,
    /// The day a cell proposed it.
    pub proposed_on: Option<Day>,
    /// Who decided; missing for a proposal.
    pub decided_by: Option<DisciplineDecider>,
    /// The decision.
    pub decision: Option<DeedDecision>,
    /// The day it holds from.
    pub holds_from: Option<Day>,
    /// The last day it was decided for.
    pub until: Option<Day>,
    /// Whether it holds today.
    pub holds: bool,
    /// The day the decision was received.
    pub received_on: Option<Day>,
    /// The last day of appeal.
    pub appeal_until: Option<Day>,
    /// The first day it no longer held.
    pub ended_on: Option<Day>,
}

impl From<&MeasureView> for Discipline {
    fn from(view: &MeasureView) -> Self {
        let one = &view.kept.discipline;
        let (member, decided) = (one.of.member().map(|id| id.0), one.decided.as_ref());
        Self {
            id: one.id.0,
            member,
            name: member.map(|_| view.kept.name.clone()),
            organisation: one.place.0,
            form: one.form.into(),
            reason: one.reason.clone(),
            proposed_on: one.proposed_on.map(Day::from),
            decided_by: decided.map(|decided| decided.decider.into()),
            decision: decided.map(|decided| (&decided.decision).into()),
            holds_from: decided.map(|decided| decided.holds_from.into()),
            until: decided.and_then(|decided| decided.until_on).map(Day::from),
            holds: view.holds,
            received_on: one.received_on.map(Day::from),
            appeal_until: view.appeal_until.as_ref().map(|until| until.value.into()),
            ended_on: one.ended.as_ref().map(|ended| ended.on.into()),
        }
    }
}

/// What is kept of a member; that it was read is noted.
#[utoipa::path(get, path = "/api/v1/members/{member}/discipline", tag = "recognition",
    responses((status = 200, body = Vec<Discipline>)))]
async fn list_member_discipline(Caller(ctx): Caller, At(member): At<MemberId>) -> Answer<Vec<Discipline>> {
    Ok(Json(deeds::of_member(&ctx, member).await?.measures.iter().map(Discipline::from).collect()))
}

/// The measures within an organisation: proposals first, then the latest to hold. That they were listed is noted.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/discipline", tag = "recognition",
    responses((status = 200, body = Vec<Discipline>)))]
async fn list_discipline(Caller(ctx): Caller, At(within): At<OrganisationId>) -> Answer<Vec<Discipline>> {
    Ok(Json(deeds::list(&ctx, within).await?.iter().map(Discipline::from).collect()))
}

/// A decision as it is entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DisciplineSettlement {
    /// The decision.
    decision: DeedDecision,
    /// The day it was announced: for a cell, that of the result of the vote.
    announced_on: Day,
    /// The last day it was decided for, where it was for a term.
    until: Option<Day>,
}

impl From<DisciplineSettlement> for Settlement {
    fn from(body: DisciplineSettlement) -> Self {
        let DeedDecision { number, on, by } = body.decision;
        let (announced_on, until_on) = (body.announced_on.0, body.until.map(|day| day.0));
        Self { number, on: on.0, by, announced_on, until_on }
    }
}

/// On what a measure rests.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum DisciplineBasis {
    /// The cell proposes it to whoever decides.
    Proposal {
        /// The day.
        on: Day,
    },
    /// The cell decided.
    Cell {
        /// The decision.
        settlement: DisciplineSettlement,
    },
    /// A committee above decided.
    Superior {
        /// The decision.
        settlement: DisciplineSettlement,
    },
}

/// A measure to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DisciplineBody {
    /// The form.
    form: DisciplineForm,
    /// What for.
    reason: String,
    /// On what it rests.
    basis: DisciplineBasis,
}

impl DisciplineBody {
    fn form(self, of: domain::Disciplined) -> MeasureForm {
        let basis = match self.basis {
            DisciplineBasis::Proposal { on } => Basis::Proposal(on.0),
            DisciplineBasis::Cell { settlement } => Basis::Cell(settlement.into()),
            DisciplineBasis::Superior { settlement } => Basis::Superior(settlement.into()),
        };
        MeasureForm { of, form: self.form.0, reason: self.reason, basis }
    }
}

/// Enters a measure of a member; the same id sent twice is one measure. A form heavier than a cell decides is refused as its decision
/// and taken as its proposal.
#[utoipa::path(put, path = "/api/v1/members/{member}/discipline/{measure}", tag = "recognition", request_body = DisciplineBody,
    responses((status = 204)))]
async fn enter_member_discipline(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, DisciplineId)>,
    Body(body): Body<DisciplineBody>,
) -> Done {
    // The register says whether the member was official or probationary on the day.
    let form = body.form(domain::Disciplined::Member(member, MemberGrade::Official));
    deeds::enter(&ctx, id, &form).await.map_err(|error| Problem::from(error).renamed(decision_name))?;
    DONE
}

/// Enters a measure of an organisation, decided above; the same id sent twice is one measure.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/discipline/{measure}", tag = "recognition",
    request_body = DisciplineBody, responses((status = 204)))]
async fn enter_organisation_discipline(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, DisciplineId)>,
    Body(body): Body<DisciplineBody>,
) -> Done {
    let form = body.form(domain::Disciplined::Organisation(organisation));
    deeds::enter(&ctx, id, &form).await.map_err(|error| Problem::from(error).renamed(decision_name))?;
    DONE
}

/// Takes back a measure within a day of entering it: nothing of it is kept.
#[utoipa::path(delete, path = "/api/v1/discipline/{measure}", tag = "recognition", responses((status = 204)))]
async fn take_discipline_back(Caller(ctx): Caller, At(id): At<DisciplineId>) -> Done {
    deeds::take_back(&ctx, id).await?;
    DONE
}

/// What was decided on a proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DisciplineDecisionBody {
    /// The form decided, perhaps another than the one proposed.
    form: DisciplineForm,
    /// The decision.
    settlement: DisciplineSettlement,
}

/// Writes what was decided on a proposal; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/discipline/{measure}/decision", tag = "recognition", request_body = DisciplineDecisionBody,
    responses((status = 204)))]
async fn decide_discipline(
    Caller(ctx): Caller,
    At(id): At<DisciplineId>,
    Body(body): Body<DisciplineDecisionBody>,
) -> Done {
    let done = deeds::settle(&ctx, id, body.form.0, &body.settlement.into()).await;
    done.map_err(|error| Problem::from(error).renamed(decision_name))?;
    DONE
}

/// Makes a proposal again of what was decided, within a day of entering it; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/discipline/{measure}/decision", tag = "recognition", responses((status = 204)))]
async fn take_discipline_decision_back(Caller(ctx): Caller, At(id): At<DisciplineId>) -> Done {
    deeds::unsettle(&ctx, id).await?;
    DONE
}

/// A day.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DisciplineDay {
    /// The day.
    on: Day,
}

/// Writes the day the decision was received, from which the term of appeal runs; doing it twice is safe.
#[utoipa::path(put, path = "/api/v1/discipline/{measure}/reception", tag = "recognition", request_body = DisciplineDay,
    responses((status = 204)))]
async fn receive_discipline(
    Caller(ctx): Caller,
    At(id): At<DisciplineId>,
    Body(body): Body<DisciplineDay>,
) -> Done {
    deeds::receive(&ctx, id, body.on.0).await?;
    DONE
}

/// The end of a measure.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DisciplineEndBody {
    /// The first day it no longer holds.
    on: Day,
    /// By what.
    #[serde(default)]
    basis: String,
}

/// Ends a measure; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/discipline/{measure}/end", tag = "recognition", request_body = DisciplineEndBody,
    responses((status = 204)))]
async fn end_discipline(
    Caller(ctx): Caller,
    At(id): At<DisciplineId>,
    Body(body): Body<DisciplineEndBody>,
) -> Done {
    deeds::end(&ctx, id, body.on.0, &body.basis).await?;
    DONE
}

/// Lets a measure hold again within a day of entering its end; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/discipline/{measure}/end", tag = "recognition", responses((status = 204)))]
async fn reopen_discipline(Caller(ctx): Caller, At(id): At<DisciplineId>) -> Done {
    deeds::reopen(&ctx, id).await?;
    DONE
}
