//! The second factor: six digits from an app on the phone (TOTP, RFC 6238).

use nennep_domain::problems::Sentence;
use nennep_store::accounts;
use totp_rs::{Builder, Secret, Totp};

use super::own_account::own_account;
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

const PURPOSE: &str = "totp";

/// A second factor on its way in: to be scanned or typed into the app, then confirmed with a first code.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// The secret in letters, for typing.
    pub secret: String,
    /// The `otpauth://` address, for a QR code.
    pub address: String,
}

fn totp(secret: Vec<u8>, login: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(secret)
        .with_account_name(login.replace(':', "."))
        .with_issuer(Some("Nền Nếp"))
        .build()
        .map_err(|error| Error::fault(error.to_string()))
}

/// The time step whose code was typed, if it is right now (or one step early or late).
pub(super) fn step_of(app: &App, sealed: &[u8], code: &str) -> Result<Option<i64>> {
    let secret = app.keys.open(PURPOSE, sealed).map_err(Error::fault)?;
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(app.now().timestamp().as_second()).unwrap_or(0);
    let step = totp(secret, "")?.check(&digits, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// Draws a new secret for the actor; it counts once confirmed. Until then the former second factor, if any, is gone.
#[boxed]
pub async fn begin_totp(ctx: &Ctx) -> Result<Enrolment> {
    let id = own_account(ctx)?;
    let secret = ctx.chance.bytes::<20>().to_vec();
    let mut tx = ctx.store.write().await?;
    let account = accounts::find(&mut tx, id).await?.ok_or(Error::SignedOut)?;
    if account.totp_confirmed_at.is_some() {
        return Err(Error::invalid("", Sentence::new("accounts-totp-exists")));
    }
    accounts::set_totp(&mut tx, id, Some(&ctx.keys.seal(&ctx.chance, PURPOSE, &secret)), None).await?;
    tx.commit().await?;
    enrolment(secret, &account.login)
}

fn enrolment(secret: Vec<u8>, login: &str) -> Result<Enrolment> {
    let letters = Secret::from(secret.clone()).to_base32();
    let totp = totp(secret, login)?;
    Ok(Enrolment {
        secret: letters,
        address: totp.to_url().map_err(|error| Error::fault(error.to_string()))?,
    })
}

/// The second factor that was begun and not confirmed yet: shown again after a code that was wrong.
#[boxed]
pub async fn pending_totp(ctx: &Ctx) -> Result<Enrolment> {
    let id = own_account(ctx)?;
    let account = accounts::find(&mut ctx.store.read().await?, id).await?.ok_or(Error::SignedOut)?;
    let sealed =
        account.totp_secret.filter(|_| account.totp_confirmed_at.is_none()).ok_or(Error::NotFound)?;
    enrolment(ctx.keys.open(PURPOSE, &sealed).map_err(Error::fault)?, &account.login)
}

/// Confirms the second factor with a first code: from now on it is asked for at sign-in.
#[boxed]
pub async fn confirm_totp(ctx: &Ctx, code: &str) -> Result<()> {
    let id = own_account(ctx)?;
    let mut tx = ctx.store.write().await?;
    let account = accounts::find(&mut tx, id).await?.ok_or(Error::SignedOut)?;
    let sealed = account.totp_secret.ok_or(Error::NotFound)?;
    if step_of(ctx, &sealed, code)?.is_none() {
        return Err(Error::invalid("code", Sentence::new("sign-in-code-wrong")));
    }
    accounts::set_totp(&mut tx, id, Some(&sealed), Some(ctx.now())).await?;
    events::record(&mut tx, ctx, Event::new("account.totp_confirmed").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Removes the second factor after the password was given once more.
#[boxed]
pub async fn remove_totp(ctx: &Ctx, password: &str) -> Result<()> {
    let id = own_account(ctx)?;
    let account = accounts::find(&mut ctx.store.read().await?, id).await?.ok_or(Error::SignedOut)?;
    if !super::password::verify(password, account.password_hash.as_deref()).await? {
        return Err(Error::invalid("password", Sentence::new("accounts-password-wrong")));
    }
    let mut tx = ctx.store.write().await?;
    accounts::set_totp(&mut tx, id, None, None).await?;
    events::record(&mut tx, ctx, Event::new("account.totp_removed").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}
