//! The sign of a member's file that was lent and has not come back.

use jiff::civil::Date;

use super::{Sign, SignKind, Weight};
use crate::{members::loan::Loan, problems::Sentence, time::written};

/// Not back by its last day.
pub fn of_loan(loan: &Loan, today: Date) -> Option<Sign> {
    if !loan.is_overdue(today) {
        return None;
    }
    let words = Sentence::new("signs-file-overdue")
        .with("borrower", loan.borrower.as_str())
        .with("since", written(loan.lent_on))
        .with("due", written(loan.due_on));
    let sign = Sign::new(SignKind::FileOverdue, loan.cell, Weight::Late, words);
    Some(sign.of(loan.member).since(loan.lent_on).due(loan.due_on))
}
