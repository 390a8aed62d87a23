//! Accounts as the office and the administrator keep them: made, listed, closed; never looked into.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{AccountId, MemberId},
    names,
    problems::{Problems, Sentence},
};
use nennep_store::{
    WriteTx,
    accounts::{self, Account},
    members, sessions,
};

use super::{look::kept, place::place_of};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// An account to be made.
#[derive(Debug, Clone, Default)]
pub struct NewAccount {
    /// What its owner will type to sign in; made from the name if empty.
    pub login: String,
    /// The owner's name.
    pub name: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// The member it belongs to, if any.
    pub member: Option<MemberId>,
}

/// Makes an account without a password: an invitation opens it. A login that is taken gets a number.
#[boxed]
pub async fn create(ctx: &Ctx, new: &NewAccount) -> Result<AccountId> {
    let name = names::tidy(&new.name);
    let wanted =
        if new.login.trim().is_empty() { accounts::login_key(&name) } else { new.login.trim().to_owned() };
    check(&name, &wanted)?;
    let mut tx = ctx.store.write().await?;
    let mut account =
        Account { email: new.email.trim().to_owned(), ..fresh(ctx, wanted.clone(), name, new.member) };
    let place = place_of(ctx, &mut tx, &account).await?;
    let resource = place.as_ref().map_or(Resource::installation(), Resource::at);
    ctx.must(Action::KeepAccounts, &resource, Action::KeepAccounts)?;
    if let Some(member) = new.member
        && let Some(existing) = accounts::find_by_member(&mut tx, member).await?
    {
        return Ok(existing.id);
    }
    let may_number = new.login.trim().is_empty();
    if !add(&mut tx, &mut account, may_number).await? {
        return Err(Error::invalid("login", Sentence::new("accounts-login-taken").with("login", wanted)));
    }
    events::record(&mut tx, ctx, Event::new("account.made").to(account.id.0)).await?;
    tx.commit().await?;
    Ok(account.id)
}

/// An account that nobody used yet.
fn fresh(ctx: &Ctx, login: String, name: String, member: Option<MemberId>) -> Account {
    Account {
        id: AccountId(ctx.new_id()),
        login,
        name,
        email: String::new(),
        member,
        password_hash: None,
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        created_at: ctx.now(),
        disabled_at: None,
    }
}

/// Adds the account; a login that is taken gets a number where it may. `false`: it is taken and may not.
async fn add(tx: &mut WriteTx, account: &mut Account, may_number: bool) -> Result<bool> {
    let wanted = account.login.clone();
    let mut number = 1;
    while !accounts::insert(tx, account).await? {
        if !may_number {
            return Ok(false);
        }
        number += 1;
        account.login = format!("{wanted}{number}");
    }
    Ok(true)
}

/// Makes an account for a member who has none; its login follows from the name.
pub(super) async fn add_for(ctx: &Ctx, tx: &mut WriteTx, member: MemberId, name: &str) -> Result<Account> {
    let mut account = fresh(ctx, accounts::login_key(name), name.to_owned(), Some(member));
    add(tx, &mut account, true).await?;
    events::record(tx, ctx, Event::new("account.made").to(account.id.0)).await?;
    Ok(account)
}

fn check(name: &str, login: &str) -> Result<()> {
    let mut problems = Problems::default();
    if name.is_empty() || name.chars().count() > 100 {
        problems.add("name", Sentence::new("accounts-name-length"));
    }
    let key = accounts::login_key(login);
    if key.len() < 3 || key.len() > 60 || login.chars().count() > 60 {
        problems.add("login", Sentence::new("accounts-login-length"));
    }
    if problems.0.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Accounts by name after `after`, at most `limit`.
#[boxed]
pub async fn list(ctx: &Ctx, after: Option<(&str, AccountId)>, limit: u32) -> Result<Vec<Account>> {
    let holds_office = ctx.actor.holds(nennep_domain::accounts::Office::OrganisationOffice);
    if !holds_office {
        ctx.must(Action::KeepAccounts, &Resource::installation(), Action::KeepAccounts)?;
    }
    Ok(accounts::list(&mut ctx.store.read().await?, after, limit).await?)
}

/// Closes an account and ends its sessions, or opens it again; doing it twice is safe.
#[boxed]
pub async fn close(ctx: &Ctx, id: AccountId, closed: bool) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let account = kept(ctx, &mut tx, id).await?;
    if ctx.actor.account == Some(id) {
        return Err(Error::invalid("", Sentence::new("accounts-close-own")));
    }
    if account.disabled_at.is_some() != closed {
        accounts::set_disabled(&mut tx, id, closed.then(|| ctx.now())).await?;
        sessions::end_others(&mut tx, id, None, ctx.now()).await?;
        let kind = if closed { "account.closed" } else { "account.opened" };
        events::record(&mut tx, ctx, Event::new(kind).to(id.0)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The name an account of a member is made under, for those who keep accounts of the member's cell.
#[boxed]
pub async fn name_for(ctx: &Ctx, member: MemberId) -> Result<String> {
    let mut tx = ctx.store.read().await?;
    let place = members::home_place(&mut tx, member, ctx.now().date()).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepAccounts, &Resource::at(&place), Action::KeepAccounts)?;
    let member = members::find(&mut tx, member).await?.ok_or(Error::NotFound)?;
    Ok(member.profile.full_name)
}
