//! Accounts as those who keep them look at them: found by name, one with its offices, sessions and tokens; and what can be
//! ended for its owner. What an account sees is not seen here.

use nennep_domain::{
    accounts::{
        Office, OfficeTerm,
        permission::{Action, Resource},
    },
    ids::{AccountId, OrganisationId, SessionId, TokenId},
    organisations::{Organisation, Place},
};
use nennep_store::{
    Tx,
    accounts::{self, Account, Filter},
    offices, organisations,
    sessions::{self, Session, Token},
};

use super::place::place_of;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::opens_file,
};

/// What [`search`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search<'a> {
    /// Only those whose name or login holds these words.
    pub words: &'a str,
    /// Only those that were never used.
    pub unused: bool,
    /// Only those that were closed.
    pub closed: bool,
    /// Continue after the account with this folded name and id.
    pub after: Option<(&'a str, AccountId)>,
    /// At most so many.
    pub limit: u32,
}

/// The organisations whose accounts the asker keeps; `None`: all there are.
fn kept_within(ctx: &Ctx) -> Result<Option<Vec<OrganisationId>>> {
    if ctx.may(Action::KeepAccounts, &Resource::installation()) {
        return Ok(None);
    }
    let within: Vec<_> = ctx.actor.places_of(&[Office::OrganisationOffice]).collect();
    let place = |id: OrganisationId| Place { organisation: id, above: Vec::new() };
    let keeps = within.iter().any(|id| ctx.may(Action::KeepAccounts, &Resource::at(&place(*id))));
    if keeps { Ok(Some(within)) } else { Err(Error::NotFound) }
}

/// Whether the asker keeps accounts anywhere.
pub fn keeps_accounts(ctx: &Ctx) -> bool {
    kept_within(ctx).is_ok()
}

/// Accounts by name, for those who keep them: the machine's keeper all, an organisation's office those of its people.
#[boxed]
pub async fn search<'a>(ctx: &'a Ctx, asked: Search<'a>) -> Result<Vec<Account>> {
    let within = kept_within(ctx)?;
    let filter = Filter {
        within: within.as_deref(),
        words: asked.words,
        unused: asked.unused,
        closed: asked.closed,
        after: asked.after,
    };
    Ok(accounts::search(&mut ctx.store.read().await?, filter, asked.limit).await?)
}

/// One account as those who keep it see it.
#[derive(Debug, Clone)]
pub struct AccountView {
    /// The account.
    pub account: Account,
    /// Every office held, latest first.
    pub offices: Vec<OfficeTerm>,
    /// The organisations those are held in.
    pub organisations: Vec<Organisation>,
    /// Open sessions, latest first.
    pub sessions: Vec<Session>,
    /// Tokens that were not revoked, newest first.
    pub tokens: Vec<Token>,
    /// Whether the asker may open the file of the member whose account it is.
    pub opens_file: bool,
}

/// The account, if the asker keeps it.
pub(super) async fn kept(ctx: &Ctx, tx: &mut Tx, id: AccountId) -> Result<Account> {
    let account = accounts::find(tx, id).await?.ok_or(Error::NotFound)?;
    if ctx.may(Action::KeepAccounts, &Resource::installation()) {
        return Ok(account);
    }
    if let Some(place) = place_of(ctx, tx, &account).await? {
        ctx.must(Action::KeepAccounts, &Resource::at(&place), Action::KeepAccounts)?;
        return Ok(account);
    }
    // Whoever is no member here belongs where an office is held.
    for term in offices::of_account(tx, id).await? {
        let place = organisations::place(tx, term.organisation).await?;
        if place.is_some_and(|place| ctx.may(Action::KeepAccounts, &Resource::at(&place))) {
            return Ok(account);
        }
    }
    Err(Error::NotFound)
}

/// An account with its offices, sessions and tokens.
#[boxed]
pub async fn show(ctx: &Ctx, id: AccountId) -> Result<AccountView> {
    let mut tx = ctx.store.read().await?;
    let account = kept(ctx, &mut tx, id).await?;
    let offices = offices::of_account(&mut tx, id).await?;
    let opens_file = match account.member {
        Some(member) => opens_file(ctx, &mut tx, member).await?,
        None => false,
    };
    let mut named: Vec<_> = offices.iter().map(|term| term.organisation).collect();
    named.sort_unstable();
    named.dedup();
    Ok(AccountView {
        organisations: organisations::find_many(&mut tx, &named).await?,
        sessions: sessions::list_open(&mut tx, id, ctx.now()).await?,
        tokens: sessions::list_tokens(&mut tx, id).await?,
        offices,
        opens_file,
        account,
    })
}

/// Ends one open session of an account, or all of them (`None`); doing it twice is safe.
#[boxed]
pub async fn end_sessions_of(ctx: &Ctx, id: AccountId, session: Option<SessionId>) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    kept(ctx, &mut tx, id).await?;
    match session {
        Some(session) => {
            sessions::end(&mut tx, id, session, ctx.now()).await?;
        }
        None => {
            sessions::end_others(&mut tx, id, None, ctx.now()).await?;
        }
    }
    events::record(&mut tx, ctx, Event::new("session.ended_for_owner").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Revokes a token of an account; doing it twice is safe.
#[boxed]
pub async fn revoke_token_of(ctx: &Ctx, id: AccountId, token: TokenId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    kept(ctx, &mut tx, id).await?;
    if sessions::revoke_token(&mut tx, id, token, ctx.now()).await? {
        let event = Event::new("token.revoked_for_owner").to(id.0).with("token", token.to_string());
        events::record(&mut tx, ctx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}
