//! The API's contract.

mod document;
mod lists;
mod month;
mod problems;
mod tokens;
