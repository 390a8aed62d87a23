//! Which column of a sheet holds which field: found by the headings, changed by hand where a heading is not known.

use serde::Serialize;

use super::letters;

/// One column and the field it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column<F> {
    /// Its place, counted from 0.
    pub index: u32,
    /// Its heading as written; headings over one another joined by ` / `. Empty if it has none.
    pub heading: String,
    /// The field; `None` while it is not known or left out.
    pub field: Option<F>,
}

/// The head of a table and its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mapping<F> {
    /// The first row of the head, counted from 0.
    pub top: u32,
    /// The last row of the head; the table's lines begin below it.
    pub bottom: u32,
    /// The columns that hold anything, from left to right.
    pub columns: Vec<Column<F>>,
}

impl<F: Copy + PartialEq> Mapping<F> {
    /// Takes a column for a field, or for none. A column the sheet does not have is left alone.
    pub fn set(&mut self, index: u32, field: Option<F>) {
        if let Some(column) = self.columns.iter_mut().find(|column| column.index == index) {
            column.field = field;
        }
    }

    /// The column taken for a field.
    pub fn of(&self, field: F) -> Option<u32> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.index)
    }

    /// Whether a column is taken for the field.
    pub fn has(&self, field: F) -> bool {
        self.of(field).is_some()
    }

    /// The columns with a heading that is not known: to be mapped by hand, or left out.
    pub fn unknown(&self) -> impl Iterator<Item = &Column<F>> {
        self.columns.iter().filter(|column| column.field.is_none() && !column.heading.is_empty())
    }

    /// The columns taken for a field another column to the left is taken for already.
    pub fn doubled(&self) -> impl Iterator<Item = &Column<F>> {
        self.columns
            .iter()
            .filter(|column| column.field.is_some_and(|field| self.of(field) != Some(column.index)))
    }

    /// A column as people find it: its letters and heading, e.g. `C (Ngày sinh)`.
    pub fn label(&self, index: u32) -> String {
        let heading =
            self.columns.iter().find(|column| column.index == index).map_or("", |column| &column.heading);
        if heading.is_empty() { letters(index) } else { format!("{} ({heading})", letters(index)) }
    }
}
