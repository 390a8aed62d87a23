//! Samples: one believable committee, all of it invented, the same again from the same seed.
//!
//! What is in a sample follows from [`Sample`] alone, ids included. Every decision in it (rolls, denominators, majorities,
//! points, agendas) is made by the domain, as for a real meeting; only the writing is done in bulk.

mod accounts;
mod after;
mod agenda;
mod before;
mod blueprint;
mod calendar;
mod cells;
mod census;
mod changes;
mod character;
mod classes;
mod committee;
mod contacts;
mod dice;
mod dues;
mod fill;
mod held;
mod honours;
mod loans;
mod nominees;
mod offers;
mod offices;
mod overrides;
mod people;
mod plan;
mod ratings;
mod recruits;
mod roll;
mod rows;
mod sample;
mod score;
mod seen;
mod setting;
mod story;
mod talk;
mod terms;
mod texts;
mod votes;
mod ways;
mod work;

pub use accounts::{Printed, printed};
pub use fill::{Begin, begin, clear, fill};
pub use sample::{FIRST_MONTH, Kept, Sample, Scale, kept};
