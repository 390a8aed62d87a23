//! Why a deed of a rating is not done.

use nennep_domain::problems::{Citation, Problems, Refusal, Sentence};

use super::Who;
use crate::error::Error;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum Cannot {
    #[error("the round is closed")]
    Closed,
    #[error("it is decided")]
    Decided,
    #[error("it is not decided")]
    NotDecided,
    #[error("no cell is left to rate")]
    NoCells,
    #[error("the organisation has a round of the year")]
    HasOne,
    #[error("entered longer ago")]
    TooOld,
    #[error("a step was taken")]
    Begun,
    #[error("the cell committee has checked it")]
    Checked,
}

impl Refusal for Cannot {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::Closed => "ratings-refused-closed",
            Self::Decided => "ratings-refused-decided",
            Self::NotDecided => "ratings-refused-not-decided",
            Self::NoCells => "ratings-refused-no-cells",
            Self::HasOne => "ratings-refused-has-one",
            Self::TooOld => "ratings-refused-too-old",
            Self::Begun => "ratings-refused-begun",
            Self::Checked => "ratings-refused-checked",
        })
    }
}

/// What is wrong with some rows of a form with a row for each rating.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} rows are wrong", .0.len())]
pub struct RowProblems(pub Vec<(Who, Problems)>);

impl Refusal for RowProblems {
    fn sentence(&self) -> Sentence {
        let first = self.0.first().and_then(|(_, problems)| problems.0.first());
        let rows = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        match first {
            // One row alone speaks for itself: programs send one at a time.
            Some(problem) if rows == 1 => problem.sentence.clone(),
            _ => Sentence::new("ratings-rows-wrong").with("rows", rows),
        }
    }

    fn citation(&self) -> Option<Citation> {
        None
    }
}

/// What is wrong row by row, where that is why a form was refused.
pub fn row_problems(error: &Error) -> Option<&RowProblems> {
    let Error::Refused(refusal) = error else { return None };
    let refusal: &dyn std::error::Error = refusal.as_ref();
    refusal.downcast_ref::<RowProblems>()
}
