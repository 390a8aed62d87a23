//! The house as programs and browsers meet it: the API's contract, who may do what, what is refused and how.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod api;
mod ground;
