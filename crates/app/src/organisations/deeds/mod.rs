//! Dated deeds that change organisations: looked at before they are done, done on their day, withdrawn before it, taken back after it.

mod due;
mod list;
mod perform;
mod preview;
mod undo;
mod weigh;
mod withdraw;

use jiff::civil::Date;
use nennep_domain::{decisions::Decision, organisations::history::Deed};

pub(crate) use due::perform_due;
pub use list::{DeedView, find, list, may_keep, mergeable, next_code_below};
pub(in crate::organisations) use list::{is_of_organisations, viewed};
pub use nennep_store::deeds::Recorded;
pub use perform::{Performed, perform};
pub use preview::{Line, Preview, preview};
pub use undo::take_back;
pub(crate) use weigh::standing_on;
pub use withdraw::withdraw;

/// A deed with its day and the decision it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The deed.
    pub deed: Deed,
    /// The day it takes effect: today, one before, or one to come.
    pub on: Date,
    /// The decision.
    pub decision: Decision,
}
