//! ODS files, read from their XML within the limits.
//!
//! Not through calamine: it repeats cells as often as a file says before it counts them, never ends on a table that is
//! cut off, and gives neither the shown text of a number (`000123`) nor joined cells.

use nennep_domain::sheets::{Cell, Sheet};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    Limits, SheetError,
    archive::Archive,
    limits::{Budget, Filling},
    xlsx::iso,
};

type Xml<'a> = Reader<&'a [u8]>;

pub(super) fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Vec<Sheet>, SheetError> {
    if archive.names().iter().any(|name| name == "META-INF/manifest.xml")
        && archive.text("META-INF/manifest.xml")?.contains("encryption-data")
    {
        return Err(SheetError::Encrypted);
    }
    let content = archive.text("content.xml")?;
    let mut xml = Reader::from_str(&content);
    xml.config_mut().expand_empty_elements = true;
    let mut hidden_styles = std::collections::HashSet::new();
    let mut style = String::new();
    let mut budget = Budget::of(limits);
    let mut sheets = Vec::new();
    loop {
        match next(&mut xml)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "style:style" => style = attribute(&tag, "style:name")?.unwrap_or_default(),
                "style:table-properties" if attribute(&tag, "table:display")?.as_deref() == Some("false") => {
                    hidden_styles.insert(style.clone());
                }
                "table:table" if sheets.len() < limits.sheets => {
                    let name = attribute(&tag, "table:name")?.unwrap_or_default();
                    let hidden = attribute(&tag, "table:style-name")?
                        .is_some_and(|style| hidden_styles.contains(&style));
                    let mut filling = Filling::new(name, hidden, *limits);
                    table(&mut xml, &mut filling, &mut budget)?;
                    sheets.push(filling.finish());
                }
                _ => {}
            },
            Event::Eof => return Ok(sheets),
            _ => {}
        }
    }
}

fn next<'a>(xml: &mut Xml<'a>) -> Result<Event<'a>, SheetError> {
    xml.read_event().map_err(|_| SheetError::Damaged)
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, SheetError> {
    let found = tag.try_get_attribute(name).map_err(|_| SheetError::Damaged)?;
    let value = found.map(|found| found.normalized_value(quick_xml::XmlVersion::Implicit1_0));
    value.transpose().map(|value| value.map(std::borrow::Cow::into_owned)).map_err(|_| SheetError::Damaged)
}

fn count(tag: &BytesStart<'_>, name: &str) -> Result<u32, SheetError> {
    let written = attribute(tag, name)?;
    written.map_or(Ok(1), |count| count.trim().parse().map_err(|_| SheetError::Damaged))
}

fn table(xml: &mut Xml<'_>, filling: &mut Filling, budget: &mut Budget) -> Result<(), SheetError> {
    let mut row = 0u32;
    loop {
        match next(xml)? {
            Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                let repeated = count(&tag, "table:number-rows-repeated")?;
                let cells = cells(xml)?;
                // Repeated empty rows, up to a million of them, end every sheet: they take no place.
                if !cells.is_empty() {
                    for row in row..row.saturating_add(repeated).min(filling.row_limit() + 1) {
                        put(row, &cells, filling, budget)?;
                    }
                }
                row = row.saturating_add(repeated);
            }
            // A comment or a form may hold a table of its own; a table in a cell is not the sheet's.
            Event::End(tag) if tag.name().as_ref() == "table:table" => return Ok(()),
            Event::Eof => return Err(SheetError::Damaged),
            _ => {}
        }
    }
}

/// A filled or joining cell of a row, as often as it is repeated.
struct Repeated {
    column: u32,
    times: u32,
    cell: Cell,
    /// Rows and columns it is joined over.
    joined: (u32, u32),
}

fn put(row: u32, cells: &[Repeated], filling: &mut Filling, budget: &mut Budget) -> Result<(), SheetError> {
    for found in cells {
        if found.joined != (1, 1) {
            let bottom = row.saturating_add(found.joined.0.saturating_sub(1));
            filling.join(
                row,
                found.column,
                bottom,
                found.column.saturating_add(found.joined.1.saturating_sub(1)),
            );
        }
        if found.cell != Cell::Empty {
            for column in found.column..found.column.saturating_add(found.times) {
                filling.put(row, column, found.cell.clone(), budget)?;
            }
        }
    }
    Ok(())
}

