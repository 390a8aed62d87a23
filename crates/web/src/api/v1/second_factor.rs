//! One's second factor: drawn, confirmed with a first code, removed with the password.

use axum::Json;
use nennep_app::accounts;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

use super::{Answer, DONE, Done};
use crate::api::{Caller, body::Body, routes::Api};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(begin_second_factor))
        .with(routes!(confirm_second_factor))
        .with(routes!(remove_second_factor))
}

/// A second factor on its way in.
#[derive(Serialize, ToSchema)]
struct SecondFactor {
    /// The secret in letters, to be typed into the app.
    secret: String,
    /// The `otpauth://` address, to be drawn as a QR code.
    address: String,
}

/// Six digits.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Code {
    /// The digits the app shows.
    code: String,
}

/// The password once more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Password {
    /// The present password.
    password: String,
}

/// Draws a secret for one's second factor; it counts once confirmed.
#[utoipa::path(post, path = "/api/v1/account/second-factor", tag = "account",
    responses((status = 200, body = SecondFactor)))]
async fn begin_second_factor(Caller(ctx): Caller) -> Answer<SecondFactor> {
    let accounts::Enrolment { secret, address } = accounts::begin_totp(&ctx).await?;
    Ok(Json(SecondFactor { secret, address }))
}

/// Confirms one's second factor with a first code: from now on it is asked for.
#[utoipa::path(post, path = "/api/v1/account/second-factor/confirmation", tag = "account", request_body = Code,
    responses((status = 204)))]
async fn confirm_second_factor(Caller(ctx): Caller, Body(typed): Body<Code>) -> Done {
    accounts::confirm_totp(&ctx, &typed.code).await?;
    DONE
}

/// Removes one's second factor, with the password once more.
#[utoipa::path(post, path = "/api/v1/account/second-factor/removal", tag = "account", request_body = Password,
    responses((status = 204)))]
async fn remove_second_factor(Caller(ctx): Caller, Body(typed): Body<Password>) -> Done {
    accounts::remove_totp(&ctx, &typed.password).await?;
    DONE
}
