//! Members: what the register keeps, and where each stands from day to day.

mod doubles;
mod profiles;
mod standings;

pub use doubles::{Double, DoubleBy, Sought, doubles};
pub use profiles::{Identity, NewMember, find, find_many, identity_cipher, insert_many, update_profile};
pub use standings::{
    Filter, Known, Listed, end_standing, home_place, insert_standings, known, list, membership_counts,
    roll_on, standings_of,
};
