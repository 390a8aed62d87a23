//! Finding the head of a table below title lines, in one, two or three rows, with joined cells or without.
//!
//! Every block of up to three rows near the top is read as if it were the head; the block whose headings are known for
//! the most fields is taken. What a heading means is the register's knowledge and comes in as a [`Recogniser`].

use std::hash::Hash;

use super::{Column, Mapping, Merged, Sheet};
use crate::names;

/// A head stands within so many rows of the top.
const SEARCHED_ROWS: u32 = 60;
/// A head has at most so many rows.
const HEAD_ROWS: u32 = 3;
/// Joined blocks looked at; a head has a few dozen.
const SEARCHED_BLOCKS: usize = 2_000;

/// One column's heading as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard<'a> {
    /// The headings above it that it shares with its neighbours, from the top down, joined by spaces.
    pub group: &'a str,
    /// Its own heading: the lowest.
    pub text: &'a str,
    /// All lowest headings under the same group, this one included; none without a group.
    pub siblings: &'a [String],
    /// Its place, from 0, among the columns that one joined heading covers.
    pub place: u32,
    /// How many columns that heading covers; 1 if it is not joined.
    pub width: u32,
}

/// Tells the field of a heading, with a rank: of two columns heard as one field the higher rank is taken for it.
pub type Recogniser<F> = fn(&Heard<'_>) -> Option<(F, u8)>;

/// The headings of a block of rows, column by column.
#[derive(Debug)]
pub struct Headings {
    top: u32,
    bottom: u32,
    columns: Vec<Levels>,
}

#[derive(Debug, Default)]
struct Levels {
    /// From the top down, each joined heading once; line breaks kept, since they part what one heading joins.
    texts: Vec<String>,
    place: u32,
    width: u32,
}

/// The head of the table, if any block of rows near the top is known for at least two fields, one of them an `anchor`.
pub fn find<F: Copy + Eq + Hash>(
    sheet: &Sheet,
    recogniser: Recogniser<F>,
    anchors: &[F],
) -> Option<Mapping<F>> {
    let mut best: Option<(usize, Mapping<F>)> = None;
    for top in 0..sheet.height().min(SEARCHED_ROWS) {
        for height in 1..=HEAD_ROWS.min(sheet.height() - top) {
            let headings = Headings::at(sheet, top, top + height - 1);
            let mapping = headings.mapping(sheet, recogniser);
            let known = mapping.columns.iter().filter(|column| column.field.is_some()).count();
            let anchored = anchors.iter().any(|anchor| mapping.has(*anchor));
            // Fewer rows first: a title above or a line below adds nothing and must not be taken in.
            if known >= 2 && anchored && best.as_ref().is_none_or(|(most, _)| known > *most) {
                best = Some((known, mapping));
            }
        }
    }
    // A title joined over the whole table adds nothing, but stands above and is met first: leave it out again.
    best.map(|(known, mapping)| without_titles(sheet, recogniser, known, mapping))
}

/// The sheet whose head is known for the most fields, and that head. Hidden sheets are looked at only where no other has
/// one; of equals the first is taken.
pub fn find_in<F: Copy + Eq + Hash>(
    sheets: &[Sheet],
    recogniser: Recogniser<F>,
    anchors: &[F],
) -> Option<(usize, Mapping<F>)> {
    let found = |hidden: bool| {
        let sheets = sheets.iter().enumerate().filter(move |(_, sheet)| sheet.hidden == hidden);
        let heads = sheets.filter_map(|(n, sheet)| Some((n, find(sheet, recogniser, anchors)?)));
        let known =
            |mapping: &Mapping<F>| mapping.columns.iter().filter(|column| column.field.is_some()).count();
        heads.reduce(|best, other| if known(&other.1) > known(&best.1) { other } else { best })
    };
    found(false).or_else(|| found(true))
}

fn without_titles<F: Copy + Eq + Hash>(
    sheet: &Sheet,
    recogniser: Recogniser<F>,
    known: usize,
    mut mapping: Mapping<F>,
) -> Mapping<F> {
    while mapping.top < mapping.bottom {
        let shorter = Headings::at(sheet, mapping.top + 1, mapping.bottom).mapping(sheet, recogniser);
        if shorter.columns.iter().filter(|column| column.field.is_some()).count() < known {
            break;
        }
        mapping = shorter;
    }
    mapping
}

impl Headings {
    /// The headings as they stand in the rows `top` to `bottom`.
    pub fn at(sheet: &Sheet, top: u32, bottom: u32) -> Self {
        let blocks: Vec<&Merged> = sheet
            .merged
            .iter()
            .filter(|block| block.top <= bottom && block.bottom >= top)
            .take(SEARCHED_BLOCKS)
            .collect();
        let width =
            (top..=bottom).filter_map(|row| sheet.rows.get(row as usize)).map(Vec::len).max().unwrap_or(0);
        let width = u32::try_from(width).unwrap_or(u32::MAX);
        let columns = (0..width).map(|column| levels(sheet, &blocks, top..=bottom, column)).collect();
        // Joined headings may reach below the rows looked at; the table's lines begin below them.
        let reach = blocks.iter().filter(|block| block.top >= top && block.bottom - block.top <= HEAD_ROWS);
        let bottom = reach.map(|block| block.bottom).max().map_or(bottom, |reached| reached.max(bottom));
        Self { top, bottom, columns }
    }

    /// Each column with the field its heading is known for. Columns with neither heading nor values are left out.
    pub fn mapping<F: Copy + Eq + Hash>(&self, sheet: &Sheet, recogniser: Recogniser<F>) -> Mapping<F> {
        let mut columns = Vec::new();
        let mut taken = std::collections::HashMap::<F, (u8, usize)>::new();
        for (index, levels) in (0..).zip(&self.columns) {
            let heading = names::tidy(&levels.texts.join(" / "));
            if heading.is_empty() && !has_values(sheet, self.bottom + 1, index) {
                continue;
            }
            let mut column = Column { index, heading, field: None };
            if let Some((field, rank)) = self.hear(levels, recogniser) {
                match taken.get(&field) {
                    Some((best, _)) if *best >= rank => {}
                    worse => {
                        if let Some((_, other)) = worse {
                            let other: &mut Column<F> = &mut columns[*other];
                            other.field = None;
                        }
                        taken.insert(field, (rank, columns.len()));
                        column.field = Some(field);
                    }
                }
            }
            columns.push(column);
        }
        Mapping { top: self.top, bottom: self.bottom, columns }
    }

    fn hear<F>(&self, levels: &Levels, recogniser: Recogniser<F>) -> Option<(F, u8)> {
        let (text, above) = levels.texts.split_last()?;
        let same_group =
            |other: &&Levels| other.texts.split_last().is_some_and(|(_, others)| others == above);
        let siblings: Vec<String> = match above {
            [] => Vec::new(),
            _ => self
                .columns
                .iter()
                .filter(same_group)
                .filter_map(|other| other.texts.last().cloned())
                .collect(),
        };
        let group = above.join(" ");
        recogniser(&Heard {
            group: &group,
            text,
            siblings: &siblings,
            place: levels.place,
            width: levels.width,
        })
    }
}

/// The headings over a column: through joined cells, or from the left where a heading's neighbours were left empty
/// above headings of their own.
fn levels(sheet: &Sheet, blocks: &[&Merged], rows: std::ops::RangeInclusive<u32>, column: u32) -> Levels {
    let mut levels = Levels { width: 1, ..Levels::default() };
    let mut last = None;
    for row in rows.clone() {
        let block = blocks.iter().find(|block| block.holds(row, column));
        let place = match block {
            // A head does not begin in the middle of a joined heading.
            Some(block) if block.top < *rows.start() => continue,
            Some(block) => (block.top, block.left),
            None => (row, group_column(sheet, blocks, row, *rows.end(), column)),
        };
        if last == Some(place) {
            continue;
        }
        last = Some(place);
        let text = names::tidy_text(&sheet.at(place.0, place.1).to_string());
        if !text.is_empty() {
            levels.texts.push(text);
            (levels.place, levels.width) =
                block.map_or((0, 1), |block| (column - block.left, block.right - block.left + 1));
        }
    }
    levels
}

/// The column whose cell in `row` heads this one: itself, or in a sheet without joined cells the next filled one to the
/// left if every column from there to here has a heading of its own below.
fn group_column(sheet: &Sheet, blocks: &[&Merged], row: u32, bottom: u32, column: u32) -> u32 {
    let headed = |column: u32| !sheet.at(row + 1, column).is_blank();
    if row == bottom || !sheet.at(row, column).is_blank() || !headed(column) {
        return column;
    }
    for left in (0..column).rev() {
        let joined = blocks.iter().any(|block| block.holds(row, left));
        if joined || !headed(left) {
            return column;
        }
        if !sheet.at(row, left).is_blank() {
            return left;
        }
    }
    column
}

fn has_values(sheet: &Sheet, from: u32, column: u32) -> bool {
    (from..sheet.height().min(from.saturating_add(SEARCHED_ROWS)))
        .any(|row| !sheet.at(row, column).is_blank())
}
