//! Single values of a member register: names, numbers, sex, ticks, telephones, addresses. Each is tidied and checked, and
//! what cannot be kept is refused with what to do about it.

use crate::{
    members::Sex,
    names,
    problems::Sentence,
    sheets::{Cell, Fault},
};

/// The longest name a register keeps, in letters.
const LONGEST_NAME: usize = 100;

/// A full name and the other names written with it in brackets. Names all in capitals or all in small letters are
/// written as papers write them.
pub(super) fn name(text: &str) -> Result<(String, String), Fault> {
    let text = names::tidy(text);
    let (name, other) = match text.split_once('(') {
        Some((name, other)) => (name.trim_end(), other.trim_end_matches([')', '.', ' ']).trim()),
        None => (text.trim_end_matches(['.', ',', ';', '*']).trim_end(), ""),
    };
    if name.contains(|letter: char| letter.is_numeric()) {
        return Err(Fault::new(Sentence::new("import-name-digits"), Sentence::new("import-name-remedy")));
    }
    if old_font(name) {
        return Err(Fault::new(
            Sentence::new("import-name-old-font"),
            Sentence::new("import-name-old-font-remedy"),
        ));
    }
    if name
        .chars()
        .any(|letter| !(letter.is_alphabetic() || matches!(letter, ' ' | '\'' | '’' | '-' | '.' | '`')))
    {
        return Err(Fault::new(Sentence::new("import-name-signs"), Sentence::new("import-name-remedy")));
    }
    if name.chars().filter(|letter| letter.is_alphabetic()).count() < 2 {
        return Err(Fault::new(Sentence::new("import-name-short"), Sentence::new("import-name-remedy")));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Fault::new(Sentence::new("import-name-long"), Sentence::new("import-name-remedy"))
            .with("longest", 100));
    }
    // "(Bí danh: Ba Lê)": the label is not part of the name.
    let other = other.split_once(':').map_or(other, |(_, name)| name).trim();
    Ok((in_capitals(name), in_capitals(other)))
}

/// Signs that the old Vietnamese fonts (TCVN3, `.VnTime`) put in the place of letters.
fn old_font(text: &str) -> bool {
    text.contains([
        '¸', '¶', '·', '¹', '¨', '»', '¾', '¼', '½', '©', '®', 'ª', '«', '¬', '\u{AD}', '¦', '§', '¤', '¥',
        '£',
    ])
}

fn in_capitals(name: &str) -> String {
    let upper = name.chars().any(char::is_uppercase);
    let lower = name.chars().any(char::is_lowercase);
    if upper && lower {
        return name.to_owned();
    }
    let mut first = true;
    let mut written = String::with_capacity(name.len());
    for letter in name.chars() {
        if first {
            written.extend(letter.to_uppercase());
        } else {
            written.extend(letter.to_lowercase());
        }
        first = !letter.is_alphabetic();
    }
    written
}

/// The digits of a number that must be only digits, spaces and signs between them left out.
fn digits(cell: &Cell) -> Option<String> {
    let text = cell.tidy();
    let kept: String = text.chars().filter(|sign| !matches!(sign, ' ' | '.' | '-' | '\'' | '_')).collect();
    (!kept.is_empty() && kept.bytes().all(|byte| byte.is_ascii_digit())).then_some(kept)
}

/// A party card number: its digits as printed, leading zeros kept.
pub(super) fn card_number(cell: &Cell) -> Result<String, Fault> {
    match digits(cell) {
        Some(digits) if (4..=14).contains(&digits.len()) => Ok(digits),
        Some(_) => Err(Fault::new(Sentence::new("import-card-length"), Sentence::new("import-card-remedy"))),
        None => Err(Fault::new(Sentence::new("import-card-signs"), Sentence::new("import-card-remedy"))),
    }
}

/// A number of an identity paper: 9 or 12 digits. Leading zeros that a cell of numbers lost are put back, since only one
/// number can be meant.
pub(super) fn identity_number(cell: &Cell) -> Result<String, Fault> {
    let fault =
        || Fault::new(Sentence::new("import-identity-length"), Sentence::new("import-identity-remedy"));
    let digits = digits(cell).ok_or_else(fault)?;
    match (cell, digits.len()) {
        (_, 9 | 12) => Ok(digits),
        (Cell::Number(_), 10 | 11) => Ok(format!("{digits:0>12}")),
        (Cell::Number(_), 7 | 8) => Ok(format!("{digits:0>9}")),
        _ => Err(fault()),
    }
}

/// Telephone numbers, each with its leading zero; several are joined by `; `.
pub(super) fn phone(cell: &Cell) -> Result<String, Fault> {
    let fault = || Fault::new(Sentence::new("import-phone"), Sentence::new("import-phone-remedy"));
    let text = cell.tidy();
    let mut numbers = Vec::new();
    for part in text.split([';', ',', '/', '\n']).filter(|part| !part.trim().is_empty()) {
        let digits: String =
            part.chars().filter(|sign| !matches!(sign, ' ' | '.' | '-' | '(' | ')' | '\'')).collect();
        let digits = match digits.strip_prefix("+84").or_else(|| digits.strip_prefix("0084")) {
            Some(rest) => format!("0{rest}"),
            // A cell of numbers loses the zero in front.
            None if matches!(cell, Cell::Number(_)) && !digits.starts_with('0') => format!("0{digits}"),
            None => digits,
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit())
            || !digits.starts_with('0')
            || !(8..=11).contains(&digits.len())
        {
            return Err(fault());
        }
        numbers.push(digits);
    }
    if numbers.is_empty() { Err(fault()) } else { Ok(numbers.join("; ")) }
}

