//! First-use invitations: codes printed on paper, kept only as their hashes.

use nennep_domain::{
    ids::{AccountId, InvitationId},
    time::Instant,
};
use uuid::Uuid;

use crate::{Tx, WriteTx, columns::At, error::Result};

/// A first-use invitation: a code printed on paper, kept only as its hash.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The account it opens.
    pub account: AccountId,
    /// Hash of the code.
    pub code_hash: Vec<u8>,
    /// When it was made.
    pub created_at: Instant,
    /// By whom.
    pub created_by: Option<AccountId>,
    /// Until when it works.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: Uuid,
    account_id: Uuid,
    code_hash: Vec<u8>,
    created_at: At,
    created_by: Option<Uuid>,
    expires_at: At,
    used_at: Option<At>,
}

/// Adds an invitation; earlier unused ones of the same account stop working.
pub async fn insert_invitation(tx: &mut WriteTx, invitation: &Invitation) -> Result<()> {
    run!(tx, sqlx::query("update invitations set expires_at = $2 where account_id = $1 and used_at is null and expires_at > $2")
        .bind(invitation.account.0)
        .bind(At(invitation.created_at)))?;
    run!(
        tx,
        sqlx::query(
            "insert into invitations (id, account_id, code_hash, created_at, created_by, expires_at, used_at)
         values ($1, $2, $3, $4, $5, $6, null)"
        )
        .bind(invitation.id.0)
        .bind(invitation.account.0)
        .bind(&invitation.code_hash)
        .bind(At(invitation.created_at))
        .bind(invitation.created_by.map(|id| id.0))
        .bind(At(invitation.expires_at))
    )?;
    Ok(())
}

/// The invitation whose code has this hash, used or not.
pub async fn find_invitation(tx: &mut Tx, code_hash: &[u8]) -> Result<Option<Invitation>> {
    let row: Option<InvitationRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, account_id, code_hash, created_at, created_by, expires_at, used_at from invitations where code_hash = $1"
    )
    .bind(code_hash)
    .fetch_optional(c)
    .await
    })?;
    Ok(row.map(|row| Invitation {
        id: InvitationId(row.id),
        account: AccountId(row.account_id),
        code_hash: row.code_hash,
        created_at: row.created_at.0,
        created_by: row.created_by.map(AccountId),
        expires_at: row.expires_at.0,
        used_at: row.used_at.map(|at| at.0),
    }))
}

/// Marks an invitation as used. `false`: it was used before.
pub async fn use_invitation(tx: &mut WriteTx, id: InvitationId, at: Instant) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update invitations set used_at = $2 where id = $1 and used_at is null")
            .bind(id.0)
            .bind(At(at))
    )?;
    Ok(done == 1)
}
