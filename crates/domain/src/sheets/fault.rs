//! What is wrong with a value in a sheet, said so that a person finds the place and knows what to do.

use serde::Serialize;

use crate::problems::Sentence;

/// What is wrong with a value, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What is wrong.
    pub reason: Sentence,
    /// What to do.
    pub remedy: Sentence,
}

impl Fault {
    /// What is wrong, and what to do.
    pub const fn new(reason: Sentence, remedy: Sentence) -> Self {
        Self { reason, remedy }
    }

    /// The same fault with one more value in the reason.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<crate::problems::Argument>) -> Self {
        self.reason = self.reason.with(name, value);
        self
    }
}

/// A fault at its place in the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// The sheet's own row number, counted from 1.
    pub row: u32,
    /// The column by its letters and heading, e.g. `C (Ngày sinh)`; empty where the whole row is meant.
    pub column: String,
    /// The value as written.
    pub value: String,
    /// What is wrong.
    pub reason: Sentence,
    /// What to do.
    pub remedy: Sentence,
}

impl RowProblem {
    /// The fault at a place.
    pub fn new(row: u32, column: String, value: String, fault: Fault) -> Self {
        Self { row, column, value, reason: fault.reason, remedy: fault.remedy }
    }
}
