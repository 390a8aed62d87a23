//! Dates as people write them in registers: `05/11/1980`, `5-11-80`, `05.11.1980`, `11/1980`, `1980`,
//! `05 tháng 11 năm 1980`, `00/11/1980` for a day not known, or a spreadsheet's serial number.
//!
//! Days come first, then months: `11/25/1980` is refused, never turned round.

use jiff::civil::Date;

use super::{Cell, DateSystem, Fault};
use crate::{names, problems::Sentence, time::PartialDate};

mod text;

use text::{eight_digits, from_text, in_calendar};

/// No register holds a date before this year or in a later century than this.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;
/// A number standing alone is a serial number within these (1927 to 2099), e.g. in a CSV file saved from a sheet.
/// Smaller ones are years, or `5.11` for a day and a month, which lacks its year.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=73_050.0;

/// The date in a cell. A year of two digits is the latest century not after `latest`: for a birth that is the day a
/// member of the least age was born, for a deed the day of the import. An empty cell is `None`.
pub fn read(cell: &Cell, system: DateSystem, latest: Date) -> Result<Option<PartialDate>, Fault> {
    if cell.is_blank() {
        return Ok(None);
    }
    let date = match cell {
        Cell::Date(date) => PartialDate::day(*date),
        Cell::Number(number) => from_number(*number, system)?,
        Cell::Error(error) => return Err(formula(error)),
        Cell::Bool(_) => return Err(unreadable()),
        Cell::Empty | Cell::Text(_) => from_text(&cell.tidy(), latest)?,
    };
    if YEARS.contains(&date.date.year()) {
        Ok(Some(date))
    } else {
        Err(Fault::new(Sentence::new("import-date-far"), Sentence::new("import-date-far-remedy"))
            .with("year", date.date.year().to_string()))
    }
}

/// A formula that ended in an error.
pub fn formula(error: &str) -> Fault {
    Fault::new(Sentence::new("import-formula-error"), Sentence::new("import-formula-error-remedy"))
        .with("error", error)
}

fn unreadable() -> Fault {
    Fault::new(Sentence::new("import-date-unreadable"), Sentence::new("import-date-remedy"))
}

fn from_number(number: f64, system: DateSystem) -> Result<PartialDate, Fault> {
    if number.fract() == 0.0 && (f64::from(*YEARS.start())..=f64::from(*YEARS.end())).contains(&number) {
        return in_calendar(number.to_string().parse().unwrap_or(0), 0, 0);
    }
    if number >= 100_000.0 && number.fract() == 0.0 {
        // `05111980` typed without signs into a cell of numbers, which drops its leading zero.
        return eight_digits(&format!("{number:08}"));
    }
    serial(number, system)
}

fn serial(number: f64, system: DateSystem) -> Result<PartialDate, Fault> {
    let date = SERIALS.contains(&number).then(|| system.date(number)).flatten();
    date.map(PartialDate::day).ok_or_else(unreadable)
}

/// The dates in a text that holds several, in the order written: for columns that join two dates in one cell.
pub fn read_all(text: &str, latest: Date) -> Result<Vec<PartialDate>, Fault> {
    let pieces = text.split(['\n', ';', ',', '&', '|', '→', '(', ')', ':']);
    let mut dates = Vec::new();
    for piece in pieces.flat_map(|piece| piece.split(" - ")) {
        dates.extend(in_piece(piece, latest)?);
    }
    Ok(dates)
}

