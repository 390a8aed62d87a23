//! The deeds, on real databases of both engines.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod accounts;
mod cell_votes;
mod clock;
mod corrections;
mod deeds;
mod demo;
mod dues;
mod evidence;
mod extracts;
mod grid;
mod imports;
mod learning;
mod life;
mod loans;
mod month;
mod nominees;
mod offers;
mod papers;
mod preparing;
mod quality;
mod ratings;
mod reading;
mod recognition;
mod recruiting;
mod reorganisation;
mod room;
mod rules;
mod signs;
mod sub_cells;
