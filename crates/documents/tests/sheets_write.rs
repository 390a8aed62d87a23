//! What is written reads back the same: text as text, dates as dates, nothing as a formula.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use calamine::Reader as _;
use jiff::civil::{Date, date};
use nennep_documents::sheets::{Table, read, write_csv, write_xlsx};
use nennep_domain::{sheets::Cell, time::Instant};
use proptest::prelude::*;

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn table(rows: Vec<Vec<Cell>>) -> Table {
    Table {
        name: "Đảng viên: 11/2026".to_owned(),
        title: vec!["DANH SÁCH ĐẢNG VIÊN".to_owned(), "Tháng 11, năm 2026".to_owned()],
        headings: ["STT", "Họ và tên", "Số thẻ", "Ngày sinh"].map(str::to_owned).to_vec(),
        rows,
        made_at: Instant::from_local(date(2026, 11, 5).at(8, 0, 0, 0)),
    }
}

fn sample() -> Table {
    table(vec![
        vec![Cell::Number(1.0), text("Nguyễn Văn An"), text("00012345"), Cell::Date(date(1980, 11, 5))],
        vec![Cell::Number(2.5), text("=HYPERLINK(\"x\")"), text("+84912345678"), text("11/1980")],
        vec![Cell::Empty, text("@lệnh"), text("-1"), Cell::Date(date(1899, 1, 1))],
        vec![Cell::Bool(true), text("'=đã có dấu"), text("'thường"), Cell::Empty],
    ])
}

#[test]
fn xlsx_reads_back_the_same() {
    let table = sample();
    let sheets = read(&write_xlsx(&table).unwrap(), "a").unwrap();
    assert_eq!(sheets[0].name, "Đảng viên 112026");
    let mut expected = table.rows.clone();
    expected[2][3] = text("01/01/1899");
    assert_eq!(sheets[0].rows[0], [text("DANH SÁCH ĐẢNG VIÊN")]);
    assert_eq!(sheets[0].rows[3], table.headings.iter().map(|heading| text(heading)).collect::<Vec<_>>());
    for (row, cells) in expected.iter().enumerate() {
        for (column, cell) in (0..).zip(cells) {
            assert_eq!(sheets[0].at(u32::try_from(row).unwrap() + 4, column), cell);
        }
    }
}

#[test]
fn nothing_becomes_a_formula_for_another_reader() {
    let file = write_xlsx(&sample()).unwrap();
    let mut other: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(file)).unwrap();
    let name = other.sheet_names()[0].clone();
    assert!(other.worksheet_formula(&name).unwrap().used_cells().all(|(_, _, formula)| formula.is_empty()));
    let range = other.worksheet_range(&name).unwrap();
    assert_eq!(range.get_value((5, 1)), Some(&calamine::Data::String("=HYPERLINK(\"x\")".to_owned())));
    assert_eq!(range.get_value((4, 2)), Some(&calamine::Data::String("00012345".to_owned())));
}

#[test]
fn the_same_table_gives_the_same_bytes() {
    assert_eq!(write_xlsx(&sample()).unwrap(), write_xlsx(&sample()).unwrap());
}

#[test]
fn csv_reads_back_the_same_as_text() {
    let table = sample();
    let file = write_csv(&table);
    assert!(file.starts_with('\u{FEFF}'));
    assert!(file.contains("\"'=HYPERLINK(\"\"x\"\")\""), "a spreadsheet must not take it for a formula");
    let sheet = &read(file.as_bytes(), "a.csv").unwrap()[0];
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in (0..).zip(cells) {
            assert_eq!(sheet.at(u32::try_from(row).unwrap() + 4, column).to_string(), cell.to_string());
        }
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    let day =
        (0i32..70_000).prop_map(|days| date(1900, 3, 1).checked_add(jiff::Span::new().days(days)).unwrap());
    prop_oneof![
        Just(Cell::Empty),
        "['=+@-]?[A-Za-zĐđễữ0-9 ,;\"'=+@-]{1,20}".prop_map(Cell::Text),
        "0[0-9]{1,11}".prop_map(Cell::Text),
        (-1_000_000i32..1_000_000).prop_map(|number| Cell::Number(f64::from(number) / 4.0)),
        day.prop_map(|day: Date| Cell::Date(day)),
        any::<bool>().prop_map(Cell::Bool),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_table_reads_back_the_same(rows in proptest::collection::vec(proptest::collection::vec(cell(), 4), 1..12)) {
        let table = table(rows);
        let xlsx = &read(&write_xlsx(&table).unwrap(), "a").unwrap()[0];
        let csv = &read(write_csv(&table).as_bytes(), "a").unwrap()[0];
        for (row, cells) in (4..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                prop_assert_eq!(xlsx.at(row, column), cell);
                prop_assert_eq!(csv.at(row, column).to_string(), cell.to_string());
            }
        }
    }
}
