//! The quality of a meeting.

mod grade;

pub use grade::{Decider, Grade};
