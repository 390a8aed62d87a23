//! Party badges (huy hiệu Đảng): who is due on a day of badges, early for serious illness or after death; and what becomes of a proposal.

mod due;
mod error;
mod proposal;
#[cfg(test)]
mod tests;

pub use due::{BadgeCase, BadgeFacts, Candidate, case_at, check, days_around};
pub use error::BadgeError;
pub use proposal::{BadgeProposal, StepForm, StepTaken};

text_enum! {
    /// On what ground a badge is proposed.
    BadgeGround {
        /// The years are full by the day of badges.
        Due = "due",
        /// Early, for serious illness.
        Illness = "illness",
        /// After death (truy tặng).
        Posthumous = "posthumous",
    }
}

text_enum! {
    /// A step of a proposal, in their order.
    BadgeStep {
        /// On the cell's list, with the member's request.
        Requested = "requested",
        /// Proposed by the base committee.
        Proposed = "proposed",
        /// Decided by the committee that awards.
        Decided = "decided",
        /// Handed over, with the badge's number.
        Awarded = "awarded",
    }
}
