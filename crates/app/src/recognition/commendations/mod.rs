//! Commendations of members and organisations: entered, set right within a day, ended by a later decision, listed by year.

mod keep;
mod list;

pub use keep::{CommendationForm, add, end, reopen, take_back};
pub use list::{CommendationView, Year, find, of_member, of_organisation, year};
pub use nennep_store::commendations::Kept;