fn cells(xml: &mut Xml<'_>) -> Result<Vec<Repeated>, SheetError> {
    let mut cells = Vec::new();
    let mut column = 0u32;
    loop {
        match next(xml)? {
            Event::Start(tag)
                if matches!(tag.name().as_ref(), "table:table-cell" | "table:covered-table-cell") =>
            {
                let times = count(&tag, "table:number-columns-repeated")?;
                let joined =
                    (count(&tag, "table:number-rows-spanned")?, count(&tag, "table:number-columns-spanned")?);
                let cell = cell(xml, &tag)?;
                if cell != Cell::Empty || joined != (1, 1) {
                    cells.push(Repeated { column, times, cell, joined });
                }
                column = column.saturating_add(times);
            }
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(cells),
            Event::Eof => return Err(SheetError::Damaged),
            _ => {}
        }
    }
}

fn cell(xml: &mut Xml<'_>, tag: &BytesStart<'_>) -> Result<Cell, SheetError> {
    let shown = shown(xml, tag.name().as_ref())?;
    if attribute(tag, "calcext:value-type")?.as_deref() == Some("error")
        || is_error(&shown) && has_formula(tag)?
    {
        return Ok(Cell::Error(shown));
    }
    let value = |name: &str| attribute(tag, name).map(Option::unwrap_or_default);
    Ok(match value("office:value-type")?.as_str() {
        "float" | "percentage" | "currency" => {
            let number = value("office:value")?.trim().parse().map_err(|_| SheetError::Damaged)?;
            number_as_shown(number, &shown)
        }
        "date" => iso(&value("office:date-value")?),
        "boolean" => Cell::Bool(value("office:boolean-value")? == "true"),
        _ if shown.is_empty() => match value("office:string-value")? {
            text if text.is_empty() => Cell::Empty,
            text => Cell::Text(text),
        },
        _ => Cell::Text(shown),
    })
}

/// The number, the digits shown for it where they begin with a zero it does not have, or the truth it is shown as.
fn number_as_shown(number: f64, shown: &str) -> Cell {
    let padded = shown.starts_with('0') && shown.len() > 1 && shown.bytes().all(|byte| byte.is_ascii_digit());
    match shown {
        "TRUE" => Cell::Bool(true),
        "FALSE" => Cell::Bool(false),
        _ if padded && shown.parse() == Ok(number) => Cell::Text(shown.to_owned()),
        _ => Cell::Number(number),
    }
}

fn has_formula(tag: &BytesStart<'_>) -> Result<bool, SheetError> {
    Ok(attribute(tag, "table:formula")?.is_some())
}

fn is_error(shown: &str) -> bool {
    shown.starts_with('#') || shown.starts_with("Err:")
}

/// The text of a cell up to its end, paragraphs by lines; comments are not part of it.
fn shown(xml: &mut Xml<'_>, end: &str) -> Result<String, SheetError> {
    let mut text = String::new();
    let mut paragraphs = 0u32;
    let mut comments = 0u32;
    let mut depth = 0u32;
    loop {
        match next(xml)? {
            Event::Start(tag) => {
                let name = tag.name();
                match name.as_ref() {
                    name if name == end => depth += 1,
                    "office:annotation" => comments += 1,
                    _ if comments > 0 => {}
                    "text:p" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "text:s" => {
                        text.extend(std::iter::repeat_n(' ', count(&tag, "text:c")?.min(1_000) as usize));
                    }
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(tag) if tag.name().as_ref() == "office:annotation" => {
                comments = comments.saturating_sub(1);
            }
            Event::End(tag) if tag.name().as_ref() == end => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Ok(text),
            },
            Event::Text(part) if comments == 0 && paragraphs > 0 => text.push_str(&part.xml10_content()),
            Event::GeneralRef(entity) if comments == 0 && paragraphs > 0 => {
                text.push_str(&character(&entity)?);
            }
            Event::Eof => return Err(SheetError::Damaged),
            _ => {}
        }
    }
}

/// The character an entity such as `&amp;` or `&#10;` stands for.
fn character(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, SheetError> {
    if let Some(character) = entity.resolve_char_ref().map_err(|_| SheetError::Damaged)? {
        return Ok(character.to_string());
    }
    quick_xml::escape::resolve_xml_entity(entity).map(str::to_owned).ok_or(SheetError::Damaged)
}
