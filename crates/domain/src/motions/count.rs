//! Hands counted, and the refusal of counts that cannot be.

use serde::{Deserialize, Serialize};

use crate::problems::{Refusal, Sentence};

/// Hands counted for a motion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// In favour (tán thành).
    pub in_favour: u32,
    /// Against (không tán thành).
    pub against: u32,
    /// Of another opinion (ý kiến khác).
    pub other: u32,
}

impl Count {
    /// All hands counted.
    pub fn hands(self) -> u64 {
        u64::from(self.in_favour) + u64::from(self.against) + u64::from(self.other)
    }

    /// The count, if no more hands were counted than may be raised. Fewer is no fault: one need not raise a hand.
    pub fn check(self, eligible: u32) -> Result<Self, CountError> {
        if self.hands() > u64::from(eligible) {
            Err(CountError { counted: self.hands(), eligible })
        } else {
            Ok(self)
        }
    }
}

/// More hands were counted than members present may raise.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{counted} hands counted, {eligible} may be raised")]
pub struct CountError {
    /// The hands counted.
    pub counted: u64,
    /// The members present who may vote.
    pub eligible: u32,
}

impl Refusal for CountError {
    fn sentence(&self) -> Sentence {
        let counted = u32::try_from(self.counted).unwrap_or(u32::MAX);
        Sentence::new("motions-more-hands-than-members")
            .with("counted", counted)
            .with("eligible", self.eligible)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(17, 0, 0, true)]
    #[case(10, 5, 2, true)]
    #[case(10, 0, 0, true)]
    #[case(18, 0, 0, false)]
    #[case(10, 5, 3, false)]
    #[case(u32::MAX, u32::MAX, 1, false)]
    fn more_hands_than_members_are_refused(
        #[case] in_favour: u32,
        #[case] against: u32,
        #[case] other: u32,
        #[case] taken: bool,
    ) {
        let checked = Count { in_favour, against, other }.check(17);
        assert_eq!(checked.is_ok(), taken);
        if let Err(error) = checked {
            assert_eq!(error.code(), "motions-more-hands-than-members");
        }
    }
}
