//! Who a cookie or a token belongs to, and what offices they hold today.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use nennep_domain::{
    accounts::permission::{Actor, Scope},
    ids::AccountId,
};
use nennep_store::{
    Tx,
    accounts::{self, Account},
    members, offices,
    sessions::{self, Session},
};

use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    keys::sha256,
    memory::Mark,
};

/// Somebody recognised: the request's context, and the account for greeting.
pub struct Known {
    /// The context in which the request is served.
    pub ctx: Ctx,
    /// The account.
    pub account: Account,
}

/// A session with whom it belongs to, as the store has it.
struct Seen {
    session: Session,
    actor: Actor,
    account: Account,
}

/// A session or token is noted as used at most this often.
const TOUCH_MINUTES: u32 = 5;

/// A new secret of 256 bits, in letters that fit a cookie and a header.
pub(super) fn new_secret(app: &App) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(app.chance.bytes::<32>())
}

/// Who the session cookie with this secret belongs to, and the state of the store in which that was seen; "signed out" if
/// it ended, ran out or never was.
#[boxed]
pub async fn recognise_session(app: &App, secret: &str) -> Result<(Known, Mark)> {
    let now = app.now();
    let hash = sha256(secret.as_bytes());
    let mut tx = app.store.read().await?;
    let key = format!("session {} {}", now.date(), BASE64_URL_SAFE_NO_PAD.encode(&hash));
    let mark = Mark::of(&mut tx).await?;
    let seen = app.memory().recall_at(&mark, &mut tx, key, async |tx: &mut Tx| {
        let session = sessions::find_by_token(tx, &hash).await?.ok_or(Error::SignedOut)?;
        let (actor, account) = actor(app, tx, session.account, Scope::Session).await?;
        Ok(Seen { session, actor, account })
    });
    let seen = seen.await?;
    drop(tx);
    let session = &seen.session;
    if session.ended_at.is_some() || session.expires_at <= now {
        return Err(Error::SignedOut);
    }
    if now.minutes_since(session.last_seen_at) >= TOUCH_MINUTES {
        let mut tx = app.store.write().await?;
        sessions::touch(&mut tx, session.id, now).await?;
        tx.commit().await?;
    }
    let ctx = app.acting_for(seen.actor.clone(), Some(session.id));
    Ok((Known { ctx, account: seen.account.clone() }, mark))
}

/// Who the API token belongs to, cut down to its scopes.
#[boxed]
pub async fn recognise_token(app: &App, secret: &str) -> Result<Known> {
    let now = app.now();
    let mut tx = app.store.read().await?;
    let token = sessions::find_token(&mut tx, &sha256(secret.as_bytes())).await?.ok_or(Error::SignedOut)?;
    if token.revoked_at.is_some() || token.expires_at <= now {
        return Err(Error::SignedOut);
    }
    let write = token.scopes.split(' ').any(|scope| scope == "write");
    let (actor, account) = actor(app, &mut tx, token.account, Scope::Token { write }).await?;
    drop(tx);
    if token.last_used_at.is_none_or(|used| now.minutes_since(used) >= TOUCH_MINUTES) {
        let mut tx = app.store.write().await?;
        sessions::touch_token(&mut tx, token.id, now).await?;
        tx.commit().await?;
    }
    Ok(Known { ctx: app.acting_for(actor, None), account })
}

/// The context of an account without any proof of who asks: for the command line, samples and tests.
#[boxed]
pub async fn recognise_account(app: &App, id: AccountId) -> Result<Ctx> {
    let (actor, _) = actor(app, &mut app.store.read().await?, id, Scope::Session).await?;
    Ok(app.acting_for(actor, None))
}

async fn actor(app: &App, tx: &mut Tx, id: AccountId, scope: Scope) -> Result<(Actor, Account)> {
    let account = accounts::find(tx, id)
        .await?
        .filter(|account| account.disabled_at.is_none())
        .ok_or(Error::SignedOut)?;
    let today = app.now().date();
    let offices = offices::held_by(tx, id, today).await?;
    let standings = match account.member {
        Some(member) => members::standings_of(tx, member).await?,
        None => Vec::new(),
    };
    let actor = Actor {
        account: Some(id),
        member: account.member,
        cells: standings.iter().filter(|one| one.holds_on(today)).map(|one| one.cell).collect(),
        offices: offices.into_iter().map(|term| (term.office, term.organisation)).collect(),
        scope,
    };
    Ok((actor, account))
}
