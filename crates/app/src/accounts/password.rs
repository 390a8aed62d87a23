//! Passwords: argon2id, checked off the request's thread.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    problems::Sentence,
};
use nennep_store::{accounts, sessions};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// The fewest characters of a password (no rule of the party: NIST SP 800-63B asks for at least 8).
const SHORTEST: usize = 8;
/// The most characters: argon2 takes more, people do not.
const LONGEST: usize = 200;

/// Nothing if `password` may be used by the owner of `login`.
pub(super) fn check(password: &str, login: &str) -> Result<(), Sentence> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(
            Sentence::new("accounts-password-short").with("least", i64::try_from(SHORTEST).unwrap_or(8))
        );
    }
    if length > LONGEST {
        return Err(
            Sentence::new("accounts-password-long").with("most", i64::try_from(LONGEST).unwrap_or(200))
        );
    }
    let distinct: std::collections::BTreeSet<char> = password.chars().collect();
    if distinct.len() < 4 || accounts::login_key(password) == accounts::login_key(login) {
        return Err(Sentence::new("accounts-password-plain"));
    }
    Ok(())
}

/// The argon2id hash of a password, in PHC form.
pub(super) async fn hash(password: &str) -> Result<String> {
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    })
    .await
    .map_err(Error::fault)?
    .map_err(|error| Error::fault(error.to_string()))
}

/// The hash of a sample's password under a salt that is given, so that the same sample is the same to the byte. Never for
/// a real account: its salt is drawn.
pub(crate) async fn hash_of_sample(password: &str, salt: &[u8]) -> Result<String> {
    let (password, salt) = (password.to_owned(), salt.to_owned());
    tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
    })
    .await
    .map_err(Error::fault)?
    .map_err(|error| Error::fault(error.to_string()))
}

/// Whether `password` is the one hashed. Without a hash the same work is done, so that nobody learns which logins exist.
pub(super) async fn verify(password: &str, hash: Option<&str>) -> Result<bool> {
    /// The hash of a password nobody has: 32 random bytes, drawn once and thrown away.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlz$9nJbdIlhB7XjJgc2P3sQ3Dg2T4X6p5cV0mXkqk1eB3A";
    let password = password.to_owned();
    let known = hash.is_some();
    let hash = hash.unwrap_or(NOBODY).to_owned();
    let matches = tokio::task::spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
    .map_err(Error::fault)?;
    Ok(known && matches)
}

/// Changes the actor's own password after the present one was given; all other sessions end.
#[boxed]
pub async fn change_password(ctx: &Ctx, present: &str, new: &str) -> Result<()> {
    let id = ctx.actor.account.ok_or(Error::SignedOut)?;
    ctx.must(Action::KeepOwnAccount, &Resource::installation().of_account(id), Action::KeepOwnAccount)?;
    let account = accounts::find(&mut ctx.store.read().await?, id).await?.ok_or(Error::SignedOut)?;
    if !verify(present, account.password_hash.as_deref()).await? {
        return Err(Error::invalid("present", Sentence::new("accounts-password-wrong")));
    }
    check(new, &account.login).map_err(|sentence| Error::invalid("new", sentence))?;
    let hash = hash(new).await?;
    let mut tx = ctx.store.write().await?;
    accounts::set_password(&mut tx, id, &hash).await?;
    sessions::end_others(&mut tx, id, ctx.session, ctx.now()).await?;
    events::record(&mut tx, ctx, Event::new("account.password_changed").to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_passwords_are_refused() {
        for (password, key) in [
            ("short", "accounts-password-short"),
            ("aaaaaaaaaaaa", "accounts-password-plain"),
            ("nguyen.van.an", "accounts-password-plain"),
        ] {
            assert_eq!(check(password, "Nguyen.Van.An").unwrap_err().key, key, "{password}");
        }
        assert_eq!(check(&"ab3d".repeat(60), "x").unwrap_err().key, "accounts-password-long");
        assert!(check("ba con trâu vàng", "nguyen.van.an").is_ok());
    }

    #[tokio::test]
    async fn hashes_verify_and_unknown_logins_never_do() {
        let hash = hash("ba con trâu vàng").await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verify("ba con trâu vàng", Some(&hash)).await.unwrap());
        assert!(!verify("ba con trâu đen", Some(&hash)).await.unwrap());
        assert!(!verify("ba con trâu vàng", None).await.unwrap());
    }
}
