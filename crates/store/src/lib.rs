//! The database of one party committee and all below it: an SQLite file, or a PostgreSQL schema.
//!
//! One SQL text serves both engines ([`on_both!`]); what must differ stands in [`dialect`]. Functions that read take
//! `&mut Tx`, functions that write take `&mut WriteTx`, and only [`Store::write`] gives one: a page that shows cannot change.
//! Rows never leave this crate; "not found" is `None`; a conflict that is expected is `false`, not an error.

#[macro_use]
mod transaction;
mod columns;
mod connection;
pub mod dialect;
mod error;
mod pieces;

pub mod accounts;
pub mod badges;
pub mod commendations;
pub mod copies;
pub mod corrections;
pub mod deeds;
pub mod discipline;
pub mod dues;
pub mod events;
pub mod imports;
pub mod issues;
pub mod jobs;
pub mod learning;
pub mod loans;
pub mod meetings;
pub mod members;
pub mod minutes;
pub mod months;
pub mod motions;
pub mod nominees;
pub mod offers;
pub mod offices;
pub mod organisations;
pub mod quality;
pub mod ratings;
pub mod recruiting;
pub mod rules;
pub mod search;
pub mod sessions;
pub mod settings;
pub mod signs;
pub mod tables;
pub mod tasks;
pub mod transfers;

pub use connection::{Location, Store};
pub use error::{Error, Result};
pub use transaction::{Tx, WriteTx};
