//! Everybody's accounts, as the office and the administrator keep them; and first use by a printed invitation.

use axum::{Json, extract::State};
use nennep_app::{
    App,
    accounts::{self, NewAccount},
};
use nennep_domain::ids::{AccountId, MemberId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done};
use crate::api::{
    Caller, Page,
    body::{Asked, At, Body},
    caller::Origin,
    paging,
    routes::Api,
    values::Moment,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_accounts, create_account))
        .with(routes!(close_account, reopen_account))
        .with(routes!(invite_account))
        .with(routes!(accept_invitation))
}

/// An account, without anything that proves its owner.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Account {
    /// Its id.
    pub id: Uuid,
    /// What its owner types to sign in.
    pub login: String,
    /// The owner's name.
    pub name: String,
    /// E-mail address for notices; may be empty.
    pub email: String,
    /// The member it belongs to, if the owner is one here.
    pub member: Option<Uuid>,
    /// Whether a password was set, by using an invitation.
    pub opened: bool,
    /// Whether a second factor is asked for.
    pub second_factor: bool,
    /// When it was made.
    pub created_at: Moment,
    /// When it was closed.
    pub closed_at: Option<Moment>,
}

impl From<&accounts::Account> for Account {
    fn from(account: &accounts::Account) -> Self {
        Self {
            id: account.id.0,
            login: account.login.clone(),
            name: account.name.clone(),
            email: account.email.clone(),
            member: account.member.map(|member| member.0),
            opened: account.password_hash.is_some(),
            second_factor: account.totp_confirmed_at.is_some(),
            created_at: account.created_at.into(),
            closed_at: account.disabled_at.map(Moment::from),
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Listing {
    /// At most so many lines, 1 to 200; 50 where nothing is said.
    limit: Option<u32>,
    /// The `next` of the page before.
    after: Option<String>,
}

/// Accounts by name.
#[utoipa::path(get, path = "/api/v1/accounts", tag = "accounts", params(Listing),
    responses((status = 200, body = Page<Account>)))]
async fn list_accounts(Caller(ctx): Caller, Asked(asked): Asked<Listing>) -> Answer<Page<Account>> {
    let limit = paging::limit(asked.limit)?;
    let after: Option<(String, AccountId)> = paging::after(asked.after.as_deref())?;
    let after = after.as_ref().map(|(name, id)| (name.as_str(), *id));
    let found = accounts::list(&ctx, after, limit + 1).await?;
    Ok(Json(Page::of(found, limit, |last| (last.name.clone(), last.id))))
}

/// An account to be made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AccountForm {
    /// What its owner will type to sign in; a login that is taken is refused.
    login: String,
    /// The owner's name.
    name: String,
    /// E-mail address for notices.
    #[serde(default)]
    email: String,
    /// The member it belongs to; a member who has an account keeps it, and its id is given.
    member: Option<Uuid>,
}

/// The account that was made.
#[derive(Serialize, ToSchema)]
struct MadeAccount {
    /// Its id.
    id: Uuid,
}

/// Makes an account without a password: an invitation opens it.
#[utoipa::path(post, path = "/api/v1/accounts", tag = "accounts", request_body = AccountForm,
    responses((status = 200, body = MadeAccount)))]
async fn create_account(Caller(ctx): Caller, Body(typed): Body<AccountForm>) -> Answer<MadeAccount> {
    let AccountForm { login, name, email, member } = typed;
    let new = NewAccount { login, name, email, member: member.map(MemberId) };
    Ok(Json(MadeAccount { id: accounts::create(&ctx, &new).await?.0 }))
}

/// Closes an account and ends its sessions; doing it twice is safe.
#[utoipa::path(post, path = "/api/v1/accounts/{account}/closing", tag = "accounts", responses((status = 204)))]
async fn close_account(Caller(ctx): Caller, At(account): At<AccountId>) -> Done {
    accounts::close(&ctx, account, true).await?;
    DONE
}

/// Opens a closed account again; doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/accounts/{account}/closing", tag = "accounts", responses((status = 204)))]
async fn reopen_account(Caller(ctx): Caller, At(account): At<AccountId>) -> Done {
    accounts::close(&ctx, account, false).await?;
    DONE
}

/// An invitation to be printed.
#[derive(Serialize, ToSchema)]
struct Invitation {
    /// The code; shown this once and kept nowhere.
    code: String,
    /// The account's login.
    login: String,
    /// The owner's name.
    name: String,
    /// Until when it works.
    expires_at: Moment,
}

/// Makes an invitation for an account; earlier unused ones stop working.
#[utoipa::path(post, path = "/api/v1/accounts/{account}/invitation", tag = "accounts",
    responses((status = 200, body = Invitation)))]
async fn invite_account(Caller(ctx): Caller, At(account): At<AccountId>) -> Answer<Invitation> {
    let printed = accounts::invite(&ctx, account).await?;
    let accounts::PrintedInvitation { code, login, name, expires_at } = printed;
    Ok(Json(Invitation { code, login, name, expires_at: expires_at.into() }))
}

/// The code of a printed invitation, with a password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct InvitationAcceptance {
    /// The code.
    code: String,
    /// The password to sign in with from now on.
    password: String,
}

/// Uses an invitation: sets the password and ends every session of the account.
#[utoipa::path(post, path = "/api/v1/invitations/acceptance", tag = "accounts", security(()),
    request_body = InvitationAcceptance, responses((status = 204)))]
async fn accept_invitation(
    State(app): State<App>,
    _: Origin,
    Body(typed): Body<InvitationAcceptance>,
) -> Done {
    accounts::accept(&app, &typed.code, &typed.password).await?;
    DONE
}
