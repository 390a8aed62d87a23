//! What a task's result rests on: files put to it by whoever answers for it. The cell accepts the result or returns it with a reason.

use serde::Serialize;

use crate::{
    ids::{AccountId, EvidenceId, TaskId},
    names::tidy_text,
    problems::{Problems, Refusal, Sentence},
    time::Instant,
};

/// The most files of one task.
pub const MOST_FILES: usize = 10;
/// The most letters of a note and of a reason.
const MOST_LETTERS: usize = 1_000;

/// A file put to a task; its bytes stand once, under their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The task.
    pub task: TaskId,
    /// Its name.
    pub name: String,
    /// What it shows, in words; may be empty.
    pub note: String,
    /// Its media type.
    pub media_type: String,
    /// How many bytes.
    pub size: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Vec<u8>,
    /// When it was put there.
    pub added_at: Instant,
    /// By whom.
    pub added_by: Option<AccountId>,
}

/// A result that the cell returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Return {
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: String,
}

/// Words of a note or a reason, tidied; `needed`: there must be some.
pub fn words(text: &str, field: &'static str, needed: bool) -> Result<String, Problems> {
    let text = tidy_text(text);
    if needed && text.is_empty() {
        return Err(Problems::one(field, Sentence::new("form-reason-missing")));
    }
    if text.chars().count() > MOST_LETTERS {
        return Err(Problems::one(field, Sentence::new("evidence-words-long")));
    }
    Ok(text)
}

/// Why a file is not put to a task, or not taken away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// The result was accepted, or the task let drop: what it rests on stands.
    #[error("the task is settled")]
    Settled,
    /// There are as many files as there can be.
    #[error("there are {MOST_FILES} files already")]
    TooMany,
}

impl Refusal for EvidenceError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::Settled => Sentence::new("evidence-refused-settled"),
            Self::TooMany => Sentence::new("evidence-refused-too-many")
                .with("most", u32::try_from(MOST_FILES).unwrap_or(0)),
        }
    }
}

impl super::Task {
    /// Whether one more file can be put to it, with so many there.
    pub fn takes_evidence(&self, files: usize) -> Result<(), EvidenceError> {
        self.is_open_to_evidence()?;
        if files >= MOST_FILES { Err(EvidenceError::TooMany) } else { Ok(()) }
    }

    /// Whether what it rests on can still change.
    pub const fn is_open_to_evidence(&self) -> Result<(), EvidenceError> {
        if self.accepted_at.is_some() || self.dropped_on.is_some() {
            return Err(EvidenceError::Settled);
        }
        Ok(())
    }

    /// How much of it is done once the cell has returned it: one hundredth less than counts as done, or what it was.
    pub fn percent_returned(&self, done_from_percent: u32) -> u8 {
        let below = u8::try_from(done_from_percent.saturating_sub(1)).unwrap_or(u8::MAX);
        self.done_percent.min(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{MeetingId, OrganisationId},
        tasks::{Task, TaskState},
    };
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    fn task() -> Task {
        Task {
            id: TaskId(Uuid::nil()),
            cell: OrganisationId(Uuid::nil()),
            meeting: MeetingId(Uuid::nil()),
            position: 1,
            title: "Vận động hiến đất".to_owned(),
            product: String::new(),
            owner: None,
            deadline: None,
            reports_in: None,
            state: TaskState::Dated,
            result: String::new(),
            done_percent: 100,
            done_on: None,
            dropped_on: None,
            item: None,
            accepted_at: None,
            version: 1,
        }
    }

    #[rstest]
    #[case(0, Ok(()))]
    #[case(9, Ok(()))]
    #[case(10, Err(EvidenceError::TooMany))]
    fn so_many_files_and_no_more(#[case] files: usize, #[case] expected: Result<(), EvidenceError>) {
        assert_eq!(task().takes_evidence(files), expected);
    }

    #[test]
    fn what_a_settled_task_rests_on_stands() {
        let at = Instant::from_local(date(2026, 11, 5).at(8, 0, 0, 0));
        let accepted = Task { accepted_at: Some(at), ..task() };
        let dropped = Task { dropped_on: Some(date(2026, 11, 5)), ..task() };
        for settled in [accepted, dropped] {
            assert_eq!(settled.takes_evidence(0), Err(EvidenceError::Settled));
        }
    }

    #[rstest]
    #[case(100, 100, 99)]
    #[case(100, 80, 79)]
    #[case(60, 80, 60)]
    fn a_returned_task_is_not_done(#[case] done: u8, #[case] from: u32, #[case] left: u8) {
        assert_eq!(Task { done_percent: done, ..task() }.percent_returned(from), left);
    }

    #[rstest]
    #[case("", true, false)]
    #[case("", false, true)]
    #[case("Thiếu ảnh", true, true)]
    fn a_return_has_a_reason(#[case] text: &str, #[case] needed: bool, #[case] fine: bool) {
        assert_eq!(words(text, "reason", needed).is_ok(), fine);
    }
}
