//! XLSX files, streamed cell by cell through calamine within the limits.

use std::{io::Cursor, panic::AssertUnwindSafe};

use calamine::{Data, DataRef, Reader as _, SheetType, SheetVisible, Xlsx};
use nennep_domain::sheets::{Cell, DateSystem, Sheet};
use quick_xml::events::Event;

use super::{
    Limits, SheetError,
    archive::Archive,
    format,
    limits::{Budget, Filling},
};

/// Styles are read whole before any cell; a register has a few dozen.
const MOST_STYLE_BYTES: usize = 8 * 1024 * 1024;

pub(super) fn read(
    bytes: &[u8],
    archive: &mut Archive<'_>,
    limits: &Limits,
) -> Result<Vec<Sheet>, SheetError> {
    check_counts(archive, limits)?;
    // calamine indexes into what a file says of itself and may panic on a malformed one. Nothing of it outlives the call.
    let sheets = std::panic::catch_unwind(AssertUnwindSafe(|| sheets(bytes, limits)));
    sheets.unwrap_or(Err(SheetError::Damaged))
}

/// calamine sets aside room for as many strings as the file claims, and a failure to get it would end the process. So
/// the claim is held against the size of the part: a string takes at least five bytes.
fn check_counts(archive: &mut Archive<'_>, limits: &Limits) -> Result<(), SheetError> {
    let names: Vec<String> = archive.names().to_vec();
    for name in names {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("styles.xml") && archive.part(&name)?.len() > MOST_STYLE_BYTES {
            return Err(limits.too_large());
        }
        if lower.ends_with("sharedstrings.xml") {
            let part = archive.part(&name)?;
            if claimed_strings(&part)? > part.len() / 5 + 1 {
                return Err(SheetError::Damaged);
            }
        }
    }
    Ok(())
}

fn claimed_strings(part: &[u8]) -> Result<usize, SheetError> {
    let mut reader = quick_xml::Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| SheetError::Damaged)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sst" => {
                let mut most = 0;
                for attribute in tag.attributes().with_checks(false) {
                    let attribute = attribute.map_err(|_| SheetError::Damaged)?;
                    if attribute.key.as_ref() == "uniqueCount" {
                        // What is no number is not taken for one by calamine either.
                        most = most.max(attribute.value.trim().parse::<usize>().unwrap_or(0));
                    }
                }
                return Ok(most);
            }
            Event::Eof => return Ok(0),
            _ => {}
        }
    }
}

fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Sheet>, SheetError> {
    let mut file = Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let dates = if file.has_1904_epoch() { DateSystem::From1904 } else { DateSystem::From1900 };
    let tabs: Vec<_> =
        file.sheets_metadata().iter().filter(|tab| tab.typ == SheetType::WorkSheet).cloned().collect();
    let mut budget = Budget::of(limits);
    let mut sheets = Vec::new();
    for tab in tabs.into_iter().take(limits.sheets) {
        let mut filling = Filling::new(tab.name.clone(), tab.visible != SheetVisible::Visible, *limits);
        filling.sheet_mut().dates = dates;
        fill(&mut file, &tab.name, &mut filling, dates, &mut budget)?;
        for block in file.merge_cells_by_sheet_name(&tab.name).map_err(|error| refusal(&error))? {
            filling.join(block.start.0, block.start.1, block.end.0, block.end.1);
        }
        sheets.push(filling.finish());
    }
    Ok(sheets)
}

fn fill(
    file: &mut Xlsx<Cursor<&[u8]>>,
    tab: &str,
    filling: &mut Filling,
    dates: DateSystem,
    budget: &mut Budget,
) -> Result<(), SheetError> {
    let mut cells = file.worksheet_cells_reader(tab).map_err(|error| refusal(&error))?;
    let padding: Vec<Option<String>> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().map(|format| format.format_code.clone()))
        .map(|code| code.filter(|code| format::padded(1.0, code).is_some()))
        .collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| refusal(&error))? {
        let (row, column) = cell.get_position();
        let value = match (cell.get_value(), padding.get(style).and_then(Option::as_ref)) {
            (DataRef::Float(number), Some(code)) => {
                format::padded(*number, code).map_or(Cell::Number(*number), Cell::Text)
            }
            (DataRef::SharedString(text), _) if !text.is_empty() => Cell::Text((*text).to_owned()),
            (value, _) => from_data(&value.clone().into(), dates),
        };
        filling.put(row, column, value, budget)?;
    }
    Ok(())
}

/// A cell as calamine gives it.
pub(super) fn from_data(data: &Data, dates: DateSystem) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) if text.is_empty() => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::Text(text.clone()),
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets keep every number as a float")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(yes) => Cell::Bool(*yes),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::DateTime(serial) if serial.is_datetime() => {
            dates.date(serial.as_f64()).map_or(Cell::Number(serial.as_f64()), Cell::Date)
        }
        Data::DateTime(duration) => Cell::Number(duration.as_f64()),
        Data::DateTimeIso(text) => iso(text),
    }
}

/// A date written `1980-11-05` or `1980-11-05T00:00:00`; anything else stays text.
pub(super) fn iso(text: &str) -> Cell {
    let day = text.get(..10).and_then(|day| day.parse().ok());
    day.map_or_else(|| Cell::Text(text.to_owned()), Cell::Date)
}

fn refusal(error: &calamine::XlsxError) -> SheetError {
    match error {
        calamine::XlsxError::Password => SheetError::Encrypted,
        _ => SheetError::Damaged,
    }
}
