//! Commendations: of a member, of an organisation, of a committee's year.

use axum::Json;
use nennep_app::recognition::commendations::{self as deeds, CommendationForm, CommendationView};
use nennep_domain::{
    ids::{CommendationId, MemberId, OrganisationId},
    recognition::commendations as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::decision_name;
use crate::api::{
    Caller, Problem,
    body::{Asked, At, Body},
    routes::Api,
    v1::{Answer, DONE, DeedDecision, Done, members::CellName},
    values::words,
};

words! {
    /// The kind of a commendation.
    CommendationKind = domain::CommendationKind;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_commendations))
        .with(routes!(list_member_commendations))
        .with(routes!(commend_member))
        .with(routes!(commend_organisation))
        .with(routes!(take_commendation_back))
        .with(routes!(end_commendation, reopen_commendation))
}

/// A commendation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Commendation {
    /// Its id.
    pub id: Uuid,
    /// The member commended; missing for an organisation.
    pub member: Option<Uuid>,
    /// The member's name.
    pub name: Option<String>,
    /// The organisation it counts for: the one commended, or the cell the member belonged to.
    pub organisation: Uuid,
    /// Its name.
    pub organisation_name: String,
    /// Its kind.
    pub kind: CommendationKind,
    /// What for.
    pub reason: String,
    /// The decision; praise may have no number.
    pub decision: DeedDecision,
    /// The decision that ended it.
    pub ended: Option<DeedDecision>,
    /// Whether the caller can set it right or take it back now.
    pub can_be_corrected: bool,
}

impl From<&CommendationView> for Commendation {
    fn from(view: &CommendationView) -> Self {
        let one = &view.kept.commendation;
        let member = match one.to {
            domain::Recipient::Member(member) => Some(member.0),
            domain::Recipient::Organisation(_) => None,
        };
        Self {
            id: one.id.0,
            member,
            name: member.map(|_| view.kept.name.clone()),
            organisation: one.place.0,
            organisation_name: view.place.clone(),
            kind: one.kind.into(),
            reason: one.reason.clone(),
            decision: (&one.decision).into(),
            ended: one.ended.as_ref().map(DeedDecision::from),
            can_be_corrected: view.can_be_corrected,
        }
    }
}

/// The commendations of a year within an organisation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CommendationYear {
    /// The year.
    pub year: i16,
    /// The commendations, the latest first.
    pub commendations: Vec<Commendation>,
    /// Cells that have none, their members' included: whose good work is to be looked for.
    pub without: Vec<CellName>,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Looking {
    /// The year; this one where nothing is said.
    year: Option<i16>,
}

/// The commendations of a year within an organisation, as far as the caller sees those of its cells.
#[utoipa::path(get, path = "/api/v1/organisations/{organisation}/commendations", tag = "recognition", params(Looking),
    responses((status = 200, body = CommendationYear)))]
async fn list_commendations(
    Caller(ctx): Caller,
    At(within): At<OrganisationId>,
    Asked(looking): Asked<Looking>,
) -> Answer<CommendationYear> {
    let year = looking.year.unwrap_or_else(|| ctx.now().date().year());
    let found = deeds::year(&ctx, within, year).await?;
    let cell = |cell: &nennep_domain::organisations::Organisation| CellName {
        id: cell.id.0,
        code: cell.code.clone(),
        name: cell.name.clone(),
    };
    Ok(Json(CommendationYear {
        year: found.year,
        commendations: found.lines.iter().map(Commendation::from).collect(),
        without: found.without.iter().map(cell).collect(),
    }))
}

/// The commendations of a member, the latest first.
#[utoipa::path(get, path = "/api/v1/members/{member}/commendations", tag = "recognition",
    responses((status = 200, body = Vec<Commendation>)))]
async fn list_member_commendations(
    Caller(ctx): Caller,
    At(member): At<MemberId>,
) -> Answer<Vec<Commendation>> {
    Ok(Json(deeds::of_member(&ctx, member).await?.iter().map(Commendation::from).collect()))
}

/// A commendation to be entered.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct CommendationBody {
    /// Its kind.
    kind: CommendationKind,
    /// What for.
    reason: String,
    /// The decision; praise needs no number.
    decision: DeedDecision,
}

impl CommendationBody {
    fn form(self, to: domain::Recipient) -> CommendationForm {
        let DeedDecision { number, on, by } = self.decision;
        CommendationForm { to, kind: self.kind.0, reason: self.reason, number, on: on.0, by }
    }
}

/// Enters a commendation of a member; sent again within a day, it is set right.
#[utoipa::path(put, path = "/api/v1/members/{member}/commendations/{commendation}", tag = "recognition",
    request_body = CommendationBody, responses((status = 204)))]
async fn commend_member(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, CommendationId)>,
    Body(body): Body<CommendationBody>,
) -> Done {
    let form = body.form(domain::Recipient::Member(member));
    deeds::add(&ctx, id, &form).await.map_err(|error| Problem::from(error).renamed(decision_name))?;
    DONE
}

/// Enters a commendation of an organisation as a whole; sent again within a day, it is set right.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/commendations/{commendation}", tag = "recognition",
    request_body = CommendationBody, responses((status = 204)))]
async fn commend_organisation(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, CommendationId)>,
    Body(body): Body<CommendationBody>,
) -> Done {
    let form = body.form(domain::Recipient::Organisation(organisation));
    deeds::add(&ctx, id, &form).await.map_err(|error| Problem::from(error).renamed(decision_name))?;
    DONE
}

/// Takes back a commendation within a day of entering it.
#[utoipa::path(delete, path = "/api/v1/commendations/{commendation}", tag = "recognition", responses((status = 204)))]
async fn take_commendation_back(Caller(ctx): Caller, At(id): At<CommendationId>) -> Done {
    deeds::take_back(&ctx, id).await?;
    DONE
}

/// Ends a commendation by a later decision; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/commendations/{commendation}/end", tag = "recognition", request_body = DeedDecision,
    responses((status = 204)))]
async fn end_commendation(
    Caller(ctx): Caller,
    At(id): At<CommendationId>,
    Body(body): Body<DeedDecision>,
) -> Done {
    let on = body.on;
    deeds::end(&ctx, id, &body.checked(on)?).await?;
    DONE
}

/// Lets a commendation count again within a day of entering its end; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/commendations/{commendation}/end", tag = "recognition", responses((status = 204)))]
async fn reopen_commendation(Caller(ctx): Caller, At(id): At<CommendationId>) -> Done {
    deeds::reopen(&ctx, id).await?;
    DONE
}
