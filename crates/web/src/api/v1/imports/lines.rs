//! The lines of a file: what each would add or change, and what stands against it.

use nennep_app::imports as deeds;
use nennep_domain::sheets::RowProblem;
use serde::Serialize;
use utoipa::ToSchema;

use crate::{api::spoken::Said, words::Words};

/// A column of a file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportColumn {
    /// Its letters, as spreadsheets show them: the name by which it is mapped.
    pub column: String,
    /// Its heading; may be empty.
    pub heading: String,
    /// The field it is taken for; missing while it is not known, or left out.
    pub field: Option<String>,
    /// The first values that stand in it.
    pub samples: Vec<String>,
}

/// A line that would be added.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportNewLine {
    /// The row's number in the sheet.
    pub row: u32,
    /// The name.
    pub name: String,
    /// A member's date of birth, an organisation's code.
    pub mark: String,
    /// The cell of a member; what an organisation stands below.
    pub place: String,
}

/// A line by which something would change.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportChangedLine {
    /// The row's number in the sheet.
    pub row: u32,
    /// The name.
    pub name: String,
    /// What would change.
    pub changes: Vec<ImportDifference>,
}

/// One thing that would change.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportDifference {
    /// What.
    pub what: Said,
    /// What is known; empty if nothing was.
    pub old: String,
    /// What the line says.
    pub new: String,
}

/// Something that is wrong with a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportProblem {
    /// The row's number in the sheet.
    pub row: u32,
    /// The column by its letters and heading; empty where the whole row is meant.
    pub column: String,
    /// The value as written.
    pub value: String,
    /// A stable word for what is wrong.
    pub code: String,
    /// What is wrong, in words.
    pub reason: String,
    /// What to do, in words.
    pub remedy: String,
}

impl From<&deeds::Column> for ImportColumn {
    fn from(column: &deeds::Column) -> Self {
        Self {
            column: column.letters.clone(),
            heading: column.heading.clone(),
            field: Some(column.field.clone()).filter(|field| !field.is_empty()),
            samples: column.samples.clone(),
        }
    }
}

impl From<&deeds::NewLine> for ImportNewLine {
    fn from(line: &deeds::NewLine) -> Self {
        let deeds::NewLine { row, name, mark, place } = line.clone();
        Self { row, name, mark, place }
    }
}

impl ImportChangedLine {
    pub(super) fn of(w: Words, line: &deeds::ChangedLine) -> Self {
        let difference = |one: &deeds::Difference| ImportDifference {
            what: Said::of(w, &one.label),
            old: one.old.clone(),
            new: one.new.clone(),
        };
        Self {
            row: line.row,
            name: line.name.clone(),
            changes: line.changes.iter().map(difference).collect(),
        }
    }
}

impl ImportProblem {
    pub(super) fn of(w: Words, problem: &RowProblem) -> Self {
        Self {
            row: problem.row,
            column: problem.column.clone(),
            value: problem.value.clone(),
            code: problem.reason.key.to_owned(),
            reason: w.say(&problem.reason),
            remedy: w.say(&problem.remedy),
        }
    }
}
