//! Number formats that pad with zeros: the only way a spreadsheet shows a leading zero of a number.

/// The number as such a format shows it: `000000` shows 123 as `000123`, `00"."000000` shows 38012345 as `38.012345`.
/// `None` for every other format, and for numbers it would not show whole.
pub(super) fn padded(number: f64, format: &str) -> Option<String> {
    // A positive number follows the first part of a format.
    let format = format.split(';').next()?;
    if number < 0.0 || number.fract() != 0.0 || number > 1e15 || !format.contains("00") {
        return None;
    }
    let marks = marks(format)?;
    let places = marks.iter().filter(|mark| **mark == Mark::Digit).count();
    let digits = format!("{number:0>places$}");
    // More digits than places: the first place takes them all.
    let mut digits = digits.chars();
    let surplus = digits.as_str().len() - places;
    let mut shown = String::new();
    let mut first = true;
    for mark in marks {
        match mark {
            Mark::Digit => {
                let taken = if first { surplus + 1 } else { 1 };
                shown.extend(digits.by_ref().take(taken));
                first = false;
            }
            Mark::Sign(sign) => shown.push(sign),
        }
    }
    Some(shown)
}

#[derive(Debug, PartialEq)]
enum Mark {
    Digit,
    Sign(char),
}

/// The marks of a format made of zeros and literal signs only; `None` for any other.
fn marks(format: &str) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '0' => marks.push(Mark::Digit),
            '"' => marks.extend(signs.by_ref().take_while(|sign| *sign != '"').map(Mark::Sign)),
            '\\' => marks.push(Mark::Sign(signs.next()?)),
            ' ' | '-' => marks.push(Mark::Sign(sign)),
            _ => return None,
        }
    }
    (marks.len() <= 32 && marks.contains(&Mark::Digit)).then_some(marks)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(123.0, "000000", Some("000123"))]
    #[case(1_080_012_345.0, "000000000000", Some("001080012345"))]
    #[case(38_012_345.0, "00\".\"000000", Some("38.012345"))]
    #[case(12_345.0, "00\\.000000", Some("00.012345"))]
    #[case(1_234_567.0, "000000", Some("1234567"))]
    #[case(138_012_345.0, "00-000000", Some("138-012345"))]
    #[case(123.0, "000000;-000000", Some("000123"))]
    #[case(123.0, "General", None)]
    #[case(123.0, "0", None)]
    #[case(123.0, "0.00", None)]
    #[case(123.0, "#,##0", None)]
    #[case(1.5, "000", None)]
    #[case(-1.0, "000", None)]
    #[case(45_000.0, "dd/mm/yyyy", None)]
    #[case(1.0, "00\\", None)]
    fn zeros_in_front_are_kept(#[case] number: f64, #[case] format: &str, #[case] expected: Option<&str>) {
        assert_eq!(padded(number, format).as_deref(), expected);
    }
}
