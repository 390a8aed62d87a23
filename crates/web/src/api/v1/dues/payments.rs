//! Payments of dues, one by one or for several members at once, and receipts.

use axum::Json;
use nennep_app::dues as app;
use nennep_domain::ids::{MemberId, OrganisationId, ReceiptId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{PaymentWay, Receipt};
use crate::api::{
    Caller,
    body::{At, Body},
    routes::Api,
    v1::{Answer, Counted, DONE, Done},
    values::{Day, Month},
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(enter_payment))
        .with(routes!(enter_payments))
        .with(routes!(show_receipt))
        .with(routes!(withdraw_receipt))
}

/// Dues paid at one time.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PaymentBody {
    /// The member.
    member: Uuid,
    /// The first month it is for.
    from: Month,
    /// The last month it is for.
    to: Month,
    /// How many đồng: the oldest month is paid first, what is beyond belongs to the last.
    dong: i64,
    /// The day.
    paid_on: Day,
    /// How.
    way: PaymentWay,
    /// A word beside it.
    #[serde(default)]
    note: String,
}

/// Enters what a member paid in a cell; the same id sent twice is one payment.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/dues/payments/{receipt}", tag = "dues",
    request_body = PaymentBody, responses((status = 200, body = Receipt)))]
async fn enter_payment(
    Caller(ctx): Caller,
    At((cell, id)): At<(OrganisationId, ReceiptId)>,
    Body(body): Body<PaymentBody>,
) -> Answer<Receipt> {
    let payment = app::Payment {
        id,
        member: MemberId(body.member),
        from: body.from.0,
        to: body.to.0,
        dong: body.dong,
        paid_on: body.paid_on.0,
        way: body.way.0,
        note: body.note,
    };
    Ok(Json((&app::pay(&ctx, cell, &payment).await?).into()))
}

/// Who paid a month in full.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PaymentsBody {
    /// The members.
    members: Vec<Uuid>,
    /// The day.
    paid_on: Day,
    /// How.
    way: PaymentWay,
}

/// Enters for each of these members what is still open of the month; gives how many payments that were. Whoever owes nothing more
/// is passed over, so that sending it twice is safe.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/dues/{month}/payments", tag = "dues",
    request_body = PaymentsBody, responses((status = 200, body = Counted)))]
async fn enter_payments(
    Caller(ctx): Caller,
    At((cell, month)): At<(OrganisationId, Month)>,
    Body(body): Body<PaymentsBody>,
) -> Answer<Counted> {
    let members: Vec<MemberId> = body.members.into_iter().map(MemberId).collect();
    let entered = app::pay_all(&ctx, cell, month.0, &members, body.paid_on.0, body.way.0).await?;
    Ok(Json(Counted { count: entered.into() }))
}

/// One receipt, also one struck out.
#[utoipa::path(get, path = "/api/v1/receipts/{receipt}", tag = "dues", responses((status = 200, body = Receipt)))]
async fn show_receipt(Caller(ctx): Caller, At(id): At<ReceiptId>) -> Answer<Receipt> {
    Ok(Json((&app::receipt(&ctx, id).await?.receipt).into()))
}

/// Strikes a receipt out within a day, while its month is open; it keeps its number. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/receipts/{receipt}", tag = "dues", responses((status = 204)))]
async fn withdraw_receipt(Caller(ctx): Caller, At(id): At<ReceiptId>) -> Done {
    app::withdraw(&ctx, id).await?;
    DONE
}
