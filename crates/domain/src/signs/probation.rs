//! Signs between the decision of admission and the recognition.

use jiff::{ToSpan, civil::Date};

use super::{Sign, SignKind, Weight, due_or_late};
use crate::{
    ids::{CandidateId, MemberId, OrganisationId},
    members::life::probation_over,
    problems::Sentence,
    recruiting::{ceremony_due, recognition_due},
    rules::Rules,
    time::written,
};

/// What is known of an admission whose ceremony was not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdmissionFacts {
    /// The cell.
    pub cell: OrganisationId,
    /// Who is to be admitted.
    pub candidate: CandidateId,
    /// The day of the decision.
    pub decided_on: Date,
    /// The day the cell received it, where known.
    pub received_on: Option<Date>,
}

/// By when the ceremony is to be held (statement 32; 208-QĐ/TW).
pub fn of_admission(facts: AdmissionFacts, rules: &Rules, today: Date) -> Sign {
    let ruled = ceremony_due(facts.decided_on, facts.received_on, rules);
    let (due, days) = (ruled.value, rules.book().on(facts.decided_on).ceremony_working_days().value);
    let weight = due_or_late(due, today);
    let key = if weight == Weight::Late { "signs-ceremony-late" } else { "signs-ceremony-due" };
    let words = Sentence::new(key)
        .with("decided", written(facts.decided_on))
        .with("due", written(due))
        .with("days", days);
    let sign = Sign::new(SignKind::CeremonyDue, facts.cell, weight, words);
    sign.by(ruled.citation).of_candidate(facts.candidate).since(facts.decided_on).due(due)
}

/// By when the cell handles the recognition of a probationary member (statement 32; 208-QĐ/TW).
pub(super) fn recognition(
    cell: OrganisationId,
    member: MemberId,
    ceremony_on: Date,
    rules: &Rules,
    today: Date,
) -> Option<Sign> {
    let over = probation_over(ceremony_on, rules).value;
    let first_reminder = rules.reminder_days().value.into_iter().max().unwrap_or(0);
    if today < over.saturating_sub(i64::from(first_reminder).days()) {
        return None;
    }
    let term = recognition_due(ceremony_on, rules);
    let due = term.value;
    let weight = due_or_late(due, today);
    let key = if weight == Weight::Late { "signs-recognition-late" } else { "signs-recognition-due" };
    let words = Sentence::new(key).with("over", written(over)).with("due", written(due));
    let sign = Sign::new(SignKind::RecognitionDue, cell, weight, words);
    Some(sign.by(term.citation).of(member).since(ceremony_on).due(due))
}
