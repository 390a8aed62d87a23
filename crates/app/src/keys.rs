//! The keys under which secrets stand in the database, all derived from one master key kept outside of it.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};

use crate::{notes::Signer, outside::Chance};

/// The derived keys.
pub struct Keys {
    sealing: [u8; 32],
    hashing: [u8; 32],
    signing: Signer,
}

/// Text that is not a master key.
#[derive(Debug, thiserror::Error)]
#[error("not a master key: 44 characters of base64 are expected")]
pub struct NotAKey;

/// A sealed value that does not open: another key, or a damaged database.
#[derive(Debug, thiserror::Error)]
#[error("a sealed value does not open with this installation's key")]
pub struct DoesNotOpen;

const NONCE_BYTES: usize = 24;

impl Keys {
    /// The keys derived from a master key.
    pub fn new(master: &[u8; 32]) -> Self {
        Self {
            sealing: keyed(master, &[b"nennep sealing"]),
            hashing: keyed(master, &[b"nennep hashing"]),
            signing: Signer::from_seed(&keyed(master, &[b"nennep signing"])),
        }
    }

    /// A new master key as it is kept in its file.
    pub fn new_master(chance: &Chance) -> String {
        BASE64_STANDARD.encode(chance.bytes::<32>())
    }

    /// The keys derived from the text of a master key's file.
    pub fn from_text(text: &str) -> Result<Self, NotAKey> {
        let bytes = BASE64_STANDARD.decode(text.trim()).map_err(|_| NotAKey)?;
        Ok(Self::new(&bytes.try_into().map_err(|_| NotAKey)?))
    }

    /// `secret` encrypted (XChaCha20-Poly1305) for one `purpose`, e.g. `identity`.
    pub fn seal(&self, chance: &Chance, purpose: &str, secret: &[u8]) -> Vec<u8> {
        let nonce = chance.bytes::<NONCE_BYTES>();
        let payload = Payload { msg: secret, aad: purpose.as_bytes() };
        let sealed = XChaCha20Poly1305::new(&self.sealing.into())
            .encrypt(&XNonce::from(nonce), payload)
            .unwrap_or_default();
        [nonce.as_slice(), &sealed].concat()
    }

    /// What was sealed for `purpose`.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, DoesNotOpen> {
        let (nonce, message) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(DoesNotOpen)?;
        let payload = Payload { msg: message, aad: purpose.as_bytes() };
        XChaCha20Poly1305::new(&self.sealing.into())
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| DoesNotOpen)
    }

    /// A keyed hash of `value` for one `purpose`: equal values meet, and nobody without the key can guess them.
    pub fn hash(&self, purpose: &str, value: &[u8]) -> Vec<u8> {
        keyed(&self.hashing, &[purpose.as_bytes(), &[0], value]).to_vec()
    }

    /// The key with which this installation signs what leaves it.
    pub const fn signer(&self) -> &Signer {
        &self.signing
    }

    /// A short value by which one key is told from another, kept in the database to notice a wrong key file.
    pub fn check_value(&self) -> String {
        BASE64_STANDARD.encode(&self.hash("check", b"")[..9])
    }
}

fn keyed(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key with zeros up to its block of 64 bytes.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// SHA-256, for tokens long enough to need no slow hash and for the identity of files.
pub fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_for_its_purpose_and_key() {
        let chance = Chance::seeded(1);
        let keys = Keys::from_text(&Keys::new_master(&chance)).unwrap();
        let sealed = keys.seal(&chance, "identity", b"001234567890");
        assert_eq!(keys.open("identity", &sealed).unwrap(), b"001234567890");
        assert!(keys.open("totp", &sealed).is_err());
        assert!(Keys::new(&[7; 32]).open("identity", &sealed).is_err());
        assert!(keys.open("identity", &sealed[..20]).is_err());
        assert_ne!(sealed, keys.seal(&chance, "identity", b"001234567890"), "each sealing has its own nonce");
        assert_eq!(keys.hash("identity", b"1"), keys.hash("identity", b"1"));
        assert_ne!(keys.hash("identity", b"1"), keys.hash("card", b"1"));
    }

    #[test]
    fn a_damaged_key_file_is_refused() {
        assert!(Keys::from_text("abc").is_err());
        assert!(Keys::from_text("").is_err());
    }
}
