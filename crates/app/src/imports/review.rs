//! What taking a file would do, or did, as a person looks at it.

use nennep_domain::{members::register::Counts, problems::Sentence, sheets::RowProblem};

use super::{Column, Kind};

/// Added and changed lines shown one by one; all are counted.
pub(super) const SHOWN: usize = 200;

/// What taking a file would do, or did.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// What the file is a register of.
    pub kind: Kind,
    /// The sheet that was read.
    pub sheet: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Why no line can be read before the columns are mapped by hand.
    pub unusable: Option<Sentence>,
    /// The numbers.
    pub counts: Counts,
    /// The first lines that are added.
    pub added: Vec<NewLine>,
    /// The first lines by which something changes.
    pub changed: Vec<ChangedLine>,
    /// Everything that is wrong, in the order of the rows.
    pub problems: Vec<RowProblem>,
    /// Rows that hold something but no line of the register: titles of groups, totals, signatures.
    pub passed_over: Vec<u32>,
    /// Lines that name a party office; offices are not taken from registers, since they open rights.
    pub offices: usize,
    /// Whether it was taken.
    pub taken: bool,
}

/// A line that is added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLine {
    /// The row number.
    pub row: u32,
    /// The name.
    pub name: String,
    /// Members: the date of birth. Organisations: the code.
    pub mark: String,
    /// The cell of a member; what an organisation stands below. Empty for the one above all.
    pub place: String,
}

/// A line by which something changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedLine {
    /// The row number.
    pub row: u32,
    /// The name.
    pub name: String,
    /// What changes.
    pub changes: Vec<Difference>,
}

/// One thing that changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What.
    pub label: Sentence,
    /// The list of words the values are from; `None` for values that are shown as they are.
    pub list: Option<&'static str>,
    /// What is known; empty if nothing was.
    pub old: String,
    /// What the line says.
    pub new: String,
}

impl Review {
    /// Whether every line can be taken.
    pub fn is_clean(&self) -> bool {
        self.unusable.is_none() && self.counts.refused == 0
    }

    /// Whether taking it would change anything.
    pub fn does_anything(&self) -> bool {
        self.counts.added + self.counts.changed > 0
    }

    /// The columns whose heading is not known.
    pub fn unknown_columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.field.is_empty() && !column.heading.is_empty())
    }
}
