//! Recruiting: outstanding people on cells' lists, the way of each to admission, the lists' monthly review, and the year against its
//! target. What is known of a candidate is kept as a member's file is.

mod admit;
mod cell_votes;
mod certificates;
mod committee;
mod due;
mod files;
mod keep;
mod leave;
mod list;
mod load;
mod papers;
mod people;
pub mod probation;
mod record;
mod remind;
mod review;
mod show;

pub use admit::hold_ceremony;
pub use cell_votes::{VoteChoices, meetings_for_vote, put_to_vote, take_off_agenda};
pub(crate) use cell_votes::{must_be_ready, votes_seen};
pub use certificates::take_certificate;
pub use committee::{CommitteeYear, YearOfCell, of_committee, set_target};
pub use due::{DueLine, Whom};
pub(crate) use due::{due_in, review_is_due};
pub(crate) use files::files;
pub use keep::{AddForm, add, change};
pub(crate) use leave::forget_dropped;
pub use leave::{drop_from_list, move_to, put_back};
pub use list::{CandidateLine, CellList, Probationer, of_cell, places};
pub use nennep_store::{meetings::Coming, recruiting::Review};
pub use papers::print;
pub use people::{IntroductionForm, assign_helper, introduce, remove_helper, withdraw_introduction};
pub use record::{record, undo};
pub(crate) use remind::remind;
pub use review::{ReviewForm, review, take_review_back};
pub use show::{CandidateView, for_change, show};
