//! The house as browsers and programs meet it: who may do what, what pages say, what is refused and how; the API's contract.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod accounts;
mod api;
mod asking;
mod books;
mod carried;
mod changing;
mod drawn;
mod dues;
mod forms;
mod front;
mod imports;
mod learning;
mod months;
mod nominees;
mod papers;
mod people;
mod policy;
mod preparing;
mod ratings;
mod recognition;
mod recruiting;
mod room;
mod scoring;
mod search;
mod templates;
mod today;
