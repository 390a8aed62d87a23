//! Small sheets written as text: cells parted by `|`, rows by lines; `=2×1` after a cell joins two columns and one row.
//! Also the words of the imports, against which every problem shown in a test is held.
#![allow(dead_code, reason = "each test file uses its part")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::LazyLock,
};

use jiff::civil::{Date, date};
use nennep_domain::{
    members::register::{self, LeastAge, Register, Terms},
    problems::{Citation, Sentence},
    sheets::{Cell, Merged, RowProblem, Sheet},
};

pub(crate) const TODAY: Date = date(2026, 11, 5);

/// A sheet of the text.
pub(crate) fn sheet(text: &str) -> Sheet {
    let mut sheet = Sheet { name: "Sheet1".to_owned(), ..Sheet::default() };
    for (row, line) in (0..).zip(text.lines()) {
        let mut cells = Vec::new();
        for (column, cell) in (0..).zip(line.split('|')) {
            let (cell, joined) =
                cell.rsplit_once('=').map_or((cell, None), |(cell, size)| (cell, Some(size)));
            if let Some((columns, rows)) = joined.and_then(|size| size.split_once('×')) {
                let (columns, rows): (u32, u32) = (columns.parse().unwrap(), rows.trim().parse().unwrap());
                let (bottom, right) = (row + rows - 1, column + columns - 1);
                sheet.merged.push(Merged { top: row, left: column, bottom, right });
            }
            let text = cell.trim().replace('⏎', "\n");
            cells.push(if text.is_empty() { Cell::Empty } else { Cell::Text(text) });
        }
        sheet.rows.push(cells);
    }
    sheet
}

#[expect(clippy::unnecessary_wraps, reason = "the rules of a day may know no least age")]
fn eighteen(_: Date) -> Option<LeastAge> {
    let citation = Citation { document: "Điều lệ Đảng".to_owned(), article: "Điều 1".to_owned() };
    Some(LeastAge { years: 18, citation })
}

/// The terms of an import today, with 18 as the least age.
pub(crate) fn terms() -> Terms<'static> {
    Terms { today: TODAY, least_age: &eighteen }
}

/// A member register as it would be read with the columns found.
pub(crate) fn members(sheet: &Sheet) -> Register {
    let mapping = register::find(sheet).expect("a head of a member register");
    register::read(sheet, &mapping, &terms()).expect("a usable mapping")
}

/// Problems in short: row, column, reason. Each must have the values its words speak of.
pub(crate) fn short(problems: &[RowProblem]) -> Vec<String> {
    static WORDS: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(|| words("vi"));
    let complete = |sentence: &Sentence| {
        let given: BTreeSet<String> = sentence.arguments.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(WORDS.get(sentence.key), Some(&given), "{}", sentence.key);
    };
    for problem in problems {
        complete(&problem.reason);
        complete(&problem.remedy);
    }
    problems
        .iter()
        .map(|problem| format!("{} {}: {}", problem.row, problem.column, problem.reason.key))
        .collect()
}

/// Each message of a language with the names of the values in it.
fn words(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(language);
    let text = std::fs::read_to_string(folder.join("import.ftl")).unwrap();
    let messages = text.lines().filter_map(|line| line.split_once(" = "));
    let names = |words: &str| {
        let named = words.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next());
        named.map(str::to_owned).collect()
    };
    messages.map(|(key, words)| (key.to_owned(), names(words))).collect()
}
