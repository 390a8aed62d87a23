//! Numbers of identity papers: encrypted at rest, masked when shown, shown whole only when asked for, which is an event.

use nennep_domain::{accounts::permission::Action, ids::MemberId};
use nennep_store::{
    Tx,
    members::{self, Identity},
};

use super::load::load;
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// What the numbers are sealed and hashed for.
const PURPOSE: &str = "identity";
/// The digits at the end that a masked number still shows: enough to tell two papers apart by eye.
const SHOWN: usize = 3;

/// An identity number as it is kept: encrypted, and hashed under a key so that doubles are found.
pub fn seal_identity(app: &App, number: &str) -> Identity {
    Identity {
        cipher: app.keys.seal(&app.chance, PURPOSE, number.as_bytes()),
        hash: identity_hash(app, number),
    }
}

/// The keyed hash by which doubles of an identity number are found.
pub fn identity_hash(app: &App, number: &str) -> Vec<u8> {
    app.keys.hash(PURPOSE, number.as_bytes())
}

/// The number of a sealed identity.
pub fn open_identity(app: &App, cipher: &[u8]) -> Result<String> {
    let bytes = app.keys.open(PURPOSE, cipher).map_err(Error::fault)?;
    String::from_utf8(bytes).map_err(Error::fault)
}

/// A number with all but its last three digits hidden: `•••••••••890`. One that is no longer than that is hidden whole.
pub fn masked(number: &str) -> String {
    let length = number.chars().count();
    let hidden = if length > SHOWN { length - SHOWN } else { length };
    number.chars().enumerate().map(|(n, c)| if n < hidden { '•' } else { c }).collect()
}

/// The whole number, where there is one.
pub(super) async fn number(app: &App, tx: &mut Tx, id: MemberId) -> Result<Option<String>> {
    let Some(cipher) = members::identity_cipher(tx, id).await? else { return Ok(None) };
    open_identity(app, &cipher).map(Some)
}

/// The whole identity number of a member, empty where none is kept; it is noted who asked.
#[boxed]
pub async fn reveal_identity(ctx: &Ctx, id: MemberId) -> Result<String> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load(ctx, &mut tx, id, Action::RevealIdentity).await?;
    let number = number(ctx, &mut tx, id).await?.unwrap_or_default();
    let event = Event::new("member.identity_revealed").at(place.organisation).to(id.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_shows_its_last_digits_only() {
        assert_eq!(masked("001234567890"), "•••••••••890");
        assert_eq!(masked("12"), "••");
        assert_eq!(masked(""), "");
    }
}
