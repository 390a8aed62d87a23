//! Members: what the register keeps, and where each stands from day to day.

mod doubles;
mod known;
mod profiles;
mod standings;

pub use doubles::{Double, DoubleBy, Sought, doubles};
pub use known::{Known, known};
pub use profiles::{Identity, NewMember, find, find_many, identity_cipher, insert_many, update_profile};
pub use standings::{
    Filter, Listed, correct_end, end_standing, home_place, insert_standings, list, membership_counts,
    roll_on, standings_of,
};
pub(crate) use standings::{LISTED, ListedRow};
