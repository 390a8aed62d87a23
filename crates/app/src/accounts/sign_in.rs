//! Signing in and out. Guessing is slowed by login and origin together, so that nobody can lock another out.

use nennep_domain::{
    ids::SessionId,
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{
    accounts::{self, Account},
    sessions::{self, Session},
};

use super::{actor::new_secret, own_account::own_account, password, totp};
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    keys::sha256,
};

/// An attempt to sign in.
#[derive(Debug, Clone, Copy)]
pub struct Attempt<'a> {
    /// The login as typed.
    pub login: &'a str,
    /// The password as typed.
    pub password: &'a str,
    /// The code of the second factor as typed; may be empty.
    pub code: &'a str,
    /// Where the attempt comes from: the address of the connection.
    pub origin: &'a str,
    /// The device, as the browser tells it.
    pub device: &'a str,
}

/// A new session.
#[derive(Debug)]
pub struct SignedIn {
    /// The secret for the cookie; kept nowhere else.
    pub secret: String,
    /// Until when the session lasts.
    pub expires_at: Instant,
}

/// Failed attempts that cost nothing: fingers slip.
const FREE_FAILURES: u32 = 4;
/// The longest wait between attempts.
const LONGEST_WAIT_SECONDS: i64 = 15 * 60;
/// Failures older than this are forgotten.
const MEMORY_MINUTES: i64 = 24 * 60;
/// How long a session lasts.
const SESSION_MINUTES: i64 = 30 * 24 * 60;

#[derive(Debug, thiserror::Error)]
enum CannotSignIn {
    #[error("login or password is wrong")]
    Wrong,
    #[error("a code of the second factor is needed")]
    CodeNeeded,
    #[error("the code of the second factor is wrong or was used")]
    CodeWrong,
    #[error("too many attempts; {seconds} s to wait")]
    Wait { seconds: i64 },
}

impl Refusal for CannotSignIn {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Wrong => Sentence::new("sign-in-wrong"),
            Self::CodeNeeded => Sentence::new("sign-in-code-needed"),
            Self::CodeWrong => Sentence::new("sign-in-code-wrong"),
            Self::Wait { seconds } => Sentence::new("sign-in-wait").with("minutes", (seconds + 59) / 60),
        }
    }

    fn wait_seconds(&self) -> Option<u32> {
        if let Self::Wait { seconds } = self { u32::try_from(*seconds).ok() } else { None }
    }
}

/// Seconds to wait after `failures` in a row: 0 for the first few, then doubling from 5 s to a quarter of an hour.
fn wait_seconds(failures: u32) -> i64 {
    match failures.saturating_sub(FREE_FAILURES) {
        0 => 0,
        n => 5_i64.saturating_mul(1 << n.min(20).saturating_sub(1)).min(LONGEST_WAIT_SECONDS),
    }
}

/// Signs in: gives a session, or says in one sentence what is wrong without telling which logins exist.
#[boxed]
pub async fn sign_in<'a>(app: &'a App, attempt: Attempt<'a>) -> Result<SignedIn> {
    let key = accounts::login_key(attempt.login);
    let now = app.now();
    let mut tx = app.store.read().await?;
    let failures = sessions::failures(&mut tx, &key, attempt.origin).await?;
    let account = accounts::find_by_login(&mut tx, attempt.login).await?;
    drop(tx);
    if let Some((count, last)) = failures {
        let until = last.plus_seconds(wait_seconds(count));
        // A clock set back must not make the wait endless.
        if now < until && last <= now {
            let seconds = until.timestamp().as_second() - now.timestamp().as_second();
            return Err(Error::refused(CannotSignIn::Wait { seconds }));
        }
    }
    let open = account.filter(|account| account.disabled_at.is_none());
    let hash = open.as_ref().and_then(|account| account.password_hash.as_deref());
    let proven = password::verify(attempt.password, hash).await?;
    match open.filter(|_| proven) {
        Some(account) => match second_factor(app, &account, attempt.code).await? {
            Ok(()) => begin(app, &account, &key, attempt).await,
            Err(refusal) => fail(app, &key, attempt.origin, refusal).await,
        },
        None => fail(app, &key, attempt.origin, CannotSignIn::Wrong).await,
    }
}

