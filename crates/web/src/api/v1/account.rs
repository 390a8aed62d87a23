//! One's own account: signing in, sessions, the password, tokens.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use nennep_app::{
    App,
    accounts::{self, Attempt, NewToken},
};
use nennep_domain::ids::{SessionId, TokenId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, Counted, DONE, Done};
use crate::{
    api::{
        Caller,
        body::{At, Body},
        caller::Origin,
        problem::Problem,
        routes::Api,
        values::{Moment, words},
    },
    session,
};

words! {
    /// An office held in an organisation for a term.
    OfficeKind = nennep_domain::accounts::Office;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(get_own_account))
        .with(routes!(sign_in, list_own_sessions, end_other_own_sessions))
        .with(routes!(end_own_session))
        .with(routes!(change_own_password))
        .with(routes!(list_own_tokens, issue_own_token))
        .with(routes!(revoke_own_token))
}

/// Who is asking.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OwnAccount {
    /// The account.
    pub id: Uuid,
    /// What its owner types to sign in.
    pub login: String,
    /// The owner's name.
    pub name: String,
    /// The member it belongs to, if the owner is one here.
    pub member: Option<Uuid>,
    /// The cells the member stands in today.
    pub cells: Vec<Uuid>,
    /// The offices held today.
    pub offices: Vec<OwnOffice>,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
}

/// An office one holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OwnOffice {
    /// The office.
    pub office: OfficeKind,
    /// Where.
    pub organisation: Uuid,
}

/// Who is asking, and the offices that decide what they may.
#[utoipa::path(get, path = "/api/v1/account", tag = "account", responses((status = 200, body = OwnAccount)))]
async fn get_own_account(Caller(ctx): Caller) -> Answer<OwnAccount> {
    let account = accounts::own(&ctx).await?;
    let offices = ctx
        .actor
        .offices
        .iter()
        .map(|(office, place)| OwnOffice { office: (*office).into(), organisation: place.0 });
    Ok(Json(OwnAccount {
        id: account.id.0,
        login: account.login,
        name: account.name,
        member: account.member.map(|member| member.0),
        cells: ctx.actor.cells.iter().map(|cell| cell.0).collect(),
        offices: offices.collect(),
        second_factor: account.totp_confirmed_at.is_some(),
    }))
}

/// A session: somebody signed in on a device.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// The device, as its browser tells it.
    pub device: String,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to five minutes.
    pub last_seen_at: Moment,
    /// When it runs out.
    pub expires_at: Moment,
    /// Whether this request was made in it.
    pub present: bool,
}

impl From<&accounts::Session> for Session {
    fn from(session: &accounts::Session) -> Self {
        Self {
            id: session.id.0,
            device: session.device.clone(),
            created_at: session.created_at.into(),
            last_seen_at: session.last_seen_at.into(),
            expires_at: session.expires_at.into(),
            present: false,
        }
    }
}

/// What one signs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Credentials {
    /// The login.
    login: String,
    /// The password.
    password: String,
    /// The six digits of the second factor, where it is on.
    #[serde(default)]
    code: String,
}

/// Until when the new session lasts.
#[derive(Serialize, ToSchema)]
struct SignedIn {
    /// When it runs out.
    expires_at: Moment,
}

/// Signs in: the answer sets the session's cookie. For programs, issue a token with it and sign out.
#[utoipa::path(post, path = "/api/v1/account/sessions", tag = "account", security(()), request_body = Credentials,
    responses((status = 200, body = SignedIn)))]
async fn sign_in(
    State(app): State<App>,
    Origin(origin): Origin,
    headers: HeaderMap,
    Body(typed): Body<Credentials>,
) -> Result<Response, Problem> {
    let device = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let Credentials { login, password, code } = &typed;
    let attempt = Attempt { login, password, code, origin: &origin, device };
    let signed_in = accounts::sign_in(&app, attempt).await?;
    let cookie = session::cookie_of(&signed_in, app.now(), app.address.starts_with("https:"));
    let told = Json(SignedIn { expires_at: signed_in.expires_at.into() });
    Ok(session::with_cookie(told.into_response(), cookie))
}

