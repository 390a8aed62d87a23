//! Tables out: XLSX and CSV from title lines, headings and typed cells. Text stays text, whatever it begins with, and
//! what is written reads back the same.

use nennep_domain::{sheets::Cell, time::Instant};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// A table to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The name on its tab; what tabs cannot bear is left out.
    pub name: String,
    /// Lines above the headings.
    pub title: Vec<String>,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// When it was made, written into the file's properties.
    pub made_at: Instant,
}

impl Table {
    /// The row of the headings, counted from 0: below the title lines and a blank one.
    fn heading_row(&self) -> u32 {
        if self.title.is_empty() { 0 } else { count(self.title.len()) + 1 }
    }
}

/// Widths of columns, in digits.
const NARROWEST: usize = 6;
const WIDEST: usize = 48;

/// The table as an XLSX file, headings held in view and filtered.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let local = table.made_at.local();
    let made = ExcelDateTime::from_ymd(
        local.year().unsigned_abs(),
        local.month().unsigned_abs(),
        local.day().unsigned_abs(),
    )?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = workbook.add_worksheet();
    sheet.set_name(tab_name(&table.name))?;
    fill(sheet, table)?;
    workbook.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let font = || Format::new().set_font_name("Times New Roman").set_font_size(12);
    let cell = || font().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    let (title, heading) =
        (font().set_bold(), cell().set_bold().set_text_wrap().set_align(FormatAlign::Center));
    // "@" keeps text as text when somebody edits it: leading zeros stay.
    let (text, number, date) =
        (cell().set_num_format("@").set_text_wrap(), cell(), cell().set_num_format("dd/mm/yyyy"));
    for (row, line) in (0..).zip(&table.title) {
        sheet.write_string_with_format(row, 0, line, &title)?;
    }
    let top = table.heading_row();
    for (column, heading_text) in (0..).zip(&table.headings) {
        sheet.write_string_with_format(top, column, heading_text, &heading)?;
        sheet.set_column_width(column, width(table, usize::from(column)))?;
    }
    for (row, cells) in (top + 1..).zip(&table.rows) {
        for (column, value) in (0..).zip(cells) {
            match value {
                Cell::Empty => sheet.write_blank(row, column, &text)?,
                Cell::Text(value) | Cell::Error(value) => {
                    sheet.write_string_with_format(row, column, value, &text)?
                }
                Cell::Number(value) => sheet.write_number_with_format(row, column, *value, &number)?,
                Cell::Bool(value) => sheet.write_boolean_with_format(row, column, *value, &number)?,
                // Spreadsheets have no dates before 1900.
                Cell::Date(day) if day.year() < 1900 => {
                    sheet.write_string_with_format(row, column, value.to_string(), &text)?
                }
                Cell::Date(day) => {
                    let (year, month) = (day.year().unsigned_abs(), day.month().unsigned_abs());
                    let day = ExcelDateTime::from_ymd(year, month, day.day().unsigned_abs())?;
                    sheet.write_datetime_with_format(row, column, &day, &date)?
                }
            };
        }
    }
    if let Some(last) = table.headings.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
        sheet.set_freeze_panes(top + 1, 0)?;
        sheet.autofilter(top, 0, top + count(table.rows.len()), last)?;
    }
    Ok(())
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Wide enough for the longest cell, within bounds; longer text is broken into lines.
fn width(table: &Table, column: usize) -> u32 {
    let rows =
        table.rows.iter().filter_map(|cells| cells.get(column)).map(|cell| cell.to_string().chars().count());
    let longest = rows.max().unwrap_or(0).max(table.headings[column].chars().count().div_ceil(2)) + 2;
    count(longest.clamp(NARROWEST, WIDEST))
}

/// A tab's name has at most 31 letters and none of `[]:*?/\`, and does not begin or end with an apostrophe.
fn tab_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|sign| !matches!(sign, '[' | ']' | ':' | '*' | '?' | '/' | '\\'))
        .take(31)
        .collect();
    let kept = kept.trim_matches('\'').trim();
    if kept.is_empty() { "1".to_owned() } else { kept.to_owned() }
}

/// The table as a CSV file: UTF-8 with its mark, so that spreadsheets know it, commas, every field quoted.
pub fn write_csv(table: &Table) -> String {
    let mut text = String::from('\u{FEFF}');
    for line in &table.title {
        push_row(&mut text, std::iter::once(line.clone()));
    }
    if !table.title.is_empty() {
        text.push_str("\r\n");
    }
    push_row(&mut text, table.headings.iter().cloned());
    for cells in &table.rows {
        push_row(
            &mut text,
            cells.iter().map(ToString::to_string).zip(cells).map(|(text, cell)| match cell {
                Cell::Text(_) | Cell::Error(_) => with_guard(text),
                _ => text,
            }),
        );
    }
    text
}

fn push_row(text: &mut String, fields: impl Iterator<Item = String>) {
    for (n, field) in fields.enumerate() {
        if n > 0 {
            text.push(',');
        }
        text.push('"');
        text.push_str(&field.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// Whether a spreadsheet would take the text for a formula, however many apostrophes stand before it already.
fn like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Text that a spreadsheet would take for a formula gets an apostrophe before it, as people type it.
fn with_guard(text: String) -> String {
    if like_formula(&text) { format!("'{text}") } else { text }
}

/// The text without the apostrophe of [`with_guard`].
pub(super) fn without_guard(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(guarded) if like_formula(guarded) => guarded.to_owned(),
        _ => text,
    }
}