async fn second_factor(app: &App, account: &Account, code: &str) -> Result<Result<(), CannotSignIn>> {
    let (Some(sealed), Some(_)) = (&account.totp_secret, account.totp_confirmed_at) else {
        return Ok(Ok(()));
    };
    if code.trim().is_empty() {
        return Ok(Err(CannotSignIn::CodeNeeded));
    }
    let Some(step) = totp::step_of(app, sealed, code)? else { return Ok(Err(CannotSignIn::CodeWrong)) };
    let mut tx = app.store.write().await?;
    let fresh = accounts::use_totp_step(&mut tx, account.id, step).await?;
    tx.commit().await?;
    Ok(if fresh { Ok(()) } else { Err(CannotSignIn::CodeWrong) })
}

async fn fail(app: &App, key: &str, origin: &str, refusal: CannotSignIn) -> Result<SignedIn> {
    if !matches!(refusal, CannotSignIn::CodeNeeded) {
        let mut tx = app.store.write().await?;
        sessions::add_failure(&mut tx, key, origin, app.now()).await?;
        tx.commit().await?;
    }
    Err(Error::refused(refusal))
}

async fn begin(app: &App, account: &Account, key: &str, attempt: Attempt<'_>) -> Result<SignedIn> {
    let secret = new_secret(app);
    let now = app.now();
    let expires_at = now.plus_minutes(SESSION_MINUTES);
    let session = Session {
        id: SessionId(app.new_id()),
        account: account.id,
        token_hash: sha256(secret.as_bytes()),
        device: attempt.device.chars().take(200).collect(),
        created_at: now,
        last_seen_at: now,
        expires_at,
        ended_at: None,
    };
    let mut tx = app.store.write().await?;
    sessions::insert(&mut tx, &session).await?;
    sessions::clear_failures(&mut tx, key, attempt.origin, now.plus_minutes(-MEMORY_MINUTES)).await?;
    let mut ctx = app.as_system();
    ctx.actor.account = Some(account.id);
    events::record(&mut tx, &ctx, Event::new("session.began").to(account.id.0)).await?;
    tx.commit().await?;
    Ok(SignedIn { secret, expires_at })
}

/// Ends the session in which it is asked; doing it twice is safe.
#[boxed]
pub async fn sign_out(ctx: &Ctx) -> Result<()> {
    match ctx.session {
        Some(session) => end_session(ctx, session).await,
        None => Ok(()),
    }
}

/// The actor's open sessions, latest first.
#[boxed]
pub async fn sessions(ctx: &Ctx) -> Result<Vec<Session>> {
    let id = own_account(ctx)?;
    Ok(sessions::list_open(&mut ctx.store.read().await?, id, ctx.now()).await?)
}

/// Ends one of the actor's sessions; doing it twice is safe.
#[boxed]
pub async fn end_session(ctx: &Ctx, session: SessionId) -> Result<()> {
    let id = own_account(ctx)?;
    let mut tx = ctx.store.write().await?;
    if sessions::end(&mut tx, id, session, ctx.now()).await? {
        events::record(&mut tx, ctx, Event::new("session.ended").to(id.0)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends all the actor's sessions but the present one; gives how many.
#[boxed]
pub async fn end_other_sessions(ctx: &Ctx) -> Result<u64> {
    let id = own_account(ctx)?;
    let mut tx = ctx.store.write().await?;
    let ended = sessions::end_others(&mut tx, id, ctx.session, ctx.now()).await?;
    events::record(&mut tx, ctx, Event::new("session.others_ended").to(id.0).with("count", ended)).await?;
    tx.commit().await?;
    Ok(ended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_grows_and_stays_bearable() {
        assert_eq!((0..=4).map(wait_seconds).collect::<Vec<_>>(), [0; 5]);
        assert_eq!((5..=8).map(wait_seconds).collect::<Vec<_>>(), [5, 10, 20, 40]);
        assert_eq!(wait_seconds(u32::MAX), LONGEST_WAIT_SECONDS);
    }
}
