//! One cell of a sheet and the two ways spreadsheets count days.

use jiff::{Span, civil::Date};

use crate::names;

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text exactly as written: leading zeros kept, nothing trimmed.
    Text(String),
    /// A number.
    Number(f64),
    /// A date; a time of day written with it is dropped.
    Date(Date),
    /// True or false.
    Bool(bool),
    /// The error a formula ended in, as spreadsheets show it, e.g. `#REF!`.
    Error(String),
}

impl Cell {
    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            // Most text holds a letter or a digit: only the rest is worth a closer look.
            Self::Text(text) => !text.contains(char::is_alphanumeric) && names::tidy(text).is_empty(),
            _ => false,
        }
    }

    /// What it shows, tidied: composed letters, single spaces, whole numbers without a point, dates as `dd/mm/yyyy`.
    pub fn tidy(&self) -> String {
        match self {
            Self::Text(text) => names::tidy(text),
            _ => self.to_string(),
        }
    }
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Error(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Date(date) => write!(f, "{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
            Self::Bool(yes) => f.write_str(if *yes { "TRUE" } else { "FALSE" }),
        }
    }
}

/// From which day serial dates count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DateSystem {
    /// 1 is 1 January 1900, and 60 is the day that never was (29 February 1900).
    #[default]
    From1900,
    /// 0 is 1 January 1904, as old Macintosh files count.
    From1904,
}

impl DateSystem {
    /// The date of a serial number; the time of day after the point is dropped. `None` where spreadsheets have no date.
    pub fn date(self, serial: f64) -> Option<Date> {
        // The last day a spreadsheet can show, 31 December 9999.
        const LAST: f64 = 2_958_465.0;
        if !(0.0..=LAST).contains(&serial) {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and three million by the check above")]
        let days = serial.floor() as i64;
        let (first, days) = match (self, days) {
            (Self::From1904, days) => (jiff::civil::date(1904, 1, 1), days),
            (Self::From1900, 0 | 60) => return None,
            (Self::From1900, days @ 1..60) => (jiff::civil::date(1899, 12, 31), days),
            (Self::From1900, days) => (jiff::civil::date(1899, 12, 30), days),
        };
        first.checked_add(Span::new().try_days(days).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;

    #[rstest]
    #[case(DateSystem::From1900, 1.0, Some(date(1900, 1, 1)))]
    #[case(DateSystem::From1900, 59.0, Some(date(1900, 2, 28)))]
    #[case(DateSystem::From1900, 60.0, None)]
    #[case(DateSystem::From1900, 61.0, Some(date(1900, 3, 1)))]
    #[case(DateSystem::From1900, 29_530.75, Some(date(1980, 11, 5)))]
    #[case(DateSystem::From1904, 28_068.0, Some(date(1980, 11, 5)))]
    #[case(DateSystem::From1904, 0.0, Some(date(1904, 1, 1)))]
    #[case(DateSystem::From1900, -1.0, None)]
    #[case(DateSystem::From1900, f64::NAN, None)]
    #[case(DateSystem::From1900, 1e300, None)]
    fn serial_numbers_count_days_as_spreadsheets_do(
        #[case] system: DateSystem,
        #[case] serial: f64,
        #[case] expected: Option<Date>,
    ) {
        assert_eq!(system.date(serial), expected);
    }

    #[rstest]
    #[case(Cell::Number(1_080_012_345.0), "1080012345")]
    #[case(Cell::Number(0.5), "0.5")]
    #[case(Cell::Text("  0012 ".to_owned()), "0012")]
    #[case(Cell::Date(date(1980, 11, 5)), "05/11/1980")]
    #[case(Cell::Error("#REF!".to_owned()), "#REF!")]
    fn cells_show_what_people_saw(#[case] cell: Cell, #[case] expected: &str) {
        assert_eq!(cell.tidy(), expected);
    }

    #[test]
    fn text_of_marks_that_cannot_be_seen_is_blank() {
        assert!(Cell::Text(" \u{200B}\n".to_owned()).is_blank());
        assert!(!Cell::Bool(false).is_blank());
    }
}
