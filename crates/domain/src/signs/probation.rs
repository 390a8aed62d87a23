//! Signs between the decision of admission and the recognition.

use jiff::{ToSpan, civil::Date};

use super::{Sign, SignKind, Weight, due_or_late};
use crate::{
    ids::{MemberId, OrganisationId},
    members::life::probation_over,
    problems::Sentence,
    rules::{Rules, TermStart},
    time::written,
};

/// How many days before the end of a probation the program first speaks of it: a habit of the program, no rule.
const REMINDED_DAYS: i32 = 90;

/// What is known of an admission whose ceremony was not held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdmissionFacts {
    /// The cell.
    pub cell: OrganisationId,
    /// Who is to be admitted.
    pub member: MemberId,
    /// The day of the decision.
    pub decided_on: Date,
    /// The day the cell received it, where known.
    pub received_on: Option<Date>,
}

/// By when the ceremony is to be held (statement 32; 208-QĐ/TW).
pub fn of_admission(facts: AdmissionFacts, rules: &Rules, today: Date) -> Sign {
    let term = rules.ceremony_working_days();
    let start = match rules.ceremony_counts_from().value {
        TermStart::Issue => facts.decided_on,
        TermStart::Receipt => facts.received_on.unwrap_or(facts.decided_on),
    };
    let due = rules.book().calendar().plus_working_days(start, term.value);
    let weight = due_or_late(due, today);
    let key = if weight == Weight::Late { "signs-ceremony-late" } else { "signs-ceremony-due" };
    let words = Sentence::new(key)
        .with("decided", written(facts.decided_on))
        .with("due", written(due))
        .with("days", term.value);
    let sign = Sign::new(SignKind::CeremonyDue, facts.cell, weight, words);
    sign.by(term.citation).of(facts.member).since(start).due(due)
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
    if today < over.saturating_sub(REMINDED_DAYS.days()) {
        return None;
    }
    let term = rules.recognition_working_days();
    let due = rules.book().calendar().plus_working_days(over, term.value);
    let weight = due_or_late(due, today);
    let key = if weight == Weight::Late { "signs-recognition-late" } else { "signs-recognition-due" };
    let words = Sentence::new(key).with("over", written(over)).with("due", written(due));
    let sign = Sign::new(SignKind::RecognitionDue, cell, weight, words);
    Some(sign.by(term.citation).of(member).since(ceremony_on).due(due))
}
