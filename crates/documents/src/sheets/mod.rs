//! Tables in and out: XLSX, XLS, ODS and CSV into one neutral form, and that form into XLSX and CSV.
//!
//! The kind of a file is told by its content, never by its name. Whatever the bytes, reading ends with sheets or with a
//! [`SheetError`]: files are unpacked within [`Limits`], and nothing in them is run or fetched.

use nennep_domain::sheets::{Cell, Sheet};

mod archive;
mod biff;
mod csv;
mod encoding;
mod error;
mod format;
mod limits;
mod ods;
mod ole;
mod write;
mod xls;
mod xlsx;

pub use error::SheetError;
pub use limits::Limits;
pub use write::{Table, write_csv, write_xlsx};

use archive::{Archive, Packed};

/// The sheets of a file, in the order of its tabs. `file_name` names the one sheet of a CSV file.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Vec<Sheet>, SheetError> {
    read_within(bytes, file_name, &Limits::default())
}

/// The sheets of a file that keeps within the limits.
pub fn read_within(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Vec<Sheet>, SheetError> {
    let mut sheets = match kind(bytes)? {
        Kind::Zip => {
            let mut archive = Archive::open(bytes, limits)?;
            match archive.kind()? {
                Packed::Xlsx => xlsx::read(bytes, &mut archive, limits)?,
                Packed::Ods => ods::read(&mut archive, limits)?,
            }
        }
        Kind::Ole => xls::read(bytes, limits)?,
        Kind::Text => vec![csv::read(&encoding::decode(bytes)?, file_name, limits)?],
    };
    for sheet in &mut sheets {
        let filled =
            sheet.rows.iter().rposition(|cells| !cells.iter().all(Cell::is_blank)).map_or(0, |last| last + 1);
        sheet.rows.truncate(filled);
    }
    if sheets.iter().all(Sheet::is_blank) { Err(SheetError::Empty) } else { Ok(sheets) }
}

enum Kind {
    Zip,
    Ole,
    Text,
}

fn kind(bytes: &[u8]) -> Result<Kind, SheetError> {
    const OTHERS: [(&[u8], &str); 10] = [
        (b"%PDF", "PDF"),
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF8", "GIF"),
        (b"Rar!", "RAR"),
        (b"7z\xBC\xAF", "7z"),
        (b"\x1F\x8B", "gzip"),
        (b"{\\rtf", "RTF"),
        (b"SQLite format", "SQLite"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "XLS"),
    ];
    if bytes.is_empty() {
        return Err(SheetError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(ole::SIGNATURE) {
        return Ok(Kind::Ole);
    }
    if let Some((_, format)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(SheetError::OtherFormat(format));
    }
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !wide && bytes.contains(&0) {
        return Err(SheetError::OtherFormat("unknown"));
    }
    let start: String = bytes.iter().take(512).map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let start = start.trim_start_matches(|sign: char| !sign.is_ascii_graphic());
    if start.starts_with('<')
        && ["<html", "<!doctype html", "<table", "<?xml", "<meta"].iter().any(|tag| start.contains(tag))
    {
        return Err(SheetError::WebPage);
    }
    Ok(Kind::Text)
}
