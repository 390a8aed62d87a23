//! A member's commitment of a year (cam kết tu dưỡng, rèn luyện): written by the member, seen and checked by the cell committee.

use serde::Serialize;

use super::forms::text;
use crate::{
    ids::{AccountId, MemberId},
    problems::Problems,
    time::Instant,
};

/// What the cell committee found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
    /// What was found; may be empty.
    pub note: String,
}

/// A member's commitment of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Commitment {
    /// The member.
    pub member: MemberId,
    /// The year.
    pub year: i16,
    /// What the member commits to.
    pub body: String,
    /// When it was written last.
    pub written_at: Instant,
    /// By whom: the member, or the secretary from paper.
    pub written_by: Option<AccountId>,
    /// What the cell committee found.
    pub check: Option<Check>,
}

/// The words of a commitment, or of a check, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge(pub String);

impl Pledge {
    /// The words; refused where there are none, or too many.
    pub fn check(body: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let body = text("body", body, true, &mut problems);
        problems.or(Some(Self(body)))
    }

    /// A note, which may be empty.
    pub fn note(note: &str) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let note = text("note", note, false, &mut problems);
        problems.or(Some(Self(note)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commitment_has_words_and_a_note_may_have_none() {
        assert_eq!(Pledge::check(" Học tập thường xuyên ").unwrap().0, "Học tập thường xuyên");
        assert_eq!(Pledge::check("  ").unwrap_err().0[0].field, "body");
        assert_eq!(Pledge::note("").unwrap().0, "");
        assert_eq!(Pledge::note(&"x".repeat(10_001)).unwrap_err().0[0].field, "note");
    }
}
