//! Tokens for programs: the account's rights, cut down to reading or to reading and writing.

use nennep_domain::{ids::TokenId, names, problems::Sentence, time::Instant};
use nennep_store::sessions::{self, Token};

use super::{actor::new_secret, own_account::own_account};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    keys::sha256,
};

/// A token to be made.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// Whether it may change things.
    pub write: bool,
    /// For how many days it works, 1 to 366.
    pub days: u16,
}

/// Makes a token; its secret is given once and kept nowhere.
#[boxed]
pub async fn issue_token(ctx: &Ctx, new: &NewToken) -> Result<(TokenId, String, Instant)> {
    let account = own_account(ctx)?;
    let name = names::tidy(&new.name);
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Error::invalid("name", Sentence::new("accounts-token-name")));
    }
    if !(1..=366).contains(&new.days) {
        return Err(Error::invalid("days", Sentence::new("accounts-token-days")));
    }
    let secret = format!("nn_{}", new_secret(ctx));
    let expires_at = ctx.now().plus_minutes(i64::from(new.days) * 24 * 60);
    let token = Token {
        id: TokenId(ctx.new_id()),
        account,
        name,
        token_hash: sha256(secret.as_bytes()),
        scopes: if new.write { "read write" } else { "read" }.to_owned(),
        created_at: ctx.now(),
        expires_at,
        last_used_at: None,
        revoked_at: None,
    };
    let mut tx = ctx.store.write().await?;
    sessions::insert_token(&mut tx, &token).await?;
    events::record(
        &mut tx,
        ctx,
        Event::new("token.issued").to(account.0).with("token", token.id.to_string()),
    )
    .await?;
    tx.commit().await?;
    Ok((token.id, secret, expires_at))
}

/// The actor's tokens, newest first.
#[boxed]
pub async fn tokens(ctx: &Ctx) -> Result<Vec<Token>> {
    let account = own_account(ctx)?;
    Ok(sessions::list_tokens(&mut ctx.store.read().await?, account).await?)
}

/// Revokes one of the actor's tokens; doing it twice is safe.
#[boxed]
pub async fn revoke_token(ctx: &Ctx, id: TokenId) -> Result<()> {
    let account = own_account(ctx)?;
    let mut tx = ctx.store.write().await?;
    if sessions::revoke_token(&mut tx, account, id, ctx.now()).await? {
        events::record(&mut tx, ctx, Event::new("token.revoked").to(account.0).with("token", id.to_string()))
            .await?;
    }
    tx.commit().await?;
    Ok(())
}
