//! The house as browsers meet it: who may do what, what pages say, what is refused and how.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod books;
mod browser;
mod months;
mod papers;
mod preparing;
mod visit;
