//! Official transfers, handed over between two cells: the one introduces, the other receives.

use axum::Json;
use nennep_app::members::life::{self as deeds, TransferForm, TransferView};
use nennep_domain::{
    decisions::Decision,
    ids::{MemberId, OrganisationId, TransferId},
    members::life::Destination,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, DONE, DeedDecision, Done},
    values::Day,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_transfers))
        .with(routes!(introduce_transfer))
        .with(routes!(withdraw_transfer))
        .with(routes!(receive_transfer))
}

/// An official transfer on its way.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Transfer {
    /// Its id.
    pub id: Uuid,
    /// The member.
    pub member: Uuid,
    /// The cell left.
    pub from: Uuid,
    /// The cell entered, where it is one here.
    pub to: Option<Uuid>,
    /// Where to, where that is outside.
    pub place: Option<String>,
    /// The decision.
    pub decision: DeedDecision,
    /// The day of the letter of introduction.
    pub introduced_on: Day,
    /// The last day on which the papers are presented in time.
    pub reception_due_on: Day,
    /// Whether the caller may receive.
    pub receives: bool,
    /// Whether the caller may withdraw it.
    pub withdraws: bool,
}

impl From<&TransferView> for Transfer {
    fn from(view: &TransferView) -> Self {
        let one = &view.transfer;
        let (to, place) = match &one.to {
            Destination::Cell(id) => (Some(id.0), None),
            Destination::Outside(place) => (None, Some(place.clone())),
        };
        Self {
            id: one.id.0,
            member: one.member.0,
            from: one.from.0,
            to,
            place,
            decision: (&one.decision).into(),
            introduced_on: one.introduced_on.into(),
            reception_due_on: view.reception_due_on.into(),
            receives: view.receives,
            withdraws: view.withdraws,
        }
    }
}

/// The transfers on their way out of and into cells whose members the caller keeps, the longest on their way first.
#[utoipa::path(get, path = "/api/v1/transfers", tag = "members", responses((status = 200, body = Vec<Transfer>)))]
async fn list_transfers(Caller(ctx): Caller) -> Answer<Vec<Transfer>> {
    Ok(Json(deeds::open_transfers(&ctx).await?.iter().map(Transfer::from).collect()))
}

/// A member to be introduced to another cell, or out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TransferBody {
    /// The cell entered, where it is one here; or
    cell: Option<Uuid>,
    /// where to.
    #[serde(default)]
    place: String,
    /// The day of the letter of introduction.
    introduced_on: Day,
    /// The decision.
    decision: DeedDecision,
}

/// Introduces a member to another cell, where the member belongs once received; the same id sent twice is one transfer.
#[utoipa::path(put, path = "/api/v1/members/{member}/transfers/{transfer}", tag = "members", request_body = TransferBody,
    responses((status = 204)))]
async fn introduce_transfer(
    Caller(ctx): Caller,
    At((member, id)): At<(MemberId, TransferId)>,
    Body(body): Body<TransferBody>,
) -> Done {
    let to = match body.cell {
        Some(cell) => Destination::Cell(OrganisationId(cell)),
        None => Destination::Outside(body.place),
    };
    let decision: Decision = body.decision.checked(body.introduced_on)?;
    let form = TransferForm { id, member, to, introduced_on: body.introduced_on.0, decision };
    deeds::introduce(&ctx, &form).await?;
    DONE
}

/// Withdraws a transfer on its way; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/transfers/{transfer}", tag = "members", responses((status = 204)))]
async fn withdraw_transfer(Caller(ctx): Caller, At(id): At<TransferId>) -> Done {
    deeds::withdraw(&ctx, id).await?;
    DONE
}

/// The day of a reception.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReceptionBody {
    /// The day.
    on: Day,
}

/// Receives a member: the one cell is left and the other entered on that day; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/transfers/{transfer}/reception", tag = "members", request_body = ReceptionBody,
    responses((status = 204)))]
async fn receive_transfer(
    Caller(ctx): Caller,
    At(id): At<TransferId>,
    Body(body): Body<ReceptionBody>,
) -> Done {
    deeds::receive(&ctx, id, body.on.0).await?;
    DONE
}
