//! Dated deeds in a member's life: looked at before they are done, done, taken back within a day; and official transfers, handed
//! over between two cells.

mod list;
mod perform;
mod preview;
mod take_back;
mod transfers;
mod weigh;

use jiff::civil::Date;
use nennep_domain::{decisions::Decision, ids::MemberId, members::life::LifeDeed};

pub use list::{LifeView, list};
pub(crate) use perform::admit_in;
pub use perform::{admit, perform};
pub use preview::{preview, preview_transfer};
pub use take_back::take_back;
pub use transfers::{TransferForm, TransferView, introduce, open_transfers, receive, transfers_of, withdraw};
pub(crate) use weigh::ceremony_before;

/// A deed in a member's life with its day and the decision it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The member.
    pub member: MemberId,
    /// The deed.
    pub deed: LifeDeed,
    /// The day it takes effect: today or one before. Of an admission the day of the ceremony.
    pub on: Date,
    /// The decision.
    pub decision: Decision,
}