/// An e-mail address.
pub(super) fn email(cell: &Cell) -> Result<String, Fault> {
    let text = cell.tidy();
    let good = text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host.split('.').count() >= 2
            && host.split('.').all(|label| !label.is_empty())
            && !text.contains([' ', ',', ';', '<', '>', '"'])
            && !host.contains('@')
    });
    if good {
        Ok(text)
    } else {
        Err(Fault::new(Sentence::new("import-email"), Sentence::new("import-email-remedy")))
    }
}

/// Sex in words; `None` if the word is not one for it.
pub(super) fn sex(text: &str) -> Option<Sex> {
    match names::fold(text).as_str() {
        "nam" | "trai" | "male" | "m" | "ong" | "nam gioi" => Some(Sex::Male),
        "nu" | "gai" | "female" | "f" | "ba" | "nu gioi" => Some(Sex::Female),
        _ => None,
    }
}

/// Whether a tick column is ticked; `None` if what stands there is no tick.
pub(super) fn tick(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Bool(ticked) => Some(*ticked),
        Cell::Error(_) | Cell::Date(_) => None,
        _ => match cell.tidy().to_lowercase().as_str() {
            "x" | "1" | "✓" | "✔" | "☑" | "☒" | "√" | "v" | "+" | "*" | "có" | "co" | "true" | "ü" => {
                Some(true)
            }
            "" | "0" | "-" | "☐" | "không" | "khong" | "false" => Some(false),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[rstest]
    #[case("NGUYỄN VĂN AN", "Nguyễn Văn An", "")]
    #[case("  trần  thị\u{200B} bình ", "Trần Thị Bình", "")]
    #[case("Lê Văn Ba (Ba Lê)", "Lê Văn Ba", "Ba Lê")]
    #[case("Lê Văn Ba\n(Bí danh: Ba Lê)", "Lê Văn Ba", "Ba Lê")]
    #[case("H'HEN NIÊ", "H'Hen Niê", "")]
    #[case("Y-BIH ALIÔ", "Y-Bih Aliô", "")]
    #[case("Nguye\u{302}\u{303}n An", "Nguyễn An", "")]
    fn names_are_tidied(#[case] written: &str, #[case] expected: &str, #[case] other: &str) {
        assert_eq!(name(written), Ok((expected.to_owned(), other.to_owned())));
    }

    #[rstest]
    #[case("Nguyễn Văn 5", "import-name-digits")]
    #[case("NguyÔn V¨n A", "import-name-old-font")]
    #[case("Nguyễn_Văn An", "import-name-signs")]
    #[case("A", "import-name-short")]
    #[case(&"An ".repeat(40), "import-name-long")]
    fn names_that_cannot_be_kept_are_refused(#[case] written: &str, #[case] reason: &str) {
        assert_eq!(name(written).unwrap_err().reason.key, reason);
    }

    #[rstest]
    #[case(text("00123456"), Ok("00123456"))]
    #[case(text("38.012345"), Ok("38012345"))]
    #[case(Cell::Number(38_012_345.0), Ok("38012345"))]
    #[case(text("38012345A"), Err("import-card-signs"))]
    #[case(text("1.2E+11"), Err("import-card-signs"))]
    #[case(text("12"), Err("import-card-length"))]
    fn card_numbers_are_digits(#[case] cell: Cell, #[case] expected: Result<&str, &'static str>) {
        assert_eq!(card_number(&cell).as_deref().map_err(|fault| fault.reason.key), expected);
    }

    #[rstest]
    #[case(text("001080012345"), Some("001080012345"))]
    #[case(text("012345678"), Some("012345678"))]
    #[case(Cell::Number(1_080_012_345.0), Some("001080012345"))]
    #[case(Cell::Number(38_080_012_345.0), Some("038080012345"))]
    #[case(Cell::Number(12_345_678.0), Some("012345678"))]
    #[case(text("1080012345"), None)]
    #[case(text("00108001234X"), None)]
    fn identity_numbers_have_nine_or_twelve_digits(#[case] cell: Cell, #[case] expected: Option<&str>) {
        assert_eq!(identity_number(&cell).ok().as_deref(), expected);
    }

    #[rstest]
    #[case(text("0912 345 678"), Some("0912345678"))]
    #[case(text("+84 912.345.678"), Some("0912345678"))]
    #[case(Cell::Number(912_345_678.0), Some("0912345678"))]
    #[case(text("0912345678 / 024-3825-1234"), Some("0912345678; 02438251234"))]
    #[case(text("912345678"), None)]
    #[case(text("gọi sau"), None)]
    fn telephones_begin_with_a_zero(#[case] cell: Cell, #[case] expected: Option<&str>) {
        assert_eq!(phone(&cell).ok().as_deref(), expected);
    }

    #[rstest]
    #[case("an.nguyen@example.vn", true)]
    #[case("an@localhost", false)]
    #[case("an nguyen@example.vn", false)]
    #[case("an@@example.vn", false)]
    #[case("an@example..vn", false)]
    fn addresses_have_a_name_and_a_host(#[case] written: &str, #[case] good: bool) {
        assert_eq!(email(&text(written)).is_ok(), good);
    }

    #[rstest]
    #[case(text("x"), Some(true))]
    #[case(text("X"), Some(true))]
    #[case(text("✓"), Some(true))]
    #[case(Cell::Number(1.0), Some(true))]
    #[case(Cell::Number(0.0), Some(false))]
    #[case(Cell::Bool(true), Some(true))]
    #[case(Cell::Empty, Some(false))]
    #[case(text("Kinh"), None)]
    fn ticks_are_read(#[case] cell: Cell, #[case] expected: Option<bool>) {
        assert_eq!(tick(&cell), expected);
    }
}
