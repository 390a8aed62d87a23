//! Motions decided by a show of hands: who may raise a hand, among whom it is counted, how many are needed, and the
//! sentences the chair reads out before and after. Secret ballots are another matter and are not counted here.

mod count;
mod decide;
mod record;
mod roll;

pub use count::{Count, CountError};
pub use decide::{Outcome, Terms, decide, terms};
pub use record::{Decision, Motion, MotionSubject, ReservedOpinion};
pub use roll::{Denominator, denominator, eligible, may_vote};

text_enum! {
    /// What is put to the vote.
    MotionKind {
        /// Agenda, minutes, score: what the meeting settles for itself.
        Procedural = "procedural",
        /// A resolution or the meeting's conclusion.
        Resolution = "resolution",
        /// The proposal to admit somebody (kết nạp).
        Admission = "admission",
        /// The proposal to recognise a probationary member as official (công nhận chính thức).
        Recognition = "recognition",
    }
}
