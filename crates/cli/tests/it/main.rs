//! The program itself, run as offices and administrators run it.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod adoption;
mod changing;
mod config;
mod demo;
mod extracts;
mod faults;
mod house;
mod looking;
mod meetings;
mod office;
mod papers;
mod ratings;
mod registers;
mod rules_and_rubrics;
