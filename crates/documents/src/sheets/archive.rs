//! Packed files (XLSX and ODS), unpacked once with the bytes counted before anything else reads them: a small file that
//! would unpack to more than the limit is refused, whatever sizes it claims.

use std::{
    borrow::Cow,
    io::{Cursor, Read},
};

use zip::{ZipArchive, result::ZipError};

use super::{Limits, SheetError};

/// A spreadsheet has a few dozen parts.
const MOST_PARTS: usize = 4_096;

/// Which spreadsheet a packed file is.
pub(super) enum Packed {
    Xlsx,
    Ods,
}

/// A packed file whose parts keep within the limits.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

impl From<ZipError> for SheetError {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => Self::Encrypted,
            ZipError::InvalidPassword => Self::Encrypted,
            _ => Self::Damaged,
        }
    }
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, SheetError> {
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        if zip.is_empty() {
            return Err(SheetError::Empty);
        }
        if zip.len() > MOST_PARTS {
            return Err(limits.too_large());
        }
        let mut archive = Self { zip, names: Vec::new() };
        archive.count(limits)?;
        Ok(archive)
    }

    /// First what the parts claim, then what they are: the claims may lie.
    fn count(&mut self, limits: &Limits) -> Result<(), SheetError> {
        let mut claimed = 0u64;
        for n in 0..self.zip.len() {
            let part = self.zip.by_index_raw(n)?;
            if part.encrypted() {
                return Err(SheetError::Encrypted);
            }
            claimed = claimed.saturating_add(part.size());
            self.names.push(part.name().map(Cow::into_owned)?);
        }
        if claimed > limits.unpacked_bytes() {
            return Err(limits.too_large());
        }
        let mut left = limits.unpacked_bytes();
        for n in 0..self.zip.len() {
            let mut part = self.zip.by_index(n)?.take(left + 1);
            let unpacked = std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| SheetError::Damaged)?;
            left = left.checked_sub(unpacked).ok_or_else(|| limits.too_large())?;
        }
        Ok(())
    }

    pub(super) fn kind(&mut self) -> Result<Packed, SheetError> {
        let has = |archive: &Self, start: &str| {
            archive.names.iter().any(|name| name.to_ascii_lowercase().starts_with(start))
        };
        if has(self, "mimetype") {
            let kind = self.text("mimetype")?;
            return match kind.trim() {
                "application/vnd.oasis.opendocument.spreadsheet"
                | "application/vnd.oasis.opendocument.spreadsheet-template" => Ok(Packed::Ods),
                _ => Err(SheetError::OtherFormat("OpenDocument")),
            };
        }
        match () {
            () if has(self, "xl/workbook.bin") => Err(SheetError::OtherFormat("XLSB")),
            () if has(self, "word/") => Err(SheetError::OtherFormat("DOCX")),
            () if has(self, "ppt/") => Err(SheetError::OtherFormat("PPTX")),
            () if has(self, "[content_types].xml") && has(self, "_rels/.rels") => Ok(Packed::Xlsx),
            () => Err(SheetError::OtherFormat("ZIP")),
        }
    }

    /// The names of the parts.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A part, unpacked.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<u8>, SheetError> {
        let mut part = self.zip.by_name(name)?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|_| SheetError::Damaged)?;
        Ok(bytes)
    }

    /// A part that is text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, SheetError> {
        String::from_utf8(self.part(name)?).map_err(|_| SheetError::Damaged)
    }
}
