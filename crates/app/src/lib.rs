//! The deeds: who does what, each in one transaction with its event and its follow-up jobs.
//!
//! Pages, the JSON API and the command line meet here, so that a rule is written once. A use case takes [`Ctx`] (the
//! program and who asks), checks permission with [`Ctx::must`], lets the domain decide, and writes through the store.
//!
//! What other crates await gives its future in a box (`#[boxed]`, decision 0005), so that it is compiled here and not
//! again wherever it is awaited.

pub mod accounts;
pub mod books;
pub mod context;
pub mod demo;
pub mod dues;
pub mod error;
pub mod events;
pub mod health;
pub mod imports;
pub mod jobs;
pub mod keys;
pub mod learning;
pub mod mail;
pub mod meetings;
pub mod members;
pub mod memory;
pub mod months;
pub mod nominees;
pub mod notes;
mod notices;
pub mod offers;
pub mod offices;
pub mod organisations;
pub mod outside;
pub mod papers;
pub mod progress;
pub mod quality;
pub mod ratings;
pub mod reach;
pub mod recognition;
pub mod recruiting;
pub mod registers;
pub mod rules;
pub mod search;
pub mod signs;
pub mod tasks;
pub mod today;
mod turn;

use async_recursion::async_recursion as boxed;

pub use context::{App, Ctx};
pub use error::{Error, Result};
pub use nennep_store::{Error as StoreError, Location, Store};
