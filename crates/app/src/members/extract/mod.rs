//! A signed extract of a member's file: written for the cell that receives, checked without the server that wrote it, compared
//! with the register, and taken over into it.

mod check;
mod read;
mod take;
mod write;

pub use check::{Checked, MOST_BYTES, check};
pub use read::{Looked, Met, look, receiving};
pub use take::{TakeForm, take};
pub use write::{Offered, Written, offered, write};

use crate::{App, notes::PublicKey};

/// The public key of this installation, by which others check what it signed.
pub fn key(app: &App) -> PublicKey {
    app.keys.signer().public()
}
