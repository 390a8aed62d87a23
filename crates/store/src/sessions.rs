//! Sessions and tokens: how a signed-in person or a program is known again, and failed attempts to be so.

use nennep_domain::{
    ids::{AccountId, SessionId, TokenId},
    time::Instant,
};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, maybe_at},
    error::Result,
};

/// A signed-in session.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub account: AccountId,
    /// SHA-256 of the token in the cookie.
    pub token_hash: Vec<u8>,
    /// The device, as the browser tells it.
    pub device: String,
    /// When it began.
    pub created_at: Instant,
    /// When it was last used, to some minutes.
    pub last_seen_at: Instant,
    /// When it ends by itself.
    pub expires_at: Instant,
    /// When it was ended.
    pub ended_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct SessionRow {
    id: Uuid,
    account_id: Uuid,
    token_hash: Vec<u8>,
    device: String,
    created_at: At,
    last_seen_at: At,
    expires_at: At,
    ended_at: Option<At>,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: SessionId(row.id),
            account: AccountId(row.account_id),
            token_hash: row.token_hash,
            device: row.device,
            created_at: row.created_at.0,
            last_seen_at: row.last_seen_at.0,
            expires_at: row.expires_at.0,
            ended_at: row.ended_at.map(|at| at.0),
        }
    }
}

/// Begins a session.
pub async fn insert(tx: &mut WriteTx, session: &Session) -> Result<()> {
    run!(tx, sqlx::query(
        "insert into sessions (id, account_id, token_hash, device, created_at, last_seen_at, expires_at, ended_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)"
    )
    .bind(session.id.0)
    .bind(session.account.0)
    .bind(&session.token_hash)
    .bind(&session.device)
    .bind(At(session.created_at))
    .bind(At(session.last_seen_at))
    .bind(At(session.expires_at))
    .bind(maybe_at(session.ended_at)))?;
    Ok(())
}

/// The session whose token has this hash, ended or not.
pub async fn find_by_token(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<Session>> {
    let row: Option<SessionRow> = on_both!(tx, |c| sqlx::query_as(
        "select id, account_id, token_hash, device, created_at, last_seen_at, expires_at, ended_at
         from sessions where token_hash = $1"
    )
    .bind(token_hash)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(Session::from))
}

/// The sessions of an account that have not ended, latest first.
pub async fn list_open(tx: &mut Tx, account: AccountId, now: Instant) -> Result<Vec<Session>> {
    let rows: Vec<SessionRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, account_id, token_hash, device, created_at, last_seen_at, expires_at, ended_at from sessions
         where account_id = $1 and ended_at is null and expires_at > $2 order by last_seen_at desc, id desc limit 100"
    )
    .bind(account.0)
    .bind(At(now))
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Notes that a session was used.
pub async fn touch(tx: &mut WriteTx, id: SessionId, at: Instant) -> Result<()> {
    run!(
        tx,
        sqlx::query("update sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2")
            .bind(id.0)
            .bind(At(at))
    )?;
    Ok(())
}

/// Ends one session of an account. `false`: it was not open, or not the account's.
pub async fn end(tx: &mut WriteTx, account: AccountId, id: SessionId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update sessions set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null"
        )
        .bind(id.0)
        .bind(account.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Ends all sessions of an account but `keep`; gives how many.
pub async fn end_others(
    tx: &mut WriteTx,
    account: AccountId,
    keep: Option<SessionId>,
    at: Instant,
) -> Result<u64> {
    Ok(run!(
        tx,
        sqlx::query(
            "update sessions set ended_at = $3 where account_id = $1 and id <> $2 and ended_at is null"
        )
        .bind(account.0)
        .bind(keep.map_or(Uuid::nil(), |id| id.0))
        .bind(At(at))
    )?)
}

/// An access token for the API.
#[derive(Debug, Clone)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// Whose rights it has, cut down to its scopes.
    pub account: AccountId,
    /// What it is for.
    pub name: String,
    /// SHA-256 of the token.
    pub token_hash: Vec<u8>,
    /// Its scopes, separated by spaces.
    pub scopes: String,
    /// When it was made.
    pub created_at: Instant,
    /// Until when it works.
    pub expires_at: Instant,
    /// When it was last used, to some minutes.
    pub last_used_at: Option<Instant>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct TokenRow {
    id: Uuid,
    account_id: Uuid,
    name: String,
    token_hash: Vec<u8>,
    scopes: String,
    created_at: At,
    expires_at: At,
    last_used_at: Option<At>,
    revoked_at: Option<At>,
}

impl From<TokenRow> for Token {
    fn from(row: TokenRow) -> Self {
        Self {
            id: TokenId(row.id),
            account: AccountId(row.account_id),
            name: row.name,
            token_hash: row.token_hash,
            scopes: row.scopes,
            created_at: row.created_at.0,
            expires_at: row.expires_at.0,
            last_used_at: row.last_used_at.map(|at| at.0),
            revoked_at: row.revoked_at.map(|at| at.0),
        }
    }
}

/// Adds a token.
pub async fn insert_token(tx: &mut WriteTx, token: &Token) -> Result<()> {
    run!(tx, sqlx::query(
        "insert into tokens (id, account_id, name, token_hash, scopes, created_at, expires_at, last_used_at, revoked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    )
    .bind(token.id.0)
    .bind(token.account.0)
    .bind(&token.name)
    .bind(&token.token_hash)
    .bind(&token.scopes)
    .bind(At(token.created_at))
    .bind(At(token.expires_at))
    .bind(maybe_at(token.last_used_at))
    .bind(maybe_at(token.revoked_at)))?;
    Ok(())
}

/// The token with this hash, revoked or not.
pub async fn find_token(tx: &mut Tx, token_hash: &[u8]) -> Result<Option<Token>> {
    let row: Option<TokenRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, account_id, name, token_hash, scopes, created_at, expires_at, last_used_at, revoked_at
         from tokens where token_hash = $1"
    )
    .bind(token_hash)
    .fetch_optional(c)
    .await
    })?;
    Ok(row.map(Token::from))
}

