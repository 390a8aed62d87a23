//! The press: sets a Typst template with its data and gives a PDF.
//!
//! Fonts and the shared templates are read once. Data reach a template only as `json("/data.json")`, never as source, so
//! what people type is always text. A template can read nothing but itself, `/layout.typ` and its data.

use std::{collections::BTreeSet, sync::LazyLock};

use nennep_domain::time::Instant;
use serde_json::Value;
use typst::{
    Library, LibraryExt, World, WorldExt, comemo,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::{fonts::fonts, printable::make_printable};

/// How many printings a cached result outlives without being used. Small, so that memory does not grow.
const CACHED_PRINTINGS: usize = 8;

/// A paper as PDF.
#[derive(Debug, Clone)]
pub struct Pdf {
    /// The file: PDF/A-2u, tagged, the same bytes for the same data and moment.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Letters that stand as □ because the paper's fonts lack them, e.g. emoji; the reader should be told.
    pub unprintable: Vec<char>,
}

/// A template in Typst. It gets its fields with `json("/data.json")` and may `#import "/layout.typ"`.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    /// Its name, for messages.
    pub name: &'a str,
    /// Its source.
    pub source: &'a str,
}

/// Something wrong in a template, where it is known with its line and column (both from 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The template's name; empty where the fault is in no file.
    pub template: String,
    /// The line, 0 where it is not known.
    pub line: usize,
    /// The column, 0 where it is not known.
    pub column: usize,
    /// What is wrong, in Typst's words.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => f.write_str(&self.message),
            line => write!(f, "{}:{line}:{}: {}", self.template, self.column, self.message),
        }
    }
}

/// A template that could not be set: all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the paper could not be set: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct PressError(pub Vec<Fault>);

/// Sets `template` with `data`; `at` is the moment written into the file.
pub fn print(template: Template, mut data: Value, at: Instant) -> Result<Pdf, PressError> {
    let mut missing = BTreeSet::new();
    make_printable(&mut data, &mut missing);
    let job = Job {
        press: &PRESS,
        main: Source::new(PRESS.main, template.source.to_owned()),
        data: Bytes::from_string(data.to_string()),
    };
    let faults = |errors: &[SourceDiagnostic]| {
        PressError(errors.iter().map(|error| job.fault(template.name, error)).collect())
    };
    let printed = typst::compile(&job).output.and_then(|document| {
        let bytes = typst_pdf::pdf(&document, &options(at))?;
        Ok((bytes, document.pages().len()))
    });
    comemo::evict(CACHED_PRINTINGS);
    let (bytes, pages) = printed.map_err(|errors| faults(&errors))?;
    Ok(Pdf { bytes, pages, unprintable: missing.into_iter().collect() })
}

fn options(at: Instant) -> PdfOptions {
    let local = at.local();
    let part = |n: i8| u8::try_from(n).unwrap_or_default();
    let datetime = Datetime::from_ymd_hms(
        i32::from(local.year()),
        part(local.month()),
        part(local.day()),
        part(local.hour()),
        part(local.minute()),
        part(local.second()),
    );
    PdfOptions {
        creator: Smart::Custom(Some("Nền Nếp".to_owned())),
        timestamp: datetime.and_then(|datetime| Timestamp::new_local(datetime, 7 * 60)),
        standards: PdfStandards::new(&[PdfStandard::A_2u]).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

static PRESS: LazyLock<Press> = LazyLock::new(Press::new);

/// What all printings share.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    layout: Source,
    data: FileId,
}

impl Press {
    fn new() -> Self {
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts())),
            main: file("/main.typ"),
            layout: Source::new(
                file("/layout.typ"),
                include_str!("../../templates/papers/layout.typ").to_owned(),
            ),
            data: file("/data.json"),
        }
    }
}

#[expect(clippy::expect_used, reason = "the three paths above are constants")]
fn file(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a path within the project")).intern()
}

/// One printing.
struct Job<'a> {
    press: &'a Press,
    main: Source,
    data: Bytes,
}

impl Job<'_> {
    fn fault(&self, template: &str, error: &SourceDiagnostic) -> Fault {
        let id = error.span.id();
        let source = [&self.main, &self.press.layout].into_iter().find(|source| Some(source.id()) == id);
        let start = self.range(error.span).map(|range| range.start);
        let place = source.zip(start).and_then(|(source, start)| source.lines().byte_to_line_column(start));
        let (line, column) = place.map_or((0, 0), |(line, column)| (line + 1, column + 1));
        let template = if id == Some(self.press.layout.id()) { "layout.typ" } else { template };
        Fault { template: template.to_owned(), line, column, message: error.message.to_string() }
    }
}

impl World for Job<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.press.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = [&self.main, &self.press.layout].into_iter().find(|source| source.id() == id);
        known.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().get(index).cloned()
    }

    // A paper's dates are part of what it says; the day it happens to be printed on is not.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
