//! The succession plan: who is put forward for which office, what was asked for and reached.

use axum::Json;
use nennep_app::nominees::{self as deeds, NomineeForm, NomineeView, Plan};
use nennep_domain::{
    ids::{MemberId, NomineeId, OrganisationId},
    nominees as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done, account::OfficeKind};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    values::{Day, words},
};

words! {
    /// Of whom a committee asked for some in its plan.
    NomineeMakeUp = domain::MakeUp;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(show_succession_plan))
        .with(routes!(put_nominee_forward))
        .with(routes!(agree_nominee, take_agreement_of_nominee_back))
        .with(routes!(withdraw_nominee, put_nominee_back))
        .with(routes!(ask_of_succession_plan))
}

/// Somebody in the succession plan.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Nominee {
    /// Its id.
    id: Uuid,
    /// The organisation whose office it is.
    organisation: Uuid,
    /// The office.
    office: OfficeKind,
    /// The member.
    member: Uuid,
    /// The member's name.
    name: String,
    /// Whether the member manages in the unit.
    manager: bool,
    /// Whether the member is a skilled worker.
    skilled: bool,
    /// What speaks for it.
    note: String,
    /// The day the member was put forward.
    put_forward: Day,
    /// The day the superior agreed.
    agreed: Option<Day>,
    /// The day the member left the plan.
    withdrawn: Option<Day>,
}

impl From<&NomineeView> for Nominee {
    fn from(view: &NomineeView) -> Self {
        let one = &view.kept.nominee;
        Self {
            id: one.id.0,
            organisation: one.organisation.0,
            office: one.office.into(),
            member: one.member.0,
            name: view.kept.name.clone(),
            manager: one.manager,
            skilled: one.skilled,
            note: one.note.clone(),
            put_forward: one.put_forward_on.into(),
            agreed: one.agreed_on.map(Day::from),
            withdrawn: one.withdrawn_on.map(Day::from),
        }
    }
}

/// What a committee asked for in its plan, and how many there are.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NomineeTarget {
    /// Of whom.
    make_up: NomineeMakeUp,
    /// How many it asked for.
    asked: u32,
    /// Below which age, for the young.
    under_age: Option<u32>,
    /// How many stand in the plan.
    reached: u32,
}

/// The succession plan of an organisation and those below it for a term.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SuccessionPlan {
    /// The term.
    term: String,
    /// Who stands in it, those who left it last.
    nominees: Vec<Nominee>,
    /// What was asked for.
    targets: Vec<NomineeTarget>,
}

impl From<&Plan> for SuccessionPlan {
    fn from(plan: &Plan) -> Self {
        let target = |one: &deeds::TargetView| NomineeTarget {
            make_up: one.target.of.into(),
            asked: one.target.count,
            under_age: one.target.under_age,
            reached: one.reached,
        };
        Self {
            term: plan.term.clone(),
            nominees: plan.lines.iter().map(Nominee::from).collect(),
            targets: plan.targets.iter().map(target).collect(),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OfTerm {
    /// The term; the present one where nothing is said.
    term: Option<String>,
}

/// The succession plan of an organisation and those below it that the caller may see. It is noted who read it, with every member it
/// names.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/nominees", tag = "organisations", params(OfTerm),
    responses((status = 200, body = SuccessionPlan)))]
async fn show_succession_plan(
    Caller(ctx): Caller,
    At(of): At<OrganisationId>,
    Asked(asked): Asked<OfTerm>,
) -> Answer<SuccessionPlan> {
    Ok(Json((&deeds::plan(&ctx, of, asked.term.as_deref()).await?).into()))
}

/// A member to be put forward.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NomineeBody {
    /// The office: secretary, deputy or committee member.
    office: OfficeKind,
    /// The member.
    member: Uuid,
    /// The term; the present one where nothing is said.
    #[serde(default)]
    term: String,
    /// Whether the member manages in the unit.
    #[serde(default)]
    manager: bool,
    /// Whether the member is a skilled worker.
    #[serde(default)]
    skilled: bool,
    /// What speaks for it.
    #[serde(default)]
    note: String,
    /// The day.
    put_forward: Day,
}

/// Puts a member forward for an office of an organisation; the same id sent twice is one.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/nominees/{nominee}", tag = "organisations",
    request_body = NomineeBody, responses((status = 204)))]
async fn put_nominee_forward(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, NomineeId)>,
    Body(body): Body<NomineeBody>,
) -> Done {
    let form = NomineeForm {
        organisation,
        office: body.office.0,
        member: MemberId(body.member),
        term: body.term,
        manager: body.manager,
        skilled: body.skilled,
        note: body.note,
        put_forward_on: body.put_forward.0,
    };
    deeds::put_forward(&ctx, id, &form).await?;
    DONE
}

/// A day on which something became of somebody in the plan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NomineeDay {
    /// The day: not before the member was put forward, and not to come.
    on: Day,
}

/// Enters the day the superior agreed; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/nominees/{nominee}/agreement", tag = "organisations", request_body = NomineeDay,
    responses((status = 204)))]
async fn agree_nominee(Caller(ctx): Caller, At(id): At<NomineeId>, Body(body): Body<NomineeDay>) -> Done {
    deeds::agree(&ctx, id, Some(body.on.0)).await?;
    DONE
}

/// Takes the agreement back; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/nominees/{nominee}/agreement", tag = "organisations", responses((status = 204)))]
async fn take_agreement_of_nominee_back(Caller(ctx): Caller, At(id): At<NomineeId>) -> Done {
    deeds::agree(&ctx, id, None).await?;
    DONE
}

/// Takes a member out of the plan; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/nominees/{nominee}/withdrawal", tag = "organisations", request_body = NomineeDay,
    responses((status = 204)))]
async fn withdraw_nominee(Caller(ctx): Caller, At(id): At<NomineeId>, Body(body): Body<NomineeDay>) -> Done {
    deeds::withdraw(&ctx, id, body.on.0).await?;
    DONE
}

/// Puts a member back who was taken out; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/nominees/{nominee}/withdrawal", tag = "organisations", responses((status = 204)))]
async fn put_nominee_back(Caller(ctx): Caller, At(id): At<NomineeId>) -> Done {
    deeds::put_back(&ctx, id).await?;
    DONE
}

/// What an organisation asks of its plan.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NomineeAsk {
    /// The term.
    term: String,
    /// Of whom.
    make_up: NomineeMakeUp,
    /// How many; 0 asks nothing.
    count: u32,
    /// Below which age, for the young.
    under_age: Option<u32>,
}

/// Sets what an organisation asks of its plan for a term, in place of what it asked before.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/nominees/targets", tag = "organisations",
    request_body = NomineeAsk, responses((status = 204)))]
async fn ask_of_succession_plan(
    Caller(ctx): Caller,
    At(of): At<OrganisationId>,
    Body(body): Body<NomineeAsk>,
) -> Done {
    let target = domain::Target { of: body.make_up.0, count: body.count, under_age: body.under_age };
    deeds::ask(&ctx, of, &body.term, &target).await?;
    DONE
}
