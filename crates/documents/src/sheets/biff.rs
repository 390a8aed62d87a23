//! A first look through the records of an XLS workbook: whether it is locked, how far its sheets reach, and which cells
//! show leading zeros. calamine lays a sheet out whole and does not give number formats.

use std::collections::HashMap;

use super::{
    Limits, SheetError, format,
    ole::{u16_at, u32_at},
};

/// What the first look found.
#[derive(Default)]
pub(super) struct Scan {
    /// For each sheet, in the order of the tabs: the formats of cells that show leading zeros.
    pub(super) sheets: Vec<HashMap<(u32, u32), String>>,
}

/// One record: its type and its data.
type Record<'a> = (u16, &'a [u8]);

/// The records from a place in the stream on; ends where the stream does.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;

/// Looks through a workbook stream.
pub(super) fn scan(stream: &[u8], limits: &Limits) -> Result<Scan, SheetError> {
    let mut padding = HashMap::new();
    let mut formats: Vec<u16> = Vec::new();
    let mut places = Vec::new();
    for (kind, data) in records(stream, 0) {
        match kind {
            0x002F if u16_at(data, 0) != Some(0) => return Err(SheetError::Encrypted),
            0x0085 => places.push(u32_at(data, 0).ok_or(SheetError::Damaged)? as usize),
            0x041E => padding.extend(padding_format(data)),
            0x00E0 => formats.push(u16_at(data, 2).ok_or(SheetError::Damaged)?),
            EOF => break,
            _ => {}
        }
    }
    if places.len() > limits.sheets {
        return Err(limits.too_large());
    }
    let padding_of =
        |style: u16| formats.get(usize::from(style)).and_then(|format| padding.get(format)).cloned();
    let mut scan = Scan::default();
    let mut room = limits.unpacked_bytes() / size_of::<calamine::Data>() as u64;
    for place in places {
        let mut sheet = Extent::default();
        let mut padded = HashMap::new();
        look(stream, place, limits, |row, column, style| {
            sheet.take(row, column);
            if let Some(code) = style.and_then(padding_of) {
                padded.insert((row, column), code);
            }
        })?;
        room = room.checked_sub(sheet.cells()).ok_or_else(|| limits.too_large())?;
        scan.sheets.push(padded);
    }
    Ok(scan)
}

/// A number format by its id, if it shows leading zeros.
fn padding_format(data: &[u8]) -> Option<(u16, String)> {
    let (id, length, flags) = (u16_at(data, 0)?, usize::from(u16_at(data, 2)?), *data.get(4)?);
    let text: String = if flags & 1 == 0 {
        data.get(5..5 + length)?.iter().map(|byte| char::from(*byte)).collect()
    } else {
        let units =
            data.get(5..5 + length * 2)?.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        char::decode_utf16(units).map(|letter| letter.unwrap_or('?')).collect()
    };
    format::padded(1.0, &text).map(|_| (id, text))
}

/// How far the filled cells of a sheet reach.
#[derive(Default)]
struct Extent(Option<[u32; 4]>);

impl Extent {
    fn take(&mut self, row: u32, column: u32) {
        let [top, left, bottom, right] = self.0.unwrap_or([row, column, row, column]);
        self.0 = Some([top.min(row), left.min(column), bottom.max(row), right.max(column)]);
    }

    fn cells(&self) -> u64 {
        self.0
            .map_or(0, |[top, left, bottom, right]| u64::from(bottom - top + 1) * u64::from(right - left + 1))
    }
}

/// Tells of every filled cell of the sheet that begins at `place`: row, column and style.
fn look(
    stream: &[u8],
    place: usize,
    limits: &Limits,
    mut found: impl FnMut(u32, u32, Option<u16>),
) -> Result<(), SheetError> {
    let mut begun = false;
    let mut within = 0u32;
    for (kind, data) in records(stream, place) {
        match kind {
            // Charts and the like stand inside a sheet with a beginning and an end of their own.
            BOF if begun => within += 1,
            BOF => begun = true,
            EOF if within == 0 => return Ok(()),
            EOF => within -= 1,
            _ if within > 0 => {}
            0x0200 => check_dimensions(data)?,
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | 0x00BD => {
                let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else {
                    return Err(SheetError::Damaged);
                };
                if u32::from(row) >= limits.rows {
                    return Err(SheetError::TooManyRows { most: limits.rows });
                }
                let several = kind == 0x00BD;
                let last = if several { u16_at(data, data.len().saturating_sub(2)) } else { Some(first) };
                let last = last.filter(|last| *last >= first).ok_or(SheetError::Damaged)?;
                if u32::from(last) >= limits.columns {
                    return Err(SheetError::TooManyColumns { most: limits.columns });
                }
                for (n, column) in (first..=last).enumerate() {
                    found(
                        u32::from(row),
                        u32::from(column),
                        u16_at(data, 4 + if several { n * 6 } else { 0 }),
                    );
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// calamine sets aside room for the rows and columns a sheet claims.
fn check_dimensions(data: &[u8]) -> Result<(), SheetError> {
    let (rows, columns) = match data.len() {
        10 => ((u16_at(data, 0).map(u32::from), u16_at(data, 2).map(u32::from)), 4),
        _ => ((u32_at(data, 0), u32_at(data, 4)), 8),
    };
    let (first, last) = (u16_at(data, columns), u16_at(data, columns + 2));
    let good = match (rows, first, last) {
        ((Some(top), Some(bottom)), Some(_), Some(right)) => {
            top <= bottom && bottom <= 65_536 && right <= 256
        }
        _ => false,
    };
    if good { Ok(()) } else { Err(SheetError::Damaged) }
}
