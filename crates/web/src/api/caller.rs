//! Who asks: a token in `Authorization: Bearer`, or the session's cookie. A token that may only read does no deed.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{header, request::Parts},
};
use nennep_app::{App, Ctx, Error, accounts};
use nennep_domain::accounts::permission::Scope;

use super::{
    limits::{Limits, Who},
    problem::{Kind, Problem},
};

/// Whoever asks, recognised.
pub struct Caller(pub Ctx);

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let limits = parts.extensions.get::<Limits>().cloned().unwrap_or_default();
        let ctx = match recognise(parts, app).await {
            Ok(ctx) => ctx,
            Err(problem) => {
                limits.count(&Who::Unknown(origin(parts)), app.now())?;
                return Err(problem);
            }
        };
        limits.count(&Who::of(&ctx), app.now())?;
        if ctx.actor.scope == (Scope::Token { write: false }) && !parts.method.is_safe() {
            return Err(Problem::new(Kind::ReadOnly));
        }
        Ok(Self(ctx))
    }
}

async fn recognise(parts: &Parts, app: &App) -> Result<Ctx, Problem> {
    let Some(authorization) = parts.headers.get(header::AUTHORIZATION) else {
        return parts.extensions.get::<Ctx>().cloned().ok_or(Problem::new(Kind::SignedOut));
    };
    let secret = authorization.to_str().ok().and_then(|text| text.split_once(' '));
    let secret = secret.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let (_, secret) = secret.ok_or_else(Problem::unknown_token)?;
    match accounts::recognise_token(app, secret.trim()).await {
        Ok(known) => Ok(known.ctx),
        Err(Error::SignedOut) => Err(Problem::unknown_token()),
        Err(other) => Err(other.into()),
    }
}

/// Where a request comes from, for deeds that are open to everybody. Such requests are counted by address.
pub(super) struct Origin(pub(super) String);

impl FromRequestParts<App> for Origin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let limits = parts.extensions.get::<Limits>().cloned().unwrap_or_default();
        limits.count(&Who::Unknown(origin(parts)), app.now())?;
        Ok(Self(origin(parts)))
    }
}

/// The address of the connection; empty where the server does not tell.
fn origin(parts: &Parts) -> String {
    let from = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    from.map_or_else(String::new, |ConnectInfo(address)| address.ip().to_string())
}
