//! Members: what the register keeps, and where each stands from day to day.

mod doubles;
mod known;
mod list;
mod profiles;
mod standings;

pub use doubles::{Double, DoubleBy, Sought, doubles};
pub use known::{Known, known};
pub use list::{Filter, Listed, belonging_below, list, membership_counts};
pub(crate) use list::{LISTED, ListedRow};
pub use profiles::{Identity, NewMember, find, find_many, identity_cipher, insert_many, update_profile};
pub use standings::{
    WRITTEN_ABOUT, correct_end, end_standing, end_standings, ever_in, ever_stood_in, forget_if_nowhere,
    home_place, insert_standings, insert_standings_by, is_written_about, roll_on, standings_in, standings_of,
    standings_of_many, take_back,
};
