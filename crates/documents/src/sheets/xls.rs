//! XLS files of Excel 97 to 2003, through calamine after a first look that keeps them within the limits.

use std::{io::Cursor, panic::AssertUnwindSafe};

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls};
use nennep_domain::sheets::{Cell, DateSystem, Sheet};

use super::{
    Limits, SheetError,
    biff::{self, Scan},
    format,
    limits::{Budget, Filling},
    ole::Ole,
    xlsx::from_data,
};

pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, SheetError> {
    let container = Ole::open(bytes)?;
    if container.has("EncryptedPackage") || container.has("EncryptionInfo") {
        return Err(SheetError::Encrypted);
    }
    let stream = match container.stream("Workbook")? {
        Some(stream) => Some(stream),
        None => container.stream("Book")?,
    };
    let Some(stream) = stream else {
        let word = container.has("WordDocument");
        return Err(SheetError::OtherFormat(if word { "DOC" } else { "OLE" }));
    };
    let scan = biff::scan(&stream, limits)?;
    // calamine indexes into records and may panic on a malformed one. Nothing of it outlives the call.
    let sheets = std::panic::catch_unwind(AssertUnwindSafe(|| sheets(bytes, &scan, limits)));
    sheets.unwrap_or(Err(SheetError::Damaged))
}

fn sheets(bytes: &[u8], scan: &Scan, limits: &Limits) -> Result<Vec<Sheet>, SheetError> {
    let mut file = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => SheetError::Encrypted,
        _ => SheetError::Damaged,
    })?;
    let dates = if file.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let tabs = file.sheets_metadata().to_vec();
    let mut budget = Budget::of(limits);
    let mut sheets = Vec::new();
    for (n, tab) in tabs.into_iter().enumerate().filter(|(_, tab)| tab.typ == SheetType::WorkSheet) {
        let range = file.worksheet_range(&tab.name).map_err(|_| SheetError::Damaged)?;
        let mut filling = Filling::new(tab.name.clone(), tab.visible != SheetVisible::Visible, *limits);
        filling.sheet_mut().dates = dates;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let place = (
                top + u32::try_from(row).unwrap_or(u32::MAX),
                left + u32::try_from(column).unwrap_or(u32::MAX),
            );
            let code = scan.sheets.get(n).and_then(|padded| padded.get(&place));
            let cell = match (from_data(data, dates), code) {
                (Cell::Number(number), Some(code)) if !matches!(data, Data::DateTime(_)) => {
                    format::padded(number, code).map_or(Cell::Number(number), Cell::Text)
                }
                (cell, _) => cell,
            };
            filling.put(place.0, place.1, cell, &mut budget)?;
        }
        for block in file.merge_cells_by_sheet_name(&tab.name).map_err(|_| SheetError::Damaged)? {
            filling.join(block.start.0, block.start.1, block.end.0, block.end.1);
        }
        sheets.push(filling.finish());
    }
    Ok(sheets)
}
