//! The container of old Office files: its sectors, directory and streams, walked once with every chain bounded.
//!
//! calamine follows the chains of sectors a file gives and would follow a ring of them until the memory is full. So the
//! chains are walked here first, and a file in which one comes round again is refused.

use super::SheetError;

pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
/// Ids from here on mean something other than a sector.
const RESERVED: u32 = 0xFFFF_FFFA;
/// Shorter streams stand in the stream of small sectors.
const SMALL_STREAM: usize = 4_096;
const SMALL_SECTOR: usize = 64;

/// A container whose chains end.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    small_table: Vec<u32>,
    small: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    length: usize,
}

impl<'a> Ole<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, SheetError> {
        let sector = match u16_at(bytes, 30) {
            Some(9) => 512,
            Some(12) => 4_096,
            _ => return Err(SheetError::Damaged),
        };
        let mut ole = Self {
            bytes,
            sector,
            table: Vec::new(),
            small_table: Vec::new(),
            small: Vec::new(),
            entries: Vec::new(),
        };
        ole.table = ole.read_table()?;
        let directory = ole.chain(ole.header(48)?, usize::MAX)?;
        ole.entries = directory.chunks_exact(128).filter_map(|entry| ole.entry(entry)).collect();
        let root = ole.entries.first().ok_or(SheetError::Damaged)?;
        if ole.header(64)? > 0 {
            ole.small = ole.chain(root.start, root.length)?;
            let length = (ole.header(64)? as usize).saturating_mul(sector);
            ole.small_table = numbers(&ole.chain(ole.header(60)?, length)?);
        }
        Ok(ole)
    }

    fn header(&self, at: usize) -> Result<u32, SheetError> {
        u32_at(self.bytes, at).ok_or(SheetError::Damaged)
    }

    /// The table of chains: its sectors are listed in the header, and where they are many in a chain of lists.
    fn read_table(&self) -> Result<Vec<u32>, SheetError> {
        let mut sectors: Vec<u32> = numbers(self.bytes.get(76..512).ok_or(SheetError::Damaged)?);
        let mut list = self.header(68)?;
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            if list >= RESERVED {
                break;
            }
            let mut more = numbers(self.sector(list)?);
            list = more.pop().ok_or(SheetError::Damaged)?;
            sectors.extend(more);
        }
        if list < RESERVED {
            return Err(SheetError::Damaged);
        }
        let mut table = Vec::new();
        for id in sectors.into_iter().filter(|id| *id < RESERVED) {
            // Every entry of the table is a sector of the file: more of them than fit are the same ones again.
            if table.len() > self.bytes.len() {
                return Err(SheetError::Damaged);
            }
            table.extend(numbers(self.sector(id)?));
        }
        Ok(table)
    }

    fn sector(&self, id: u32) -> Result<&'a [u8], SheetError> {
        let start = (id as usize + 1).checked_mul(self.sector).ok_or(SheetError::Damaged)?;
        let end = (start + self.sector).min(self.bytes.len());
        self.bytes.get(start..end).ok_or(SheetError::Damaged)
    }

    fn chain(&self, start: u32, length: usize) -> Result<Vec<u8>, SheetError> {
        follow(start, length, &self.table, |id| self.sector(id))
    }

    fn entry(&self, entry: &[u8]) -> Option<Entry> {
        let units = entry[..64].chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
        let name = char::decode_utf16(units.take_while(|unit| *unit != 0))
            .map(|letter| letter.unwrap_or('?'))
            .collect();
        let length = u32_at(entry, 120)? as usize;
        let length =
            if self.sector == 512 { length } else { length | ((u32_at(entry, 124)? as usize) << 32) };
        Some(Entry { name, start: u32_at(entry, 116)?, length })
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// A stream by its name.
    pub(super) fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, SheetError> {
        let Some(entry) = self.find(name) else { return Ok(None) };
        let stream = if entry.length < SMALL_STREAM {
            let small = |id: u32| {
                let start = (id as usize).checked_mul(SMALL_SECTOR).ok_or(SheetError::Damaged)?;
                let end = (start + SMALL_SECTOR).min(self.small.len());
                self.small.get(start..end).ok_or(SheetError::Damaged)
            };
            follow(entry.start, entry.length, &self.small_table, small)
        } else {
            self.chain(entry.start, entry.length)
        };
        stream.map(Some)
    }
}

/// The bytes of a chain up to its end or to `length`. A chain longer than the table comes round again.
fn follow<'b>(
    start: u32,
    length: usize,
    table: &[u32],
    sector: impl Fn(u32) -> Result<&'b [u8], SheetError>,
) -> Result<Vec<u8>, SheetError> {
    let mut bytes = Vec::new();
    let mut id = start;
    for _ in 0..=table.len() {
        if id == END_OF_CHAIN {
            return Ok(bytes);
        }
        let found = sector(id)?;
        bytes.extend_from_slice(&found[..found.len().min(length - bytes.len())]);
        if bytes.len() >= length {
            return Ok(bytes);
        }
        id = *table.get(id as usize).ok_or(SheetError::Damaged)?;
    }
    Err(SheetError::Damaged)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2).map(|two| u16::from_le_bytes([two[0], two[1]]))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
