//! Tables as people keep them in spreadsheets, in a form that no longer knows which program wrote them.
//!
//! Files are read and written in the `documents` crate; what their columns mean is decided by the registers of members
//! and organisations. Rows and columns count from 0 here, and are shown to people as row 1 and column A.

mod cell;
pub mod dates;
mod fault;
mod headings;
mod mapping;

pub use cell::{Cell, DateSystem};
pub use fault::{Fault, RowProblem};
pub use headings::{Headings, Heard, Recogniser, find, find_in};
pub use mapping::{Column, Mapping};

/// A block of cells joined into one, both ends included. Only the top-left cell holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Merged {
    /// Whether the cell lies in the block.
    pub const fn holds(&self, row: u32, column: u32) -> bool {
        self.top <= row && row <= self.bottom && self.left <= column && column <= self.right
    }
}

/// One sheet of a file. Rows stand where the file has them, empty ones included, so that a row's number is its own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// The name on its tab; the file's name for a CSV file.
    pub name: String,
    /// Whether the file hides it.
    pub hidden: bool,
    /// The cells, row by row; rows may have different lengths.
    pub rows: Vec<Vec<Cell>>,
    /// The joined blocks.
    pub merged: Vec<Merged>,
    /// How its serial dates count.
    pub dates: DateSystem,
}

const EMPTY: &Cell = &Cell::Empty;

impl Sheet {
    /// The cell as it stands; empty outside the sheet.
    pub fn at(&self, row: u32, column: u32) -> &Cell {
        self.rows.get(row as usize).and_then(|cells| cells.get(column as usize)).unwrap_or(EMPTY)
    }

    /// The number of columns of the longest row.
    pub fn width(&self) -> u32 {
        self.rows.iter().map(Vec::len).max().and_then(|width| u32::try_from(width).ok()).unwrap_or(0)
    }

    /// The number of rows.
    pub fn height(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.rows.iter().flatten().all(Cell::is_blank)
    }
}

/// Blocks joined downwards, for rows that share one cell (a cell's name written once beside all its members).
#[derive(Debug)]
pub struct Downward(std::collections::HashMap<u32, Vec<(u32, u32)>>);

impl Downward {
    /// The downward blocks of a sheet, by their leftmost column.
    pub fn of(sheet: &Sheet) -> Self {
        let mut columns = std::collections::HashMap::<u32, Vec<(u32, u32)>>::new();
        for block in sheet.merged.iter().filter(|block| block.bottom > block.top) {
            columns.entry(block.left).or_default().push((block.top, block.bottom));
        }
        for blocks in columns.values_mut() {
            blocks.sort_unstable();
        }
        Self(columns)
    }

    /// The cell, or the top of the block it lies in if that block begins in this column.
    pub fn at<'a>(&self, sheet: &'a Sheet, row: u32, column: u32) -> &'a Cell {
        let block = self.0.get(&column).and_then(|blocks| {
            let after = blocks.partition_point(|(top, _)| *top <= row);
            after.checked_sub(1).map(|n| blocks[n]).filter(|(_, bottom)| row <= *bottom)
        });
        sheet.at(block.map_or(row, |(top, _)| top), column)
    }
}

/// The letters of a column as spreadsheets show them: 0 is `A`, 26 is `AA`.
pub fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_spreadsheets() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
        assert!(!letters(u32::MAX).is_empty());
    }

    #[test]
    fn a_block_joined_downwards_is_read_in_every_row_but_not_sideways() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let sheet = Sheet {
            rows: vec![
                vec![text("Chi bộ 1"), text("An")],
                vec![Cell::Empty, text("Bình")],
                vec![text("I"), Cell::Empty],
            ],
            merged: vec![
                Merged { top: 0, left: 0, bottom: 1, right: 0 },
                Merged { top: 2, left: 0, bottom: 2, right: 1 },
            ],
            ..Sheet::default()
        };
        let down = Downward::of(&sheet);
        assert_eq!(down.at(&sheet, 1, 0), &text("Chi bộ 1"));
        assert_eq!(down.at(&sheet, 2, 0), &text("I"));
        assert_eq!(down.at(&sheet, 2, 1), &Cell::Empty);
        assert_eq!(down.at(&sheet, 9, 9), &Cell::Empty);
    }
}
