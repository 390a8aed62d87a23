//! A paper as a row of blocks: composed once from what it says, then drawn twice, as PDF and as DOCX.

use nennep_domain::papers::Layout;
use serde::Serialize;

use super::form::Sizes;

/// A4: width and height in millimetres.
pub(super) const PAGE_MM: (f64, f64) = (210.0, 297.0);

/// A paper, composed and ready to be drawn.
#[derive(Debug, Clone, Serialize)]
pub struct Paper {
    /// The document's title, as programs list it.
    pub title: String,
    /// The head.
    pub head: Head,
    /// The paper's name in capitals, e.g. NGHỊ QUYẾT.
    pub name: String,
    /// What it is about, line by line.
    pub summary: Vec<String>,
    /// The short line that closes the summary.
    pub rule: String,
    /// The body.
    pub blocks: Vec<Block>,
    /// Signatures and recipients.
    pub foot: Foot,
    /// What follows on a page of its own.
    pub annex: Option<Annex>,
    /// Margins, letter size and line pitch.
    pub layout: Layout,
    /// Letter sizes that the form fixes.
    pub sizes: Sizes,
}

/// An appendix: it begins on a new page and is not signed.
#[derive(Debug, Clone, Serialize)]
pub struct Annex {
    /// Its name in capitals, e.g. PHỤ LỤC.
    pub name: String,
    /// What it is about, line by line.
    pub summary: Vec<String>,
    /// Its body.
    pub blocks: Vec<Block>,
}

/// The head of a paper. Empty texts are left out.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Head {
    /// The organisation above, in capitals, line by line.
    pub superior: Vec<String>,
    /// The issuing body, in capitals, line by line.
    pub body: Vec<String>,
    /// The mark between body and number.
    pub star: String,
    /// The number line, e.g. `Số 05-NQ/CB`.
    pub number: String,
    /// The party's name.
    pub party: String,
    /// Place and date.
    pub dated: String,
    /// Marks below the number.
    pub marks: Vec<HeadMark>,
}

/// A mark of the head.
#[derive(Debug, Clone, Serialize)]
pub struct HeadMark {
    /// Its text.
    pub text: String,
    /// Whether it stands in a frame.
    pub framed: bool,
}

/// One block of the body.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading with its number: 1 `I- …`, 2 `1. …`, 3 `a) …`.
    Heading {
        /// Its level.
        level: u8,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Text {
        /// Its runs.
        runs: Vec<Run>,
        /// Whether it must stay on the page of the block after it.
        keep: bool,
    },
    /// A table.
    Table(Table),
    /// Lines to be written on, as many.
    Lines {
        /// How many.
        count: u32,
    },
}

/// Text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// A dotted line to the right margin stands in place of the text.
    pub dots: bool,
}

impl Run {
    /// Upright text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true, ..Self::default() }
    }

    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self { text: text.into(), italic: true, ..Self::default() }
    }

    /// A dotted line to write on.
    pub fn dots() -> Self {
        Self { dots: true, ..Self::default() }
    }
}

/// Where text stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its share of the text's width; the shares of a table are summed and scaled.
    pub share: f64,
    /// Where its text stands.
    pub align: Align,
}

/// A table with ruled cells. Its head is repeated on each page.
#[derive(Debug, Clone, Serialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// The least height of a row in millimetres, for cells to be written in; 0 where the text decides.
    pub row_height_mm: f64,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// One text a column; one text alone spans all columns.
    pub cells: Vec<String>,
    /// Whether its text is bold.
    pub bold: bool,
}

impl Row {
    /// A row of plain cells.
    pub fn of(cells: Vec<String>) -> Self {
        Self { cells, bold: false }
    }

    /// A row of bold cells, or a band over all columns if it has one text.
    pub fn bold(cells: Vec<String>) -> Self {
        Self { cells, bold: true }
    }
}

/// The foot: signatures side by side, recipients at the left.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Foot {
    /// The word above the recipients.
    pub recipients_word: String,
    /// The recipients, line by line; none where the paper goes nowhere.
    pub recipients: Vec<String>,
    /// One signature at the right, or two side by side.
    pub signatures: Vec<Signature>,
}

/// A signature block.
#[derive(Debug, Clone, Serialize)]
pub struct Signature {
    /// The first line, bold: `T/M CHI BỘ`, `CHỦ TRÌ`.
    pub authority: String,
    /// The signatory's title, e.g. `BÍ THƯ`; empty where there is none.
    pub title: String,
    /// Whether the title is bold.
    pub bold_title: bool,
    /// The name under the signature; empty leaves room for it.
    pub name: String,
}
