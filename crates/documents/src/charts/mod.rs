//! Charts as SVG: bars by month, a line of shares with its interval, a row of grades; what became of what, and a tree.
//!
//! One drawing serves pages and papers. A chart never stands alone: the page shows its table beside it, and its title and
//! description are read aloud in its place. Words come in ready to be shown, in the reader's language.

mod bars;
mod grades;
mod lineage;
mod shares;
mod svg;
mod tree;

pub use self::{
    bars::{Bar, Bars, Mark},
    grades::{Grade, Grades, Tone},
    lineage::{Thread, Threads, Tie},
    shares::{Share, Shares},
    svg::{Caption, Medium},
    tree::{Leaf, Tree},
};

#[cfg(test)]
mod tests;
