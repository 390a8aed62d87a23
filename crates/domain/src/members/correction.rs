//! What a member asks to have corrected of what is kept about them: field by field, answered by whoever keeps the file
//! (Law 91/2025/QH15: the right to have one's data corrected).

use serde::{Deserialize, Serialize};

use super::{
    Profile,
    register::{self, Detail, Field},
};
use crate::{
    ids::{CorrectionId, MemberId},
    problems::{Refusal, Sentence},
    time::Instant,
};

text_enum! {
    /// How a request was answered.
    CorrectionAnswer {
        /// Corrected as asked.
        Granted = "granted",
        /// Left as it is.
        Refused = "refused",
    }
}

/// One field as it stands and as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What stood there when it was asked.
    pub old: String,
    /// What should stand there.
    pub new: String,
}

/// A member's request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The member.
    pub member: MemberId,
    /// What should change; never empty.
    pub changes: Vec<FieldChange>,
    /// Why, and what shows it.
    pub reason: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// How and when it was answered.
    pub answered: Option<(CorrectionAnswer, Instant)>,
    /// A word with the answer.
    pub note: String,
    /// When the member withdrew it.
    pub withdrawn_at: Option<Instant>,
}

impl Correction {
    /// Whether it waits for an answer.
    pub const fn is_open(&self) -> bool {
        self.answered.is_none() && self.withdrawn_at.is_none()
    }
}

/// Why a request cannot be made or answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionError {
    /// Nothing would change.
    #[error("nothing would change")]
    NothingChanges,
    /// Another request of the member waits.
    #[error("another request waits")]
    AnotherWaits,
    /// Answered already, in the other way.
    #[error("answered already")]
    Answered,
    /// Withdrawn by the member.
    #[error("withdrawn")]
    Withdrawn,
    /// Nobody answers their own request.
    #[error("one's own request")]
    OwnRequest,
    /// The file has changed since: the field no longer says what the request rests on.
    #[error("{0} has changed since")]
    ChangedSince(Field),
}

impl Refusal for CorrectionError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NothingChanges => Sentence::new("corrections-refused-nothing-changes"),
            Self::AnotherWaits => Sentence::new("corrections-refused-another-waits"),
            Self::Answered => Sentence::new("corrections-refused-answered"),
            Self::Withdrawn => Sentence::new("corrections-refused-withdrawn"),
            Self::OwnRequest => Sentence::new("corrections-refused-own-request"),
            Self::ChangedSince(_) => Sentence::new("corrections-refused-changed-since"),
        }
    }
}

/// What a member may ask to have corrected: everything but the identity number, which is shown on paper to whoever keeps the file.
pub fn asked() -> impl Iterator<Item = Field> {
    register::ASKED.into_iter().filter(|field| *field != Field::IdentityNumber)
}

/// What should change from the known profile to the wanted one. Refused if nothing would.
pub fn wanted(known: &Profile, new: &Profile) -> Result<Vec<FieldChange>, CorrectionError> {
    let changes: Vec<FieldChange> = register::changes(known, new)
        .into_iter()
        .filter_map(|change| match change.what {
            Detail::Field(Field::IdentityNumber) => None,
            Detail::Field(field) => Some(FieldChange { field, old: change.old, new: change.new }),
            _ => None,
        })
        .collect();
    if changes.is_empty() { Err(CorrectionError::NothingChanges) } else { Ok(changes) }
}

/// What stands in each field once the changes are made. Refused where a field no longer says what the request rests on; a field
/// that says already what is asked is no obstacle.
pub fn granted(known: &Profile, changes: &[FieldChange]) -> Result<Vec<(Field, String)>, CorrectionError> {
    let changed = |field: Field| {
        let stands = register::typed(known, field);
        match changes.iter().find(|change| change.field == field) {
            Some(change) if stands == change.old || stands == change.new => Ok((field, change.new.clone())),
            Some(_) => Err(CorrectionError::ChangedSince(field)),
            None => Ok((field, stands)),
        }
    };
    asked().map(changed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(phone: &str, home: &str) -> Profile {
        Profile {
            full_name: "Lê An".to_owned(),
            phone: phone.to_owned(),
            home_place: home.to_owned(),
            identity_number: "001090012345".to_owned(),
            ..Profile::default()
        }
    }

    #[test]
    fn only_what_differs_is_asked_and_never_the_identity_number() {
        let known = profile("0912345678", "");
        let mut new = profile("0912345679", "Hà Nội");
        new.identity_number = "001090099999".to_owned();
        let changes = wanted(&known, &new).unwrap();
        let fields: Vec<_> = changes.iter().map(|change| change.field).collect();
        assert_eq!(fields, [Field::HomePlace, Field::Phone]);
        assert_eq!(wanted(&known, &known), Err(CorrectionError::NothingChanges));
        let only_identity = Profile { identity_number: "1".to_owned(), ..known.clone() };
        assert_eq!(wanted(&known, &only_identity), Err(CorrectionError::NothingChanges));
    }

    #[test]
    fn what_was_granted_leaves_the_rest_as_it_stands_now() {
        let asked_of = profile("0912345678", "");
        let changes = wanted(&asked_of, &profile("0912345679", "")).unwrap();
        // The home place was entered in the meantime: it stays.
        let now = profile("0912345678", "Hà Nội");
        let written = granted(&now, &changes).unwrap();
        let of = |field| written.iter().find(|(one, _)| *one == field).map(|(_, text)| text.as_str());
        assert_eq!((of(Field::Phone), of(Field::HomePlace)), (Some("0912345679"), Some("Hà Nội")));
        assert_eq!(of(Field::IdentityNumber), None);
        assert!(granted(&profile("0912345679", ""), &changes).is_ok(), "it says so already");
        let other = profile("0900000000", "");
        assert_eq!(granted(&other, &changes), Err(CorrectionError::ChangedSince(Field::Phone)));
    }
}
