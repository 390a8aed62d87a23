//! Papers out: minutes, resolutions and lists as PDF and DOCX, charts and QR codes as SVG. Spreadsheets in and out.
//!
//! The heavy crates of the program live here and nowhere else. Nothing here reads a database, a clock or the network:
//! what a paper says comes in as plain structs of the domain, and so does the moment that stands in its data.

pub mod charts;
pub mod codes;
pub mod papers;
pub mod ratings;
pub mod registers;
pub mod sheets;
