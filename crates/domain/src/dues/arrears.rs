//! What a closed month leaves unpaid.

use serde::Serialize;

use crate::time::Month;

/// A month of one member's, as the book has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Paid {
    /// The month.
    pub month: Month,
    /// What is owed, in đồng; `None` while it cannot be reckoned.
    pub owed: Option<i64>,
    /// What was paid for it, in đồng.
    pub paid: i64,
    /// Whether the cell found a good reason why nothing was paid.
    pub excused: bool,
    /// Whether the cell closed the month.
    pub closed: bool,
}

impl Paid {
    /// What is still owed, in đồng; 0 where it cannot be reckoned.
    pub fn open(&self) -> i64 {
        (self.owed.unwrap_or_default() - self.paid).max(0)
    }

    /// What was paid beyond what is owed, in đồng.
    pub fn beyond(&self) -> i64 {
        self.owed.map_or(0, |owed| (self.paid - owed).max(0))
    }

    /// Whether nothing was paid for it without good reason, after the cell had closed it: such months count (statement 36;
    /// 01-QĐ/TW, Art. 2). Part of the dues is dues.
    pub const fn counts_as_unpaid(&self) -> bool {
        self.closed && !self.excused && self.paid == 0 && matches!(self.owed, Some(owed) if owed > 0)
    }
}

/// The months that count as unpaid and without good reason.
pub fn arrears(months: &[Paid]) -> Vec<Month> {
    months.iter().filter(|one| one.counts_as_unpaid()).map(|one| one.month).collect()
}
