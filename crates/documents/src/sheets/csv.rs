//! CSV files as spreadsheets write them: comma, semicolon or tab, any mix of line ends, quoted fields, blank lines kept so
//! that a row's number is the one a spreadsheet shows.

use nennep_domain::sheets::{Cell, Sheet};

use super::{
    Limits, SheetError,
    limits::{Budget, Filling},
    write,
};

/// So many rows are tried with each separator.
const TRIED_ROWS: usize = 50;

/// The one sheet of a CSV file. All its cells are text.
pub(super) fn read(text: &str, file_name: &str, limits: &Limits) -> Result<Sheet, SheetError> {
    let (text, told) = told_separator(text);
    let separator = told.unwrap_or_else(|| separator(text));
    let mut budget = Budget::of(limits);
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let mut filling = Filling::new(name.to_owned(), false, *limits);
    for (row, fields) in (0..).zip(Rows::of(text, separator)) {
        for (column, field) in (0..).zip(fields) {
            let field = write::without_guard(field);
            let cell = if field.is_empty() { Cell::Empty } else { Cell::Text(field) };
            filling.put(row, column, cell, &mut budget)?;
        }
    }
    Ok(filling.finish())
}

/// The separator told in a first line `sep=;`, which spreadsheets do not show as a row.
fn told_separator(text: &str) -> (&str, Option<char>) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let told = text[..end]
        .strip_prefix("sep=")
        .and_then(|sign| sign.chars().next().filter(|_| sign.chars().count() == 1));
    match told {
        Some(separator) => {
            let rest = &text[end..];
            (
                rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest),
                Some(separator),
            )
        }
        None => (text, None),
    }
}

/// The separator under which most rows have the same number of fields, and many of them. Commas in addresses and titles
/// differ from row to row; separators do not.
fn separator(text: &str) -> char {
    let score = |separator: char| {
        let mut counts = std::collections::HashMap::<usize, usize>::new();
        for fields in Rows::of(text, separator).take(TRIED_ROWS).filter(|fields| fields.len() > 1) {
            *counts.entry(fields.len()).or_default() += 1;
        }
        counts.into_iter().map(|(fields, rows)| (fields - 1) * rows).max().unwrap_or(0)
    };
    // In a tie the first stands: commas are what most programs write.
    [';', '\t'].into_iter().fold(',', |best, other| if score(other) > score(best) { other } else { best })
}

/// The rows of a text, field by field.
struct Rows<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    ended: bool,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str, separator: char) -> Self {
        Self { rest: text.chars().peekable(), separator, ended: text.is_empty() }
    }

    /// One field, and whether another follows in the same row.
    fn field(&mut self) -> (String, bool) {
        let mut field = String::new();
        let quoted = self.rest.next_if_eq(&'"').is_some();
        if quoted {
            self.quoted(&mut field);
        }
        // After a closing quote, or without one, everything up to the separator belongs to the field.
        while let Some(sign) = self.rest.next() {
            match sign {
                sign if sign == self.separator => return (field, true),
                '\r' => {
                    self.rest.next_if_eq(&'\n');
                    self.ended = self.rest.peek().is_none();
                    return (field, false);
                }
                '\n' => {
                    self.ended = self.rest.peek().is_none();
                    return (field, false);
                }
                sign => field.push(sign),
            }
        }
        self.ended = true;
        (field, false)
    }

    fn quoted(&mut self, field: &mut String) {
        while let Some(sign) = self.rest.next() {
            match sign {
                '"' if self.rest.next_if_eq(&'"').is_some() => field.push('"'),
                '"' => return,
                '\r' => {
                    self.rest.next_if_eq(&'\n');
                    field.push('\n');
                }
                sign => field.push(sign),
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.ended {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            let (field, more) = self.field();
            fields.push(field);
            if !more {
                return Some(fields);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// Each row, its fields parted by `¦`.
    fn rows(text: &str) -> Vec<String> {
        let sheet = read(text, "a.csv", &Limits::default()).unwrap();
        let row = |cells: &Vec<Cell>| cells.iter().map(ToString::to_string).collect::<Vec<_>>().join("¦");
        sheet.rows.iter().map(row).collect()
    }

    #[rstest]
    #[case("a,b\r\nc,d\ne,f\rg,h", &["a¦b", "c¦d", "e¦f", "g¦h"])]
    #[case("a;b;c\nHà Nội, Ba Đình;x;y", &["a¦b¦c", "Hà Nội, Ba Đình¦x¦y"])]
    #[case("a\tb\n1,2\t3", &["a¦b", "1,2¦3"])]
    #[case("sep=|\na|b", &["a¦b"])]
    #[case("\"a\r\nb\",\"c\"\"d\"\n00123,", &["a\nb¦c\"d", "00123"])]
    #[case("a,b\n\n\nc,d\n", &["a¦b", "", "", "c¦d"])]
    #[case("Danh sách, tháng 11, năm 2026\na;b;c\nd;e;f\ng;h;i", &["Danh sách, tháng 11, năm 2026", "a¦b¦c", "d¦e¦f", "g¦h¦i"])]
    #[case("\"unclosed,b\nc", &["unclosed,b\nc"])]
    #[case("a \"quoted\" word,b", &["a \"quoted\" word¦b"])]
    fn files_are_read_as_spreadsheets_show_them(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn rows_and_columns_have_limits() {
        let limits = Limits { rows: 3, columns: 2, ..Limits::default() };
        assert_eq!(read("a\nb\nc\nd", "", &limits), Err(SheetError::TooManyRows { most: 3 }));
        assert_eq!(read("a,b,c", "", &limits), Err(SheetError::TooManyColumns { most: 2 }));
        assert_eq!(read("a,b,,,\nb\nc\n\n\n", "thư mục/Danh sách.csv", &limits).unwrap().name, "Danh sách");
    }

    proptest! {
        #[test]
        fn what_another_writer_wrote_comes_back(table in proptest::collection::vec(proptest::collection::vec("[a-zđêớ,;\" \n\t0-9]{1,8}", 2..5), 1..8)) {
            let mut writer = ::csv::WriterBuilder::new().flexible(true).quote_style(::csv::QuoteStyle::Always).from_writer(Vec::new());
            for fields in &table {
                writer.write_record(fields).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            // Told, since a table of text full of semicolons may be read with either separator.
            let rows: Vec<_> = Rows::of(&text, ',').collect();
            prop_assert_eq!(rows, table);
        }
    }
}
