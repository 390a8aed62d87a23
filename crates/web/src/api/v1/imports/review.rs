//! What taking a file would do, with the numbers and words of `nennep import --json`.

use nennep_app::imports::Review;
use serde::Serialize;
use utoipa::ToSchema;

use super::lines::{ImportChangedLine, ImportColumn, ImportNewLine, ImportProblem};
use crate::{api::spoken::Said, words::Words};

/// What taking a file would do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportReview {
    /// The sheet that was read.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
    /// Why no line can be read before the columns are mapped by hand.
    pub unusable: Option<Said>,
    /// Whether every line can be taken.
    pub clean: bool,
    /// Lines read.
    pub rows: usize,
    /// Lines that would be added.
    pub added: usize,
    /// Lines by which something would change.
    pub changed: usize,
    /// Lines that would change nothing.
    pub unchanged: usize,
    /// Lines that cannot be taken.
    pub refused: usize,
    /// The lines that would be added, at most 200.
    pub new_lines: Vec<ImportNewLine>,
    /// The lines by which something would change, at most 200.
    pub changed_lines: Vec<ImportChangedLine>,
    /// Everything that is wrong, in the order of the rows; at most 2000.
    pub problems: Vec<ImportProblem>,
    /// Rows that hold something but no line of the register: titles of groups, totals, signatures.
    pub passed_over: Vec<u32>,
    /// Lines that name a party office; offices are not taken from registers, since they open rights.
    pub offices: usize,
}

/// Problems that are given; all are counted.
const MOST_PROBLEMS: usize = 2_000;

impl ImportReview {
    pub(super) fn of(w: Words, review: &Review) -> Self {
        let counts = &review.counts;
        let problems = review.problems.iter().take(MOST_PROBLEMS);
        Self {
            sheet: review.sheet.clone(),
            columns: review.columns.iter().map(ImportColumn::from).collect(),
            unusable: review.unusable.as_ref().map(|sentence| Said::of(w, sentence)),
            clean: review.is_clean(),
            rows: counts.rows,
            added: counts.added,
            changed: counts.changed,
            unchanged: counts.unchanged,
            refused: counts.refused,
            new_lines: review.added.iter().map(ImportNewLine::from).collect(),
            changed_lines: review.changed.iter().map(|line| ImportChangedLine::of(w, line)).collect(),
            problems: problems.map(|problem| ImportProblem::of(w, problem)).collect(),
            passed_over: review.passed_over.clone(),
            offices: review.offices,
        }
    }
}
