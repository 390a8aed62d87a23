//! Texts signed with the installation's key, in the form of a C2SP signed note (c2sp.org/signed-note): the text, an empty line,
//! and one line with the signature (Ed25519). Anybody with the public key can check one, without this program or its store.
//!
//! The key is derived from the master key, as the other keys are, so that it lies nowhere but there. A note of this house has
//! one signature, and every byte of it counts: what is not exactly as it was written is refused (decision 0007).

use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};

/// What keys of this program are called in a note.
const NAME: &str = "nennep";
/// The number of Ed25519 among the kinds of signatures.
const ED25519: u8 = 1;
/// How a line with a signature begins.
const SIGNED: &str = "— nennep ";

/// The key that signs.
pub struct Signer(SigningKey);

/// The key that proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

/// Why a note proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// There is no text with one signature of this program's form.
    #[error("no text with one signature")]
    NotANote,
    /// The signature is not that of this text by this key.
    #[error("the signature does not fit")]
    Altered,
}

/// A note taken apart; nothing of it is proved yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note<'a> {
    /// The text, with its last line end.
    pub text: &'a str,
    signature: [u8; 68],
}

impl Signer {
    /// The key made from 32 secret bytes.
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Its public half.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// `text` as a signed note. The text ends in a line end, which is added where it is missing.
    pub fn sign(&self, text: &str) -> String {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        let text = format!("{text}{end}");
        let signature = self.0.sign(text.as_bytes()).to_bytes();
        let line = BASE64_STANDARD.encode([self.public().id().as_slice(), &signature].concat());
        format!("{text}\n{SIGNED}{line}\n")
    }
}

impl PublicKey {
    /// The key of a text `nennep+<id>+<base64>`, as [`PublicKey::to_text`] writes it.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '+');
        let (name, id, key) = (parts.next()?, parts.next()?, parts.next()?);
        let bytes = BASE64_STANDARD.decode(key).ok()?;
        let (kind, bytes) = bytes.split_first()?;
        let key = VerifyingKey::from_bytes(bytes.try_into().ok()?).ok().map(Self)?;
        (name == NAME && *kind == ED25519 && id == hex(&key.id())).then_some(key)
    }

    /// The key as other programs for signed notes read it.
    pub fn to_text(&self) -> String {
        format!("{NAME}+{}+{}", hex(&self.id()), BASE64_STANDARD.encode(self.encoded()))
    }

    /// Thirty digits in six groups that people can read to each other: two keys with the same do not happen.
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::digest(self.encoded());
        let group = |three: &[u8]| {
            let number = three.iter().fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
            format!("{:05}", number % 100_000)
        };
        hash.chunks_exact(3).take(6).map(group).collect::<Vec<_>>().join(" ")
    }

    /// Whether what somebody typed is this key or its fingerprint; `None`: it is neither form.
    pub fn is_called(&self, typed: &str) -> Option<bool> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if digits.len() == 30 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(digits == self.fingerprint().replace(' ', ""));
        }
        Self::from_text(typed).map(|key| key == *self)
    }

    fn encoded(&self) -> [u8; 33] {
        let mut bytes = [ED25519; 33];
        bytes[1..].copy_from_slice(self.0.as_bytes());
        bytes
    }

    fn id(&self) -> [u8; 4] {
        let hash =
            Sha256::new().chain_update(NAME).chain_update(b"\n").chain_update(self.encoded()).finalize();
        [hash[0], hash[1], hash[2], hash[3]]
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |all, byte| all + &format!("{byte:02x}"))
}

impl<'a> Note<'a> {
    /// Takes a note apart. Refused unless it is a text and one signature line of this program, and nothing else.
    pub fn read(note: &'a str) -> Result<Self, NoteError> {
        let (text, line) = note.rsplit_once("\n\n").ok_or(NoteError::NotANote)?;
        let line =
            line.strip_prefix(SIGNED).and_then(|line| line.strip_suffix('\n')).ok_or(NoteError::NotANote)?;
        let bytes = BASE64_STANDARD.decode(line).map_err(|_| NoteError::NotANote)?;
        let signature = bytes.try_into().map_err(|_| NoteError::NotANote)?;
        // The text is signed with the line end that stands before the empty line.
        Ok(Self { text: &note[..=text.len()], signature })
    }

    /// The text, if this key signed it.
    pub fn proved_by(&self, key: &PublicKey) -> Result<&'a str, NoteError> {
        let (id, signature) = self.signature.split_first_chunk::<4>().ok_or(NoteError::NotANote)?;
        let signature = Signature::from_slice(signature).map_err(|_| NoteError::NotANote)?;
        let fits = *id == key.id() && key.0.verify_strict(self.text.as_bytes(), &signature).is_ok();
        if fits { Ok(self.text) } else { Err(NoteError::Altered) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer(seed: u8) -> Signer {
        Signer::from_seed(&[seed; 32])
    }

    #[test]
    fn what_was_signed_is_proved_by_its_key_only() {
        let (signer, other) = (signer(1), signer(2));
        let note = signer.sign("một\n\nhai");
        let read = Note::read(&note).unwrap();
        assert_eq!(read.proved_by(&signer.public()), Ok("một\n\nhai\n"), "a text may have empty lines");
        assert_eq!(read.proved_by(&other.public()), Err(NoteError::Altered));
        assert_eq!(note, signer.sign("một\n\nhai\n"), "the line end belongs to the text");
        assert!(note.starts_with("một\n\nhai\n\n— nennep "));
    }

    #[test]
    fn a_key_comes_back_from_its_text_and_is_called_by_its_fingerprint() {
        let key = signer(1).public();
        assert_eq!(PublicKey::from_text(&key.to_text()), Some(key.clone()));
        assert_eq!(key.fingerprint().len(), 35);
        assert_eq!(key.is_called(&key.fingerprint()), Some(true));
        assert_eq!(key.is_called(&key.fingerprint().replace(' ', "-")), Some(true));
        assert_eq!(key.is_called(&key.to_text()), Some(true));
        assert_eq!(key.is_called(&signer(2).public().fingerprint()), Some(false));
        assert_eq!(key.is_called("12345"), None);
        assert_eq!(PublicKey::from_text(&key.to_text().replace("nennep+", "other+")), None);
        let id = key.to_text().split('+').nth(1).unwrap().to_owned();
        assert_eq!(PublicKey::from_text(&key.to_text().replace(&id, "00000000")), None);
    }

    /// The verifier key and the note that stand in the documentation of Go's `sumdb/note`: whoever reads those reads ours.
    #[test]
    fn the_signature_of_the_go_implementation_fits() {
        let key = BASE64_STANDARD.decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").unwrap();
        let key = VerifyingKey::from_bytes(key[1..].try_into().unwrap()).unwrap();
        let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        let line =
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let bytes = BASE64_STANDARD.decode(line).unwrap();
        let signature = Signature::from_slice(&bytes[4..]).unwrap();
        assert!(key.verify_strict(text.as_bytes(), &signature).is_ok());
    }

    #[test]
    fn what_is_not_exactly_a_note_is_none() {
        let note = signer(1).sign("một");
        for wrong in [
            String::new(),
            "một\n".to_owned(),
            note.trim_end().to_owned(),
            format!("{note}\n"),
            format!("{note}— nennep AAAA\n"),
            note.replace("nennep", "another"),
        ] {
            assert_eq!(Note::read(&wrong), Err(NoteError::NotANote), "{wrong:?}");
        }
    }
}
