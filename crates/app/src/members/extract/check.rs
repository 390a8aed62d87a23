//! Checking an extract: with its text alone, without a store and without a network.

use nennep_domain::members::extract::{Extract, ExtractError, Head};

use crate::notes::{Note, PublicKey};

/// No extract is larger: what is, is not even read.
pub const MOST_BYTES: usize = 1_000_000;

/// An extract that is whole, and by which key.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What it holds.
    pub extract: Extract,
    /// The key that signed it.
    pub key: PublicKey,
    /// Whether that key was compared with one known otherwise; if not, it is proved that the text is whole since it was signed
    /// by this key, but not whose key it is.
    pub is_compared: bool,
}

/// Checks an extract; `known` is the key or fingerprint that came another way (the printed letter), empty if none did.
/// Refused where anything differs from what was signed.
pub fn check(bytes: &[u8], known: &str) -> Result<Checked, ExtractError> {
    if bytes.len() > MOST_BYTES {
        return Err(ExtractError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| ExtractError::NotAnExtract)?;
    let note = Note::read(text);
    // What is cut off still says what it is: then the signature is missing, and not the extract.
    let Ok(note) = note else { return Err(unsigned(text)) };
    let head = Head::read(note.text)?;
    let key = PublicKey::from_text(&head.key).ok_or(ExtractError::Altered)?;
    let is_compared = match known.trim() {
        "" => false,
        known => match key.is_called(known) {
            Some(true) => true,
            Some(false) => return Err(ExtractError::OtherKey { found: key.fingerprint() }),
            None => return Err(ExtractError::NotAKey),
        },
    };
    let text = note.proved_by(&key).map_err(|_| ExtractError::Altered)?;
    let extract: Extract = serde_json::from_str(text).map_err(|_| ExtractError::NotAnExtract)?;
    Ok(Checked { extract, key, is_compared })
}

fn unsigned(text: &str) -> ExtractError {
    if text.contains(nennep_domain::members::extract::FORMAT) {
        ExtractError::NoSignature
    } else {
        ExtractError::NotAnExtract
    }
}
