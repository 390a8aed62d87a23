//! Members: the list of an organisation, and one member's file, whose every reading is an event.

mod identity;
mod list;
mod show;

pub use nennep_store::members::Listed;

pub use identity::{identity_hash, masked, open_identity, reveal_identity, seal_identity};
pub use list::{Filter, list};
pub use show::{MemberView, show};
