//! How much a file may hold: far above any register, far below what would fill the memory.

use nennep_domain::sheets::{Cell, Merged, Sheet};

use super::SheetError;

/// How much a file may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a packed file when unpacked, and of all text in all cells.
    pub unpacked_megabytes: u32,
    /// Rows of a sheet, up to the last filled one.
    pub rows: u32,
    /// Columns of a sheet, up to the last filled one.
    pub columns: u32,
    /// Sheets read; those after are left out.
    pub sheets: usize,
}

impl Default for Limits {
    /// A district of 20,764 members with forty columns fills a fifth of this.
    fn default() -> Self {
        Self { unpacked_megabytes: 128, rows: 100_000, columns: 256, sheets: 64 }
    }
}

/// Joined blocks kept of one sheet.
const MOST_BLOCKS: usize = 50_000;

impl Limits {
    pub(super) const fn unpacked_bytes(&self) -> u64 {
        self.unpacked_megabytes as u64 * 1024 * 1024
    }

    pub(super) const fn too_large(&self) -> SheetError {
        SheetError::TooLarge { megabytes: self.unpacked_megabytes }
    }
}

/// A sheet while it is filled, cell by cell in any order, within the limits.
pub(super) struct Filling {
    sheet: Sheet,
    limits: Limits,
}

/// How much is left for the text and cells of a whole file.
pub(super) struct Budget(u64);

impl Budget {
    pub(super) const fn of(limits: &Limits) -> Self {
        Self(limits.unpacked_bytes())
    }

    fn spend(&mut self, bytes: usize, limits: &Limits) -> Result<(), SheetError> {
        self.0 = self.0.checked_sub(bytes as u64).ok_or_else(|| limits.too_large())?;
        Ok(())
    }
}

impl Filling {
    pub(super) fn new(name: String, hidden: bool, limits: Limits) -> Self {
        Self { sheet: Sheet { name, hidden, ..Sheet::default() }, limits }
    }

    /// The first row that is too many.
    pub(super) const fn row_limit(&self) -> u32 {
        self.limits.rows
    }

    pub(super) const fn sheet_mut(&mut self) -> &mut Sheet {
        &mut self.sheet
    }

    /// Puts a cell at its place. Empty cells, however far out a file formats them, take no place.
    pub(super) fn put(
        &mut self,
        row: u32,
        column: u32,
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), SheetError> {
        if cell == Cell::Empty {
            return Ok(());
        }
        if row >= self.limits.rows {
            return Err(SheetError::TooManyRows { most: self.limits.rows });
        }
        if column >= self.limits.columns {
            return Err(SheetError::TooManyColumns { most: self.limits.columns });
        }
        let (row, column) = (row as usize, column as usize);
        let rows = &mut self.sheet.rows;
        if rows.len() <= row {
            budget.spend((row + 1 - rows.len()) * size_of::<Vec<Cell>>(), &self.limits)?;
            rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut rows[row];
        let text = match &cell {
            Cell::Text(text) | Cell::Error(text) => text.len(),
            _ => 0,
        };
        let grown = (column + 1).saturating_sub(cells.len());
        budget.spend(text + grown * size_of::<Cell>(), &self.limits)?;
        if grown > 0 {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        Ok(())
    }

    /// Notes a joined block; one that reaches beyond every table is cut at the limits.
    pub(super) fn join(&mut self, top: u32, left: u32, bottom: u32, right: u32) {
        let inside = top < self.limits.rows && left < self.limits.columns && top <= bottom && left <= right;
        if inside && self.sheet.merged.len() < MOST_BLOCKS {
            let (bottom, right) = (bottom.min(self.limits.rows - 1), right.min(self.limits.columns - 1));
            self.sheet.merged.push(Merged { top, left, bottom, right });
        }
    }

    pub(super) fn finish(self) -> Sheet {
        self.sheet
    }
}
