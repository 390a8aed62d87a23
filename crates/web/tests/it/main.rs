//! The house as people in a browser meet it: what its pages show, what its forms do, what is refused and how.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod browser;
mod preparing;
