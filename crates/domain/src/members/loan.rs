//! A member's file lent out: to whom, why, when, until when, and its coming back (the register of files lent, 01-HD/TW 2021 §8).

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    ids::{LoanId, MemberId, OrganisationId},
    names,
    problems::{Problems, Refusal, Sentence},
    time::written,
};

/// A file lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loan {
    /// Its id.
    pub id: LoanId,
    /// Whose file.
    pub member: MemberId,
    /// The cell that kept it when it was lent.
    pub cell: OrganisationId,
    /// To whom.
    pub borrower: String,
    /// Why.
    pub reason: String,
    /// When.
    pub lent_on: Date,
    /// The last day it is to come back.
    pub due_on: Date,
    /// When it came back.
    pub returned_on: Option<Date>,
}

/// What was typed of a lending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanForm {
    /// To whom.
    pub borrower: String,
    /// Why.
    pub reason: String,
    /// When.
    pub lent_on: Date,
    /// The last day it is to come back.
    pub due_on: Date,
}

/// The most letters of a name and of a reason.
const MOST_LETTERS: usize = 300;

impl LoanForm {
    /// The lending, tidied; all that is wrong with it, if anything is.
    pub fn check(
        &self,
        id: LoanId,
        member: MemberId,
        cell: OrganisationId,
        today: Date,
    ) -> Result<Loan, Problems> {
        let short = |text: &str| names::tidy(text).chars().take(MOST_LETTERS).collect::<String>();
        let (borrower, reason) = (short(&self.borrower), short(&self.reason));
        let mut problems = Problems::default();
        if borrower.is_empty() {
            problems.add("borrower", Sentence::new("loans-borrower-missing"));
        }
        if reason.is_empty() {
            problems.add("reason", Sentence::new("form-reason-missing"));
        }
        if self.lent_on > today {
            problems.add("lent_on", Sentence::new("loans-to-come"));
        }
        if self.due_on < self.lent_on {
            problems.add("due_on", Sentence::new("loans-due-first"));
        }
        let Self { lent_on, due_on, .. } = *self;
        problems.or(Some(Loan { id, member, cell, borrower, reason, lent_on, due_on, returned_on: None }))
    }
}

/// Why a file's coming back is not entered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoanError {
    /// Before it was lent.
    #[error("it was lent on {on}")]
    BackFirst {
        /// The day it was lent.
        on: Date,
    },
    /// On a day to come.
    #[error("that day has not come")]
    ToCome,
    /// It came back on another day.
    #[error("it came back on {on}")]
    Back {
        /// When.
        on: Date,
    },
    /// Another lending of the file is open: a file is in one place.
    #[error("the file is lent out")]
    Out,
}

impl Refusal for LoanError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::BackFirst { on } => Sentence::new("loans-refused-back-first").with("date", written(*on)),
            Self::ToCome => Sentence::new("loans-to-come"),
            Self::Back { on } => Sentence::new("loans-refused-back").with("date", written(*on)),
            Self::Out => Sentence::new("loans-refused-out"),
        }
    }
}

impl Loan {
    /// Whether it was out on a day.
    pub fn is_out_on(&self, day: Date) -> bool {
        self.lent_on <= day && self.returned_on.is_none_or(|back| day < back)
    }

    /// Whether it is out past its last day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.returned_on.is_none() && self.due_on < today
    }

    /// Whether it can have come back on a day; on the same day again, too.
    pub fn check_return(&self, on: Date, today: Date) -> Result<(), LoanError> {
        match self.returned_on {
            Some(back) if back == on => Ok(()),
            Some(back) => Err(LoanError::Back { on: back }),
            None if on < self.lent_on => Err(LoanError::BackFirst { on: self.lent_on }),
            None if on > today => Err(LoanError::ToCome),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 11, 5);

    fn form(borrower: &str, reason: &str, lent_on: Date, due_on: Date) -> Result<Loan, Problems> {
        let form = LoanForm { borrower: borrower.to_owned(), reason: reason.to_owned(), lent_on, due_on };
        let nil = Uuid::nil();
        form.check(LoanId(nil), MemberId(nil), OrganisationId(nil), TODAY)
    }

    #[rstest]
    #[case("Ban Tổ chức", "Xét huy hiệu", TODAY, TODAY, &[])]
    #[case(" ", "", TODAY, TODAY, &["borrower", "reason"])]
    #[case("A", "B", date(2026, 11, 6), date(2026, 11, 7), &["lent_on"])]
    #[case("A", "B", TODAY, date(2026, 11, 4), &["due_on"])]
    fn a_lending_says_to_whom_why_and_until_when(
        #[case] borrower: &str,
        #[case] reason: &str,
        #[case] lent_on: Date,
        #[case] due_on: Date,
        #[case] wrong: &[&str],
    ) {
        let problems = form(borrower, reason, lent_on, due_on).err().unwrap_or_default();
        assert_eq!(problems.0.iter().map(|one| one.field).collect::<Vec<_>>(), wrong);
    }

    #[rstest]
    #[case(date(2026, 10, 31), Err(LoanError::BackFirst { on: date(2026, 11, 1) }))]
    #[case(date(2026, 11, 1), Ok(()))]
    #[case(date(2026, 11, 5), Ok(()))]
    #[case(date(2026, 11, 6), Err(LoanError::ToCome))]
    fn it_comes_back_after_it_went(#[case] on: Date, #[case] expected: Result<(), LoanError>) {
        let loan = form("A", "B", date(2026, 11, 1), date(2026, 11, 3)).unwrap();
        assert_eq!(loan.check_return(on, TODAY), expected);
    }

    #[test]
    fn it_is_overdue_from_the_day_after_the_last() {
        let loan = form("A", "B", date(2026, 11, 1), date(2026, 11, 3)).unwrap();
        assert!(!loan.is_overdue(date(2026, 11, 3)) && loan.is_overdue(date(2026, 11, 4)));
        assert!(loan.is_out_on(date(2026, 11, 1)) && !loan.is_out_on(date(2026, 10, 31)));
        let back = Loan { returned_on: Some(date(2026, 11, 4)), ..loan };
        assert!(!back.is_overdue(TODAY) && !back.is_out_on(date(2026, 11, 4)));
        assert_eq!(back.check_return(date(2026, 11, 4), TODAY), Ok(()), "the same again");
        let other = back.check_return(date(2026, 11, 5), TODAY);
        assert_eq!(other, Err(LoanError::Back { on: date(2026, 11, 4) }));
    }
}
