//! Accounts: who can sign in, and the invitations by which they first do.

use std::collections::HashMap;

mod invitations;
mod lists;

use nennep_domain::{
    ids::{AccountId, MemberId},
    names,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, maybe_at},
    error::Result,
    pieces::{in_pieces, push_list},
};

pub use invitations::{Invitation, find_invitation, insert_invitation, use_invitation};
pub use lists::{Filter, counts, search};

/// An account, with what proves its owner.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What its owner types to sign in.
    pub login: String,
    /// The owner's name, as greeted.
    pub name: String,
    /// E-mail address for notices; may be empty.
    pub email: String,
    /// The member it belongs to, if the owner is one here.
    pub member: Option<MemberId>,
    /// argon2id hash of the password; none until the invitation is used.
    pub password_hash: Option<String>,
    /// Encrypted secret of the second factor.
    pub totp_secret: Option<Vec<u8>>,
    /// When the second factor was confirmed: from then on it is asked for.
    pub totp_confirmed_at: Option<Instant>,
    /// The last time step whose code was used: no code works twice.
    pub totp_last_step: Option<i64>,
    /// When it was made.
    pub created_at: Instant,
    /// When it was closed.
    pub disabled_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    login: String,
    name: String,
    email: String,
    member_id: Option<Uuid>,
    password_hash: Option<String>,
    totp_secret: Option<Vec<u8>>,
    totp_confirmed_at: Option<At>,
    totp_last_step: Option<i64>,
    created_at: At,
    disabled_at: Option<At>,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        Self {
            id: AccountId(row.id),
            login: row.login,
            name: row.name,
            email: row.email,
            member: row.member_id.map(MemberId),
            password_hash: row.password_hash,
            totp_secret: row.totp_secret,
            totp_confirmed_at: row.totp_confirmed_at.map(|at| at.0),
            totp_last_step: row.totp_last_step,
            created_at: row.created_at.0,
            disabled_at: row.disabled_at.map(|at| at.0),
        }
    }
}

const SELECT: &str = "select id, login, name, email, member_id, password_hash, totp_secret, totp_confirmed_at, \
     totp_last_step, created_at, disabled_at from accounts";

/// The account with this id.
pub async fn find(tx: &mut Tx, id: AccountId) -> Result<Option<Account>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Account::from))
}

/// The account with this login, however its letters are written.
pub async fn find_by_login(tx: &mut Tx, login: &str) -> Result<Option<Account>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where login_key = ").push_bind(login_key(login));
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Account::from))
}

/// The account of a member.
pub async fn find_by_member(tx: &mut Tx, member: MemberId) -> Result<Option<Account>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where member_id = ").push_bind(member.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Account::from))
}

/// Accounts by name, after `after`, at most `limit`.
pub async fn list(tx: &mut Tx, after: Option<(&str, AccountId)>, limit: u32) -> Result<Vec<Account>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        if let Some((name, id)) = after {
            query.push(" where (name, id) > (").push_bind(name).push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by name, id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Account::from).collect())
}

/// The names of the owners of these accounts.
pub async fn names(tx: &mut Tx, ids: &[AccountId]) -> Result<HashMap<AccountId, String>> {
    let mut found = HashMap::new();
    for ids in ids.chunks(500) {
        let rows: Vec<(Uuid, String)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select id, name from accounts where id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(|(id, name)| (AccountId(id), name)));
    }
    Ok(found)
}

/// How logins are compared: case, diacritics and dots aside.
pub fn login_key(login: &str) -> String {
    names::fold(login).replace(' ', ".")
}

/// Adds accounts. `false`: a login or a member among them has an account already, and none of that account was written.
pub async fn insert(tx: &mut WriteTx, account: &Account) -> Result<bool> {
    let done =
        run!(tx, sqlx::query(
        "insert into accounts (id, login, login_key, name, name_key, email, member_id, password_hash, totp_secret,
         totp_confirmed_at, totp_last_step, created_at, disabled_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing"
    )
    .bind(account.id.0)
    .bind(&account.login)
    .bind(login_key(&account.login))
    .bind(&account.name)
    .bind(names::fold(&account.name))
    .bind(&account.email)
    .bind(account.member.map(|id| id.0))
    .bind(&account.password_hash)
    .bind(&account.totp_secret)
    .bind(maybe_at(account.totp_confirmed_at))
    .bind(account.totp_last_step)
    .bind(At(account.created_at))
    .bind(maybe_at(account.disabled_at)))?;
    Ok(done == 1)
}

/// Adds many accounts at once, for samples; a login or a member that has an account already is an error.
pub async fn insert_many(tx: &mut WriteTx, accounts: &[Account]) -> Result<()> {
    for chunk in in_pieces(accounts) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into accounts (id, login, login_key, name, name_key, email, member_id, password_hash, totp_secret, \
                 totp_confirmed_at, totp_last_step, created_at, disabled_at) ",
            );
            query.push_values(chunk, |mut row, account| {
                row.push_bind(account.id.0)
                    .push_bind(&account.login)
                    .push_bind(login_key(&account.login))
                    .push_bind(&account.name)
                    .push_bind(names::fold(&account.name))
                    .push_bind(&account.email)
                    .push_bind(account.member.map(|id| id.0))
                    .push_bind(&account.password_hash)
                    .push_bind(&account.totp_secret)
                    .push_bind(maybe_at(account.totp_confirmed_at))
                    .push_bind(account.totp_last_step)
                    .push_bind(At(account.created_at))
                    .push_bind(maybe_at(account.disabled_at));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Sets the password's hash.
pub async fn set_password(tx: &mut WriteTx, id: AccountId, hash: &str) -> Result<()> {
    run!(tx, sqlx::query("update accounts set password_hash = $2 where id = $1").bind(id.0).bind(hash))?;
    Ok(())
}

/// Sets, or with `None` removes, the second factor; it counts once confirmed.
pub async fn set_totp(
    tx: &mut WriteTx,
    id: AccountId,
    secret: Option<&[u8]>,
    confirmed_at: Option<Instant>,
) -> Result<()> {
    run!(tx, sqlx::query(
        "update accounts set totp_secret = $2, totp_confirmed_at = $3, totp_last_step = null where id = $1"
    )
    .bind(id.0)
    .bind(secret)
    .bind(maybe_at(confirmed_at)))?;
    Ok(())
}

/// Marks a time step of the second factor as used. `false`: it, or a later one, was used before.
pub async fn use_totp_step(tx: &mut WriteTx, id: AccountId, step: i64) -> Result<bool> {
    let done = run!(tx, sqlx::query(
        "update accounts set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)"
    )
    .bind(id.0)
    .bind(step))?;
    Ok(done == 1)
}

/// Closes an account, or with `None` opens it again.
pub async fn set_disabled(tx: &mut WriteTx, id: AccountId, at: Option<Instant>) -> Result<()> {
    run!(
        tx,
        sqlx::query("update accounts set disabled_at = $2 where id = $1").bind(id.0).bind(maybe_at(at))
    )?;
    Ok(())
}
