//! Closing months, good reasons, sending up and receiving.

use nennep_app::dues as app;
use nennep_domain::ids::{MemberId, OrganisationId, RemittanceId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{DONE, Done},
    values::{Day, Month},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(close_dues))
        .with(routes!(open_dues_again))
        .with(routes!(excuse_dues))
        .with(routes!(take_dues_excuse_away))
        .with(routes!(send_dues))
        .with(routes!(withdraw_sent_dues))
        .with(routes!(receive_dues))
        .with(routes!(take_dues_reception_back))
}

/// Closes a month of a cell's dues book: its figures stand from then on. Doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/dues/{month}/closure", tag = "dues",
    responses((status = 204)))]
async fn close_dues(Caller(ctx): Caller, At((cell, month)): At<(OrganisationId, Month)>) -> Done {
    app::close(&ctx, cell, month.0).await?;
    DONE
}

/// Opens the last closed month again, within a day and while nothing of it was sent up. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/dues/{month}/closure", tag = "dues",
    responses((status = 204)))]
async fn open_dues_again(Caller(ctx): Caller, At((cell, month)): At<(OrganisationId, Month)>) -> Done {
    app::open_again(&ctx, cell, month.0).await?;
    DONE
}

/// Why nothing was paid.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ExcuseBody {
    /// The good reason.
    reason: String,
}

/// Notes the good reason why a member paid nothing for a month, which does not count as unpaid then.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/dues/{month}/excuses/{member}", tag = "dues",
    request_body = ExcuseBody, responses((status = 204)))]
async fn excuse_dues(
    Caller(ctx): Caller,
    At((cell, month, member)): At<(OrganisationId, Month, MemberId)>,
    Body(body): Body<ExcuseBody>,
) -> Done {
    app::excuse(&ctx, cell, month.0, member, &body.reason).await?;
    DONE
}

/// Takes the reason away; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/dues/{month}/excuses/{member}", tag = "dues",
    responses((status = 204)))]
async fn take_dues_excuse_away(
    Caller(ctx): Caller,
    At((cell, month, member)): At<(OrganisationId, Month, MemberId)>,
) -> Done {
    app::unexcuse(&ctx, cell, month.0, member).await?;
    DONE
}

/// What a cell sends up.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RemittanceBody {
    /// How many đồng.
    dong: i64,
    /// The day.
    sent_on: Day,
    /// A word beside it.
    #[serde(default)]
    note: String,
}

/// Enters what a cell sent up of a closed month; the same id sent twice is one.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/dues/{month}/remittances/{remittance}", tag = "dues",
    request_body = RemittanceBody, responses((status = 204)))]
async fn send_dues(
    Caller(ctx): Caller,
    At((cell, month, id)): At<(OrganisationId, Month, RemittanceId)>,
    Body(body): Body<RemittanceBody>,
) -> Done {
    let sent = app::Remitting { id, dong: body.dong, sent_on: body.sent_on.0, note: body.note };
    app::remit(&ctx, cell, month.0, &sent).await?;
    DONE
}

/// Withdraws what was entered as sent, while it was not received. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/dues/{month}/remittances/{remittance}", tag = "dues",
    responses((status = 204)))]
async fn withdraw_sent_dues(
    Caller(ctx): Caller,
    At((cell, _, id)): At<(OrganisationId, Month, RemittanceId)>,
) -> Done {
    app::withdraw_remittance(&ctx, cell, id).await?;
    DONE
}

/// What the committee received.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct DuesReceptionBody {
    /// How many đồng; it may be less than was sent.
    dong: i64,
    /// The day.
    on: Day,
}

/// Notes what the committee received of what a cell sent. Doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/remittances/{remittance}/reception", tag = "dues", request_body = DuesReceptionBody,
    responses((status = 204)))]
async fn receive_dues(
    Caller(ctx): Caller,
    At(id): At<RemittanceId>,
    Body(body): Body<DuesReceptionBody>,
) -> Done {
    app::receive(&ctx, id, body.dong, body.on.0).await?;
    DONE
}

/// Takes back that it was received, within a day. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/remittances/{remittance}/reception", tag = "dues", responses((status = 204)))]
async fn take_dues_reception_back(Caller(ctx): Caller, At(id): At<RemittanceId>) -> Done {
    app::take_reception_back(&ctx, id).await?;
    DONE
}
