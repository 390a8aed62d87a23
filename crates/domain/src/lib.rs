//! What is true: the types and rules of party organisations, their members and their meetings.
//!
//! Everything here is pure. There is no database, no web, no clock and no randomness: dates, instants and ids come in
//! as values, and the numbers of the party's rules come in as dated rule packs ([`rules::Rules`]), never as constants.

#[macro_use]
mod macros;

pub mod accounts;
pub mod decisions;
pub mod dues;
pub mod ids;
pub mod names;
pub mod nominees;
pub mod problems;
pub mod sheets;
pub mod time;

pub mod learning;
pub mod meetings;
pub mod members;
pub mod months;
pub mod offers;
pub mod organisations;

pub mod motions;
pub mod papers;
pub mod quality;
pub mod ratings;
pub mod recognition;
pub mod recruiting;
pub mod rules;
pub mod search;
pub mod signs;
pub mod tasks;