/// Dates in one piece: as a whole if it is one, otherwise each word that holds digits and signs of a date.
fn in_piece(piece: &str, latest: Date) -> Result<Vec<PartialDate>, Fault> {
    if !piece.contains(|letter: char| letter.is_ascii_digit()) {
        return Ok(Vec::new());
    }
    if let Ok(date) = from_text(&names::tidy(piece), latest) {
        return Ok(vec![date]);
    }
    let words = piece.split_whitespace().filter(|word| {
        word.contains(|letter: char| letter.is_ascii_digit())
            && (word.contains(['/', '.', '-']) || (word.len() == 4 && word.parse::<i16>().is_ok()))
    });
    let dates = words
        .map(|word| from_text(word.trim_matches(['.', '-', '/']), latest))
        .collect::<Result<Vec<_>, _>>()?;
    if dates.is_empty() { Err(unreadable()) } else { Ok(dates) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;
    use rstest::rstest;

    const TODAY: Date = date(2026, 11, 5);

    fn shown(cell: &Cell) -> Result<String, &'static str> {
        match read(cell, DateSystem::From1900, TODAY) {
            Ok(date) => Ok(date.map(|date| date.to_string()).unwrap_or_default()),
            Err(fault) => Err(fault.reason.key),
        }
    }

    #[rstest]
    #[case("05/11/1980", "05/11/1980")]
    #[case("5-11-80", "05/11/1980")]
    #[case("5/11/05", "05/11/2005")]
    #[case("06/11/26", "06/11/1926")]
    #[case("05.11.1980", "05/11/1980")]
    #[case(" 05 / 11 / 1980 ", "05/11/1980")]
    #[case("11/1980", "11/1980")]
    #[case("11/80", "11/1980")]
    #[case("1980", "1980")]
    #[case("00/11/1980", "11/1980")]
    #[case("00/00/1980", "1980")]
    #[case("../11/1980", "11/1980")]
    #[case("05 tháng 11 năm 1980", "05/11/1980")]
    #[case("Ngày 05 tháng 11 năm 1980", "05/11/1980")]
    #[case("ngay 5 thang 11 nam 1980", "05/11/1980")]
    #[case("tháng 11 năm 1980", "11/1980")]
    #[case("năm 1980", "1980")]
    #[case("1980-11-05", "05/11/1980")]
    #[case("1980-11-05T00:00:00", "05/11/1980")]
    #[case("05/11/1980 0:00", "05/11/1980")]
    #[case("5-Nov-80", "05/11/1980")]
    #[case("05-Thg11-1980", "05/11/1980")]
    #[case("05111980", "05/11/1980")]
    #[case("19801105", "05/11/1980")]
    #[case("29530", "05/11/1980")]
    #[case("29/2/2024", "29/02/2024")]
    #[case("", "")]
    fn dates_are_read_in_every_spelling(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(shown(&Cell::Text(text.to_owned())).as_deref(), Ok(expected), "{text}");
    }

    #[rstest]
    #[case("29/2/2023", "import-date-not-in-calendar")]
    #[case("31/4/1980", "import-date-not-in-calendar")]
    #[case("32/1/1980", "import-date-not-in-calendar")]
    #[case("11/25/1980", "import-date-month-first")]
    #[case("05/11", "import-date-without-year")]
    #[case("11/25", "import-date-without-year")]
    #[case("5/11/198", "import-date-unreadable")]
    #[case("khoảng 1980", "import-date-unreadable")]
    #[case("không rõ", "import-date-unreadable")]
    #[case("198011", "import-date-unreadable")]
    #[case("05/11/0980", "import-date-far")]
    #[case("1/1/9999", "import-date-far")]
    #[case("5/11/1980/2", "import-date-unreadable")]
    fn what_is_no_date_is_refused_with_its_reason(#[case] text: &str, #[case] reason: &'static str) {
        assert_eq!(shown(&Cell::Text(text.to_owned())), Err(reason), "{text}");
    }

    #[rstest]
    #[case(Cell::Number(1980.0), Ok("1980"))]
    #[case(Cell::Number(29_530.0), Ok("05/11/1980"))]
    #[case(Cell::Number(29_530.5), Ok("05/11/1980"))]
    #[case(Cell::Number(5_111_980.0), Ok("05/11/1980"))]
    #[case(Cell::Number(5.11), Err("import-date-unreadable"))]
    #[case(Cell::Number(-3.0), Err("import-date-unreadable"))]
    #[case(Cell::Number(1e18), Err("import-date-unreadable"))]
    #[case(Cell::Date(date(1980, 11, 5)), Ok("05/11/1980"))]
    #[case(Cell::Bool(true), Err("import-date-unreadable"))]
    #[case(Cell::Error("#N/A".to_owned()), Err("import-formula-error"))]
    fn cells_that_are_not_text_are_read_too(
        #[case] cell: Cell,
        #[case] expected: Result<&str, &'static str>,
    ) {
        assert_eq!(shown(&cell).as_deref().map_err(|key| *key), expected);
    }

    #[test]
    fn two_dates_in_one_cell_come_in_the_order_written() {
        for text in [
            "05/11/2010\n05/11/2011",
            "05/11/2010; 05/11/2011",
            "KN: 05/11/2010 CT: 05/11/2011",
            "05.11.2010 - 05.11.2011",
        ] {
            let dates = read_all(text, TODAY).unwrap();
            let dates: Vec<_> = dates.iter().map(ToString::to_string).collect();
            assert_eq!(dates, ["05/11/2010", "05/11/2011"], "{text}");
        }
        assert_eq!(read_all("chưa", TODAY), Ok(vec![]));
        assert_eq!(
            read_all("31/4/2010\n05/11/2011", TODAY).unwrap_err().reason.key,
            "import-date-not-in-calendar"
        );
    }

    proptest! {
        #[test]
        fn every_day_survives_being_written(days in 0i32..73_000, form in 0usize..5) {
            let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let (d, m, y) = (day.day(), day.month(), day.year());
            let text = match form {
                0 => format!("{d}/{m}/{y}"),
                1 => format!("{d:02}.{m:02}.{y}"),
                2 => format!("{d} tháng {m} năm {y}"),
                3 => format!("{y}-{m:02}-{d:02}"),
                _ => format!("{d:02}{m:02}{y}"),
            };
            prop_assert_eq!(read(&Cell::Text(text), DateSystem::From1900, TODAY), Ok(Some(PartialDate::day(day))));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}|[0-9/.: -]{0,20}") {
            let _ = read(&Cell::Text(text.clone()), DateSystem::From1900, TODAY);
            let _ = read_all(&text, TODAY);
        }

        #[test]
        fn no_number_makes_it_panic(number in proptest::num::f64::ANY) {
            let _ = read(&Cell::Number(number), DateSystem::From1904, TODAY);
        }
    }
}
