//! Lists of organisations kept in spreadsheets: read line by line, put into their tree, and held against those known.
//!
//! The order of the lines does not matter: a cell may stand above the committee it belongs to. A line with any problem is
//! refused as a whole, with all its problems.

use std::collections::HashMap;

use super::{CellType, OrganisationKind};
use crate::{
    problems::{Refusal, Sentence},
    sheets::{self, Mapping, RowProblem, Sheet},
    time::PartialDate,
};

mod headings;
mod preview;
mod read;
mod tree;
mod words;

pub use headings::recognise;
pub use preview::{Added, Change, Changed, Existing, Parent, Preview, preview};
pub use read::read;

text_enum! {
    /// What a column of a list of organisations holds.
    Field {
        /// Running number; not kept.
        Ordinal = "ordinal",
        /// The organisation's code.
        Code = "code",
        /// Its name.
        Name = "name",
        /// Its kind: committee organisation, cell, sub-cell.
        Kind = "kind",
        /// What a cell lives in.
        CellType = "cell_type",
        /// The code of the organisation directly above.
        ParentCode = "parent_code",
        /// The name, or code, of the organisation directly above.
        Parent = "parent",
        /// When it was founded.
        FoundedOn = "founded_on",
    }
}

impl Field {
    /// Its words for a reader.
    pub const fn label(self) -> Sentence {
        Sentence::new(match self {
            Self::Ordinal => "import-field-ordinal",
            Self::Code => "import-field-code",
            Self::Name => "import-field-name",
            Self::Kind => "import-field-kind",
            Self::CellType => "import-field-cell-type",
            Self::ParentCode => "import-field-parent-code",
            Self::Parent => "import-field-parent",
            Self::FoundedOn => "import-field-founded-on",
        })
    }
}

/// The head of a list of organisations and its columns, if the sheet holds one.
pub fn find(sheet: &Sheet) -> Option<Mapping<Field>> {
    sheets::find(sheet, headings::recognise, &[Field::Name])
}

/// The sheet of a file that holds a list of organisations, by its place, and the head it has.
pub fn find_in(sheets: &[Sheet]) -> Result<(usize, Mapping<Field>), MappingError> {
    sheets::find_in(sheets, headings::recognise, &[Field::Name]).ok_or(MappingError::NoHead)
}

/// What the columns of a line say themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Said {
    /// The kind.
    pub kind: bool,
    /// What a cell lives in.
    pub cell_type: bool,
}

/// One organisation as one line gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sheet's own row number, counted from 1.
    pub number: u32,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its kind; `None` only beside a problem.
    pub kind: Option<OrganisationKind>,
    /// What it lives in, for cells, as far as the line or the name tells.
    pub cell_type: Option<CellType>,
    /// What of these a column says. What only the name tells is taken for new organisations, and changes no known one.
    pub said: Said,
    /// The code or name of the organisation directly above, as written; empty if there is none.
    pub parent: String,
    /// When it was founded.
    pub founded_on: Option<PartialDate>,
}

/// A line and all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What could be read.
    pub row: Row,
    /// What is wrong; empty if the line can be taken.
    pub problems: Vec<RowProblem>,
}

/// A list of organisations as read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// The organisations, line by line.
    pub lines: Vec<Line>,
    /// Rows that hold something but no organisation: headings of groups, totals, signatures. Counted from 1.
    pub passed_over: Vec<u32>,
    /// The columns read, by field, as people find them, e.g. `B (Mã)`.
    pub labels: HashMap<Field, String>,
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// No sheet has a row of headings that is known.
    #[error("no sheet holds a list of organisations")]
    NoHead,
    /// No column holds the names.
    #[error("no column holds the organisations' names")]
    NoName,
    /// No column holds the codes.
    #[error("no column holds the organisations' codes")]
    NoCode,
    /// Two columns are taken for one field.
    #[error("the column {column} is taken for a field another column is taken for")]
    Doubled {
        /// The second column, as people find it.
        column: String,
    },
}

impl Refusal for MappingError {
    fn sentence(&self) -> Sentence {
        match self {
            Self::NoHead => Sentence::new("import-no-organisation-head"),
            Self::NoName => Sentence::new("import-no-organisation-name-column"),
            Self::NoCode => Sentence::new("import-no-code-column"),
            Self::Doubled { column } => Sentence::new("import-doubled-column").with("column", column.clone()),
        }
    }
}
