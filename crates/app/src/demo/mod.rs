//! Samples: one believable committee, all of it invented, the same again from the same seed.
//!
//! What is in a sample follows from [`Sample`] alone, ids included. Every decision in it (rolls, denominators, majorities,
//! points, agendas) is made by the domain, as for a real meeting; only the writing is done in bulk.

mod accounts;
mod blueprint;
mod calendar;
mod cells;
mod census;
mod contacts;
mod dice;
mod fill;
mod offices;
mod overrides;
mod people;
mod sample;

pub use accounts::{Printed, printed};
pub use fill::{Begin, begin, clear, fill};
pub use sample::{FIRST_MONTH, Kept, Sample, Scale, kept};
