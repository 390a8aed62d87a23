//! One register in four formats reads the same, down to leading zeros, dates, ticks and errors.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod files;

use calamine::Reader as _;
use files::{converted, ods_of, register_xlsx, with_part, xlsx_of};
use jiff::civil::date;
use nennep_documents::sheets::read;
use nennep_domain::{
    members::register,
    sheets::{Cell, DateSystem, Merged, Sheet},
};
use rstest::rstest;

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn check_register(sheet: &Sheet) {
    assert_eq!(sheet.name, "Đảng viên");
    assert_eq!(sheet.at(0, 0), &text("DANH SÁCH ĐẢNG VIÊN"));
    assert_eq!(sheet.rows[1], [] as [Cell; 0]);
    assert_eq!(sheet.at(4, 0), &Cell::Number(1.0));
    assert_eq!(sheet.at(4, 1), &text("Nguyễn Văn An"));
    assert_eq!(sheet.at(4, 2), &Cell::Date(date(1980, 11, 5)));
    assert_eq!(sheet.at(4, 4), &text("00012345"), "zeros shown by a number format");
    assert_eq!(sheet.at(4, 5), &text("001080000001"));
    assert_eq!(sheet.at(4, 6), &Cell::Error("#DIV/0!".to_owned()));
    assert_eq!(sheet.at(5, 0), &Cell::Number(2.5));
    assert_eq!(sheet.at(5, 3), &text("12/1979"));
    assert_eq!(sheet.at(5, 4), &text("00012346"));
    assert_eq!(sheet.at(5, 6), &Cell::Bool(true));
    assert!(sheet.merged.contains(&Merged { top: 2, left: 2, bottom: 2, right: 3 }), "{:?}", sheet.merged);
    let mapping = register::find(sheet).expect("the head in two rows with joined cells");
    let fields: Vec<_> =
        mapping.columns.iter().filter_map(|column| column.field).map(register::Field::as_str).collect();
    let expected =
        ["ordinal", "full_name", "born_on_male", "born_on_female", "card_number", "identity_number", "note"];
    assert_eq!(fields, expected);
}

#[test]
fn xlsx_is_read() {
    let sheets = read(&register_xlsx(), "tên nào cũng được.csv").unwrap();
    check_register(&sheets[0]);
    assert_eq!(sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
}

#[rstest]
#[case("ods")]
#[case("xls:MS Excel 97")]
fn what_libreoffice_writes_is_read(#[case] format: &str) {
    let sheets = read(&converted(&register_xlsx(), format), "register").unwrap();
    check_register(&sheets[0]);
    assert_eq!(sheets.iter().map(|sheet| sheet.hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn csv_of_libreoffice_is_read() {
    // 59: semicolons; 34: quotes; 76: UTF-8.
    let file = converted(&register_xlsx(), "csv:Text - txt - csv (StarCalc):59,34,76");
    let sheet = &read(&file, "/tmp/Đảng viên.csv").unwrap()[0];
    assert_eq!(sheet.name, "Đảng viên");
    assert_eq!(sheet.at(4, 1), &text("Nguyễn Văn An"));
    assert_eq!(sheet.at(4, 2), &text("05/11/1980"));
    assert_eq!(sheet.at(4, 4), &text("00012345"));
    assert_eq!(sheet.rows.len(), 6);
}

#[test]
fn dates_count_from_1904_where_the_file_says_so() {
    let file = register_xlsx();
    let parts = files::parts(&file);
    let workbook = &parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap().1;
    let workbook =
        String::from_utf8(workbook.clone()).unwrap().replace("<workbookPr ", "<workbookPr date1904=\"1\" ");
    let sheets = read(&with_part(&file, "xl/workbook.xml", workbook.as_bytes()), "a").unwrap();
    assert_eq!(sheets[0].dates, DateSystem::From1904);
    assert_eq!(sheets[0].at(4, 2), &Cell::Date(date(1984, 11, 6)));
}

#[test]
fn cells_of_every_kind_are_read_from_xlsx() {
    let file = xlsx_of(
        r#"<sheetData><row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> 007 </t></is></c>
        <c r="B2" t="d"><v>1980-11-05T00:00:00</v></c><c r="C2" t="b"><v>0</v></c><c r="D2" t="e"><v>#REF!</v></c>
        <c r="E2"><v>1E3</v></c><c r="F2" t="str"><f>A2</f><v>a&amp;b</v></c><c r="G2"><f>1/0</f></c></row></sheetData>"#,
    );
    let sheet = &read(&file, "a").unwrap()[0];
    let expected = [
        text(" 007 "),
        Cell::Date(date(1980, 11, 5)),
        Cell::Bool(false),
        Cell::Error("#REF!".to_owned()),
        Cell::Number(1000.0),
        text("a&b"),
    ];
    assert_eq!(sheet.rows, [vec![], expected.to_vec()]);
}

#[test]
fn repeated_cells_comments_and_lines_are_read_from_ods() {
    let file = ods_of(
        r#"<table:table table:name="A &amp; B"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="string" table:number-columns-repeated="2"><office:annotation><text:p>lời</text:p></office:annotation><text:p>một<text:s text:c="2"/>hai</text:p><text:p>ba &lt;<text:span>bốn</text:span></text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="1980-11-05"><text:p>05/11/80</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="29530"><text:p>29530</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#,
    );
    let sheet = &read(&file, "a").unwrap()[0];
    let lines = text("một  hai\nba <bốn");
    assert_eq!(sheet.name, "A & B");
    assert_eq!(sheet.rows.len(), 3);
    for row in 0..2 {
        assert_eq!(sheet.rows[row], [Cell::Empty, Cell::Empty, lines.clone(), lines.clone()]);
    }
    assert_eq!(sheet.rows[2], [Cell::Date(date(1980, 11, 5)), text("007"), Cell::Number(29530.0)]);
}

#[test]
fn ods_agrees_with_another_reader() {
    let file = converted(&register_xlsx(), "ods");
    let ours = &read(&file, "a").unwrap()[0];
    let mut other: calamine::Ods<_> = calamine::Ods::new(std::io::Cursor::new(file)).unwrap();
    let theirs = other.worksheet_range("Đảng viên").unwrap();
    let texts = theirs.cells().filter_map(|(row, column, data)| match data {
        calamine::Data::String(text) if !text.starts_with('#') => Some((row, column, text.clone())),
        _ => None,
    });
    let mut compared = 0;
    for (row, column, text) in texts {
        let cell = ours.at(u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
        assert_eq!(cell, &Cell::Text(text));
        compared += 1;
    }
    assert!(compared >= 10, "{compared}");
}