/// The tokens of an account that were not revoked, newest first.
pub async fn list_tokens(tx: &mut Tx, account: AccountId) -> Result<Vec<Token>> {
    let rows: Vec<TokenRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, account_id, name, token_hash, scopes, created_at, expires_at, last_used_at, revoked_at from tokens
         where account_id = $1 and revoked_at is null order by created_at desc, id desc limit 100"
    )
    .bind(account.0)
    .fetch_all(c)
    .await
    })?;
    Ok(rows.into_iter().map(Token::from).collect())
}

/// Notes that a token was used.
pub async fn touch_token(tx: &mut WriteTx, id: TokenId, at: Instant) -> Result<()> {
    run!(tx, sqlx::query("update tokens set last_used_at = $2 where id = $1").bind(id.0).bind(At(at)))?;
    Ok(())
}

/// Revokes a token of an account. `false`: it was revoked before, or is not the account's.
pub async fn revoke_token(tx: &mut WriteTx, account: AccountId, id: TokenId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "update tokens set revoked_at = $3 where id = $1 and account_id = $2 and revoked_at is null"
        )
        .bind(id.0)
        .bind(account.0)
        .bind(At(at))
    )?;
    Ok(done == 1)
}

/// Failed sign-ins under a login from one origin: how many in a row, and when the last was.
pub async fn failures(tx: &mut Tx, login_key: &str, origin: &str) -> Result<Option<(u32, Instant)>> {
    let row: Option<(i64, At)> = on_both!(tx, |c| sqlx::query_as(
        "select failures, last_at from sign_in_failures where login_key = $1 and origin = $2"
    )
    .bind(login_key)
    .bind(origin)
    .fetch_optional(c)
    .await)?;
    row.map(|(failures, at)| Ok((crate::columns::count(failures)?, at.0))).transpose()
}

/// Counts one more failed sign-in.
pub async fn add_failure(tx: &mut WriteTx, login_key: &str, origin: &str, at: Instant) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into sign_in_failures (login_key, origin, failures, last_at) values ($1, $2, 1, $3)
         on conflict (login_key, origin) do update
         set failures = sign_in_failures.failures + 1, last_at = excluded.last_at"
        )
        .bind(login_key)
        .bind(origin)
        .bind(At(at))
    )?;
    Ok(())
}

/// Forgets the failures under a login from one origin, after a good sign-in, and all older than `before`.
pub async fn clear_failures(tx: &mut WriteTx, login_key: &str, origin: &str, before: Instant) -> Result<()> {
    run!(
        tx,
        sqlx::query("delete from sign_in_failures where (login_key = $1 and origin = $2) or last_at < $3")
            .bind(login_key)
            .bind(origin)
            .bind(At(before))
    )?;
    Ok(())
}
