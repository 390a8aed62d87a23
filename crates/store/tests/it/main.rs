//! The store, on real databases of both engines: every public function, and what both engines must agree on.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod accounts;
mod contracts;
mod copies;
mod corrections;
mod dues;
mod evidence;
mod ground;
mod history;
mod imports;
mod issues;
mod jobs;
mod learning;
mod loans;
mod looking;
mod meetings;
mod members;
mod minutes;
mod months;
mod motions;
mod nominees;
mod offers;
mod offices;
mod organisations;
mod person;
mod preparing;
mod quality;
mod ratings;
mod recognition;
mod recruiting;
mod room;
mod rules;
mod samples;
mod search;
mod sessions;
mod settings;
mod signs;
mod tasks;
