//! The way from the ceremony to recognition, for those who open the member's file.

mod load;
mod papers;
mod record;
mod show;
mod vote;

pub(super) use load::file_of;
pub use papers::print;
pub use record::{record, undo};
pub use show::{ProbationView, for_change, show};
pub use vote::{ProbationVoteChoices, meetings_for_vote, put_to_vote, take_off_agenda};
