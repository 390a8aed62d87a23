//! The API's contract.

mod by_hand;
mod document;
mod documents;
mod imports;
mod lists;
mod month;
mod overrides;
mod problems;
mod score;
mod tokens;
