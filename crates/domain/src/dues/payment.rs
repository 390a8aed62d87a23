//! How an amount that was paid is spread over the months it is for.

use super::DuesError;
use crate::time::Month;

/// So many months may be paid at one time.
pub const MOST_MONTHS: usize = 24;
/// No month of anybody's dues is more than this, in đồng: what is larger is a slip of the finger.
const MOST_DONG: i64 = 100_000_000;

/// The amount, if it can have been paid for so many months.
pub fn checked_amount(dong: i64, months: usize) -> Result<i64, DuesError> {
    if months == 0 || months > MOST_MONTHS {
        return Err(DuesError::TooManyMonths { most: MOST_MONTHS });
    }
    let most = MOST_DONG.saturating_mul(i64::try_from(months).unwrap_or(i64::MAX));
    if dong <= 0 || dong > most { Err(DuesError::NotAnAmount) } else { Ok(dong) }
}

/// An amount spread over months, the oldest first, each up to what is still open for it; what is left over belongs to the last
/// month: a higher amount is voluntary. `open` gives what is still owed for each month, in đồng; `None` where that is not known,
/// which takes all that is left if it is the last month, and nothing otherwise. Months that get nothing are left out.
pub fn spread(dong: i64, open: &[(Month, Option<i64>)]) -> Vec<(Month, i64)> {
    let mut left = dong;
    let mut parts = Vec::with_capacity(open.len());
    for (n, (month, owed)) in open.iter().enumerate() {
        let is_last = n + 1 == open.len();
        let part = if is_last { left } else { left.min(owed.unwrap_or_default().max(0)) };
        left -= part;
        if part > 0 {
            parts.push((*month, part));
        }
    }
    parts
}