/// One's open sessions, latest first.
#[utoipa::path(get, path = "/api/v1/account/sessions", tag = "account", responses((status = 200, body = [Session])))]
async fn list_own_sessions(Caller(ctx): Caller) -> Answer<Vec<Session>> {
    let open = accounts::sessions(&ctx).await?;
    let shown = |one: &accounts::Session| Session { present: ctx.session == Some(one.id), ..one.into() };
    Ok(Json(open.iter().map(shown).collect()))
}

/// Ends all one's sessions but the present one.
#[utoipa::path(delete, path = "/api/v1/account/sessions", tag = "account",
    responses((status = 200, body = Counted)))]
async fn end_other_own_sessions(Caller(ctx): Caller) -> Answer<Counted> {
    Ok(Json(Counted { count: accounts::end_other_sessions(&ctx).await? }))
}

/// Ends one of one's sessions; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/account/sessions/{session}", tag = "account", responses((status = 204)))]
async fn end_own_session(Caller(ctx): Caller, At(session): At<SessionId>) -> Done {
    accounts::end_session(&ctx, session).await?;
    DONE
}

/// A new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PasswordChange {
    /// The present one.
    present: String,
    /// The new one.
    new: String,
}

/// Changes one's password; all other sessions end.
#[utoipa::path(put, path = "/api/v1/account/password", tag = "account", request_body = PasswordChange,
    responses((status = 204)))]
async fn change_own_password(Caller(ctx): Caller, Body(typed): Body<PasswordChange>) -> Done {
    accounts::change_password(&ctx, &typed.present, &typed.new).await?;
    DONE
}

/// A token for programs, without its secret.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Token {
    /// Its id.
    pub id: Uuid,
    /// What it is for.
    pub name: String,
    /// Whether it may change things.
    pub write: bool,
    /// When it was issued.
    pub created_at: Moment,
    /// When it runs out.
    pub expires_at: Moment,
    /// When it was last used.
    pub last_used_at: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl From<&accounts::Token> for Token {
    fn from(token: &accounts::Token) -> Self {
        Self {
            id: token.id.0,
            name: token.name.clone(),
            write: token.scopes.split(' ').any(|scope| scope == "write"),
            created_at: token.created_at.into(),
            expires_at: token.expires_at.into(),
            last_used_at: token.last_used_at.map(Moment::from),
            revoked_at: token.revoked_at.map(Moment::from),
        }
    }
}

/// A token to be issued.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenForm {
    /// What it is for.
    name: String,
    /// Whether it may change things.
    #[serde(default)]
    write: bool,
    /// For how many days it works, 1 to 366.
    #[schema(minimum = 1, maximum = 366)]
    days: u16,
}

/// A new token. Its secret is shown this once and kept nowhere.
#[derive(Serialize, ToSchema)]
struct IssuedToken {
    /// Its id.
    id: Uuid,
    /// The secret, to be sent as `Authorization: Bearer nn_…`.
    secret: String,
    /// When it runs out.
    expires_at: Moment,
}

/// One's tokens, newest first.
#[utoipa::path(get, path = "/api/v1/account/tokens", tag = "account", responses((status = 200, body = [Token])))]
async fn list_own_tokens(Caller(ctx): Caller) -> Answer<Vec<Token>> {
    Ok(Json(accounts::tokens(&ctx).await?.iter().map(Token::from).collect()))
}

/// Issues a token with one's own rights, or with the right to read only.
#[utoipa::path(post, path = "/api/v1/account/tokens", tag = "account", request_body = TokenForm,
    responses((status = 200, body = IssuedToken)))]
async fn issue_own_token(Caller(ctx): Caller, Body(typed): Body<TokenForm>) -> Answer<IssuedToken> {
    let new = NewToken { name: typed.name, write: typed.write, days: typed.days };
    let (id, secret, expires_at) = accounts::issue_token(&ctx, &new).await?;
    Ok(Json(IssuedToken { id: id.0, secret, expires_at: expires_at.into() }))
}

/// Revokes one of one's tokens; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/account/tokens/{token}", tag = "account", responses((status = 204)))]
async fn revoke_own_token(Caller(ctx): Caller, At(token): At<TokenId>) -> Done {
    accounts::revoke_token(&ctx, token).await?;
    DONE
}
