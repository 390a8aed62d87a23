//! Member registers kept in spreadsheets: read line by line, checked, and held against the members already known.
//!
//! The order is: [`find`] the head and its columns (a person may change them), [`read`] the lines, [`preview`] what taking
//! them would do. Nothing here writes anything. A line with any problem is refused as a whole, with all its problems.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Leaving, MemberGrade, Profile, StandingState};
use crate::{
    accounts::Office,
    problems::Citation,
    rules::Rules,
    sheets::{self, Mapping, RowProblem, Sheet},
    time::PartialDate,
};

mod by_hand;
mod cells;
mod checks;
mod compare;
mod existing;
mod field;
mod headings;
mod line;
mod matching;
mod preview;
mod read;
mod spellings;
mod split;
mod standing;
mod status;
mod values;

pub use by_hand::{ASKED, by_hand, changes, typed};
pub use compare::{Change, Detail};
pub use existing::{Existing, IdentityKey, Known, KnownCell};
pub use field::Field;
pub use headings::recognise;
pub use preview::{Added, Changed, Counts, Preview, preview};
pub use read::read;

/// The head of a member register and its columns, if the sheet holds one.
pub fn find(sheet: &Sheet) -> Option<Mapping<Field>> {
    sheets::find(sheet, headings::recognise, headings::ANCHORS)
}

/// The sheet of a file that holds a member register, by its place, and the head it has.
pub fn find_in(sheets: &[Sheet]) -> Result<(usize, Mapping<Field>), MappingError> {
    sheets::find_in(sheets, headings::recognise, headings::ANCHORS).ok_or(MappingError::NoHead)
}

/// The day of the import and the rule the lines are checked by.
pub struct Terms<'a> {
    /// The day of the import: no date in a register lies after it, and years of two digits count back from it.
    pub today: Date,
    /// The least age at an admission on a day (Điều lệ Art. 1), from the rules in force on that day.
    pub least_age: &'a dyn Fn(Date) -> Option<LeastAge>,
}

/// The least age at admission, with the rule it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeastAge {
    /// In whole years; counted by month, as the rule counts.
    pub years: i16,
    /// The rule document and article.
    pub citation: Citation,
}

impl LeastAge {
    /// The least age by the rules of a day.
    pub fn by(rules: &Rules) -> Option<Self> {
        let ruled = rules.candidate_age_from();
        Some(Self { years: i16::try_from(ruled.value).ok()?, citation: ruled.citation })
    }
}

/// Where a line says its member belongs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CellReference {
    /// By the cell's code, from a column.
    Code(String),
    /// By the cell's name, from a column.
    Name(String),
    /// By the cell's name in a line of its own above the members ("I. Chi bộ Tổ dân phố số 5").
    Section(String),
    /// By the cell's name in the title above the table.
    Title(String),
    /// Not at all.
    #[default]
    None,
}

/// That a member left, how and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// How.
    pub leaving: Leaving,
    /// When.
    pub on: PartialDate,
}

impl Departure {
    /// Whether it says nothing else than what is known: the same way of leaving, on a day that may be the same.
    pub fn agrees(self, known: Self) -> bool {
        let overlap = !self.on.certainly_after(known.on) && !known.on.certainly_after(self.on);
        self.leaving == known.leaving && overlap
    }
}

/// One member as one line of a register gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The sheet's own row number, counted from 1.
    pub number: u32,
    /// What the register keeps; fields the line leaves empty are empty.
    pub profile: Profile,
    /// The cell.
    pub cell: CellReference,
    /// Official or probationary, if the line says so by its status or by a day of recognition.
    pub grade: Option<MemberGrade>,
    /// What a member not known yet is taken for where the line does not say: official by a card, which only official
    /// members have; probationary if the register has a column for recognition and the line leaves it empty.
    pub assumed_grade: Option<MemberGrade>,
    /// How the member stands in the cell, if the line says so.
    pub state: Option<StandingState>,
    /// Since when the member belongs to the cell, if the line says so.
    pub since: Option<PartialDate>,
    /// That the member left.
    pub departure: Option<Departure>,
    /// A party office named in the line. It opens no right by itself.
    pub office: Option<Office>,
}

/// A line and all that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What could be read.
    pub row: Row,
    /// What is wrong; empty if the line can be taken.
    pub problems: Vec<RowProblem>,
}

/// A register as read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Register {
    /// The members, line by line.
    pub lines: Vec<Line>,
    /// Rows that hold something but no member: section lines, totals, signatures. Counted from 1.
    pub passed_over: Vec<u32>,
    /// The columns read, by field, as people find them, e.g. `C (Ngày sinh)`.
    pub labels: HashMap<Field, String>,
}

/// Why a mapping cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MappingError {
    /// No sheet has a row of headings that is known.
    #[error("no sheet holds a member register")]
    NoHead,
    /// No column holds the name.
    #[error("no column holds the members' names")]
    NoName,
    /// Two columns are taken for one field.
    #[error("two columns are taken for {}", field.as_str())]
    Doubled {
        /// The field.
        field: Field,
        /// The second column, as people find it.
        column: String,
    },
}

impl crate::problems::Refusal for MappingError {
    fn sentence(&self) -> crate::problems::Sentence {
        match self {
            Self::NoHead => crate::problems::Sentence::new("import-no-member-head"),
            Self::NoName => crate::problems::Sentence::new("import-no-name-column"),
            Self::Doubled { column, .. } => {
                crate::problems::Sentence::new("import-doubled-column").with("column", column.clone())
            }
        }
    }
}
