//! What several papers speak of: the sitting, a task, a vote.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use crate::{meetings::MeetingKind, time::Month};

/// The meeting a paper belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    /// The cell as running text names it, e.g. `Chi bộ Tổ dân phố số 5`.
    pub cell: String,
    /// Its kind.
    pub kind: MeetingKind,
    /// The month it counts for.
    pub month: Month,
    /// The theme of a thematic part, or what an extraordinary meeting is about; else empty.
    pub topic: String,
    /// When it starts, or was opened, on the wall clock of Vietnam; `None` leaves room for it.
    pub starts_at: Option<DateTime>,
    /// Where; empty leaves room for it.
    pub place: String,
}

/// A task set by a meeting (42-HD II.3.1: each with lead, deadline and the meeting at which it is reported).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// What is to be done.
    pub text: String,
    /// What is to come of it; may be empty.
    pub product: String,
    /// Who leads it.
    pub lead: String,
    /// Until when.
    pub due_on: Option<Date>,
    /// The month whose meeting hears the report.
    pub report_in: Option<Month>,
}

/// A vote as a line of a paper states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// How many agreed.
    pub agreed: u32,
    /// The number it is counted against.
    pub base: u32,
}

impl Vote {
    /// The share that agreed, in tenths of a percent, rounded half up; 0 where the base is 0.
    pub fn share_permille(self) -> u32 {
        let base = u64::from(self.base);
        if base == 0 {
            return 0;
        }
        u32::try_from((u64::from(self.agreed) * 2000 + base) / (2 * base)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_to_a_tenth_of_a_percent() {
        for (agreed, base, share) in
            [(20, 20, 1000), (17, 22, 773), (2, 3, 667), (1, 3, 333), (1, 2000, 1), (0, 0, 0)]
        {
            assert_eq!(Vote { agreed, base }.share_permille(), share, "{agreed}/{base}");
        }
    }
}
