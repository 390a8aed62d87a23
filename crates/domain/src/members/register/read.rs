//! The lines of a member register, told from section lines, totals, column numbers and signatures.

use std::collections::HashMap;

use super::{CellReference, Field, Line, MappingError, Register, Terms, line::Reader};
use crate::{
    names,
    sheets::{Cell, Downward, Mapping, Sheet},
};

/// Columns of which at least one must be filled for a line to be a member's.
const NAMES: [Field; 4] = [Field::FullName, Field::NameAndBirth, Field::FamilyName, Field::GivenName];

/// A row below a total or a signature is a member's only if it fills so many columns.
const FILLED_BELOW_END: usize = 3;

/// The members of a sheet, line by line. Refused if no column holds the name or two columns are taken for one field.
pub fn read(sheet: &Sheet, mapping: &Mapping<Field>, terms: &Terms<'_>) -> Result<Register, MappingError> {
    if let Some(column) = mapping.doubled().next() {
        let field = column.field.unwrap_or(Field::Ordinal);
        return Err(MappingError::Doubled { field, column: mapping.label(column.index) });
    }
    if !NAMES.iter().any(|field| mapping.has(*field)) {
        return Err(MappingError::NoName);
    }
    let columns: HashMap<Field, u32> =
        mapping.columns.iter().filter_map(|column| Some((column.field?, column.index))).collect();
    // The head printed again at the top of each page: its lowest heading over the names.
    let heads =
        mapping.columns.iter().filter(|column| column.field.is_some_and(|field| NAMES.contains(&field)));
    let heads = heads.filter_map(|column| column.heading.rsplit(" / ").next()).map(names::fold).collect();
    let reader = Reader { sheet, mapping, columns, heads, down: Downward::of(sheet), terms };
    Ok(lines(&reader))
}

fn lines(reader: &Reader<'_>) -> Register {
    let mapped = reader.mapping.columns.iter().filter_map(|column| Some((column.field?, column.index)));
    let labels = mapped.map(|(field, index)| (field, reader.mapping.label(index))).collect();
    let mut register = Register { labels, ..Register::default() };
    let mut place = title(reader).map_or(CellReference::None, CellReference::Title);
    let mut ended = false;
    for row in reader.mapping.bottom + 1..reader.sheet.height() {
        match kind(reader, row, ended) {
            Kind::Blank => {}
            Kind::Member => register.lines.push(reader.line(row, &place)),
            Kind::Section(name) => {
                place = CellReference::Section(name);
                ended = false;
                register.passed_over.push(row + 1);
            }
            Kind::End => {
                ended = true;
                register.passed_over.push(row + 1);
            }
            Kind::Other => register.passed_over.push(row + 1),
        }
    }
    register
}

enum Kind {
    /// Nothing at all.
    Blank,
    /// A member.
    Member,
    /// The name of a cell for the lines below.
    Section(String),
    /// A total or a signature: the table ends here.
    End,
    /// Column numbers, a head printed again, a remark.
    Other,
}

fn kind(reader: &Reader<'_>, row: u32, ended: bool) -> Kind {
    let name = NAMES.iter().find_map(|field| reader.filled(row, *field));
    let others =
        reader.columns.iter().filter(|(field, _)| **field != Field::Ordinal && !NAMES.contains(field));
    let others = others.filter(|(_, column)| !reader.sheet.at(row, **column).is_blank()).count();
    if row <= reader.mapping.bottom + 2 && is_column_numbers(&reader.texts(row)) {
        return Kind::Other;
    }
    if name.as_ref().is_some_and(|name| reader.heads.contains(&names::fold(name))) {
        return Kind::Other;
    }
    if others < FILLED_BELOW_END {
        // "Bí thư" or "Chi bộ 2" beside a name are values of a member; in the name's place they are not.
        let leads = name.clone().map_or_else(|| reader.texts(row), |name| vec![name]);
        if leads.is_empty() {
            return Kind::Blank;
        }
        if let Some(section) = leads.iter().find_map(|text| section(text)) {
            return Kind::Section(section);
        }
        if leads.iter().any(|text| is_end(text)) {
            return Kind::End;
        }
        if ended {
            return Kind::Other;
        }
    }
    // A line without a name but with values of a member is a line whose name was forgotten.
    if name.is_some() || others >= FILLED_BELOW_END { Kind::Member } else { Kind::Other }
}

/// "(1) (2) (3)" or "A B 1 2 3" under the headings.
fn is_column_numbers(texts: &[String]) -> bool {
    let short = |text: &String| {
        let key = names::fold(text);
        key.len() <= 2
            && (key.parse::<u8>().is_ok()
                || (key.len() == 1 && key.bytes().all(|byte| byte.is_ascii_lowercase())))
    };
    texts.len() >= 3 && texts.iter().all(short)
}

/// The name of a cell in a line of its own: "I. CHI BỘ TỔ DÂN PHỐ SỐ 5 (25 đồng chí)".
fn section(text: &str) -> Option<String> {
    let text = text.split('(').next().unwrap_or_default();
    let text = match text.split_once(['.', ')', '/', '-', ' ']) {
        Some((number, rest)) if is_enumerator(number) => rest,
        _ => text,
    };
    let name = text
        .trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '.' | ':' | '-' | ')' | ';' | ','));
    let key = names::fold(name);
    let known = key.strip_prefix("chi bo ").is_some_and(|rest| !rest.is_empty());
    // "Chi bộ có 25 đảng viên" is a sentence, not a name.
    (known && !key.starts_with("chi bo co ") && !key.contains(" dang vien")).then(|| name.to_owned())
}

fn is_enumerator(text: &str) -> bool {
    !text.is_empty()
        && (text.chars().all(|sign| matches!(sign, 'I' | 'V' | 'X' | 'L' | 'C'))
            || text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The words that stand under a table.
fn is_end(text: &str) -> bool {
    let key = names::fold(text);
    let starts = [
        "tong cong",
        "tong so",
        "nguoi lap",
        "nguoi ghi",
        "t m ",
        "tm chi",
        "danh sach nay",
        "an dinh danh sach",
    ];
    matches!(key.as_str(), "cong" | "bi thu" | "pho bi thu")
        || starts.iter().any(|start| key.starts_with(start))
}

/// The cell a whole sheet is about, from a line of the title.
fn title(reader: &Reader<'_>) -> Option<String> {
    let rows = reader.sheet.rows.iter().take(reader.mapping.top as usize);
    rows.flatten()
        .filter(|cell| !cell.is_blank())
        .flat_map(|cell| {
            let text = names::tidy_text(&cell.to_string());
            text.lines().filter_map(section).collect::<Vec<_>>()
        })
        .next()
}

impl Reader<'_> {
    /// The text of a field's cell in this very row, if there is any.
    fn filled(&self, row: u32, field: Field) -> Option<String> {
        let cell = self.sheet.at(row, *self.columns.get(&field)?);
        (!cell.is_blank()).then(|| cell.tidy())
    }

    /// All that is written in a row.
    fn texts(&self, row: u32) -> Vec<String> {
        let cells = self.sheet.rows.get(row as usize).map(Vec::as_slice).unwrap_or_default();
        cells.iter().filter(|cell| !cell.is_blank()).map(Cell::tidy).collect()
    }

    fn line(&self, row: u32, place: &CellReference) -> Line {
        super::line::line(self, row, place)
    }
}
