//! Which column holds what: found by the headings, guessed where none is known, and changed by hand.

use std::{collections::BTreeMap, fmt::Display, hash::Hash, str::FromStr};

use nennep_domain::{
    members::register as members,
    organisations::register as organisations,
    problems::Sentence,
    sheets::{Cell, Headings, Mapping, Recogniser, Sheet, letters},
};

use super::Kind;

/// What columns hold where a person said so: the column, counted from 0, and the field's word; empty for a column that
/// is left out.
pub type ByHand = BTreeMap<u32, String>;

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its place, counted from 0.
    pub index: u32,
    /// Its letters, as spreadsheets show them.
    pub letters: String,
    /// Its heading; may be empty.
    pub heading: String,
    /// The word of the field it is taken for; empty while it is not known, or left out.
    pub field: String,
    /// The first values that stand in it.
    pub samples: Vec<String>,
}

/// The fields a column can hold: the word of each, and its words for a reader.
pub fn fields(kind: Kind) -> Vec<(&'static str, Sentence)> {
    match kind {
        Kind::Organisations => {
            organisations::Field::ALL.iter().map(|field| (field.as_str(), field.label())).collect()
        }
        Kind::Members => members::Field::ALL.iter().map(|field| (field.as_str(), field.label())).collect(),
    }
}

/// A head is looked for so far down where no heading is known.
const SEARCHED_ROWS: usize = 60;
/// Values of a column that are shown.
const SAMPLES: usize = 3;
/// Letters of a value that are shown.
const SAMPLE_LETTERS: usize = 40;

/// The sheet and its columns: as found, or guessed, with what a person said put over it.
pub(super) fn head<'a, F: Copy + Eq + Hash + FromStr>(
    sheets: &'a [Sheet],
    found: Option<(usize, Mapping<F>)>,
    recognise: Recogniser<F>,
    by_hand: &ByHand,
) -> Option<(&'a Sheet, Mapping<F>)> {
    let (n, mut mapping) = found.or_else(|| guess(sheets, recognise))?;
    for (index, word) in by_hand {
        mapping.set(*index, word.parse().ok());
    }
    // What a person said wins over what a heading says.
    let said: Vec<F> = by_hand.values().filter_map(|word| word.parse().ok()).collect();
    for column in &mut mapping.columns {
        if !by_hand.contains_key(&column.index) && column.field.is_some_and(|field| said.contains(&field)) {
            column.field = None;
        }
    }
    Some((&sheets[n], mapping))
}

/// The row near the top with most texts, taken for the head of the first sheet that can be seen.
fn guess<F: Copy + Eq + Hash>(sheets: &[Sheet], recognise: Recogniser<F>) -> Option<(usize, Mapping<F>)> {
    let (n, sheet) = sheets.iter().enumerate().find(|(_, sheet)| !sheet.hidden && !sheet.is_blank())?;
    let texts = |cells: &[Cell]| {
        cells.iter().filter(|cell| matches!(cell, Cell::Text(_)) && !cell.is_blank()).count()
    };
    let rows = (0..).zip(sheet.rows.iter().take(SEARCHED_ROWS)).map(|(row, cells)| (row, texts(cells)));
    let (row, most) = rows.reduce(|best, other| if other.1 > best.1 { other } else { best })?;
    (most >= 2).then(|| (n, Headings::at(sheet, row, row).mapping(sheet, recognise)))
}

/// The columns as a person sees them.
pub(super) fn shown<F: Copy + PartialEq + Display>(sheet: &Sheet, mapping: &Mapping<F>) -> Vec<Column> {
    let samples = |index: u32| {
        let cells = (mapping.bottom + 1..sheet.height()).map(|row| sheet.at(row, index));
        let filled = cells.filter(|cell| !cell.is_blank()).take(SAMPLES);
        filled.map(|cell| cell.tidy().chars().take(SAMPLE_LETTERS).collect()).collect()
    };
    let column = |column: &nennep_domain::sheets::Column<F>| Column {
        index: column.index,
        letters: letters(column.index),
        heading: column.heading.clone(),
        field: column.field.map(|field| field.to_string()).unwrap_or_default(),
        samples: samples(column.index),
    };
    mapping.columns.iter().map(column).collect()
}
