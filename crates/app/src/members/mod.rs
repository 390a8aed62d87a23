//! Members: the list of an organisation, one member's file, whose every reading is an event, and the deeds in a member's life.

mod by_hand;
pub mod corrections;
pub mod extract;
mod identity;
pub mod life;
mod list;
mod load;
pub mod loans;
mod show;

pub use by_hand::{AddForm, Typed, add, change, load_for_change};
pub use identity::{identity_hash, masked, open_identity, reveal_identity, seal_identity};
pub use list::{Filter, list, opened};
pub(crate) use list::{as_seen, files_seen, opened_of};
pub(crate) use load::{kept_at, load as load_member, opens_file};
pub use nennep_store::members::Listed;
pub use show::{Attended, MemberView, Reading, show, stands};
