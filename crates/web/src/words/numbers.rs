//! Numbers as people write them: 20.764 and 27,5 in Vietnamese, 20,764 and 27.5 in English.

use fluent_bundle::FluentValue;

use super::{Locale, Value, Words};

/// The marks of a language: between thousands, and before the decimals.
const fn marks(locale: Locale) -> (char, char) {
    match locale {
        Locale::Vi => ('.', ','),
        Locale::En => (',', '.'),
    }
}

/// A whole number, grouped from five digits on, so that a year stays a year.
fn whole(number: i64, locale: Locale) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "−" } else { "" };
    if digits.len() < 5 {
        return format!("{sign}{digits}");
    }
    let mut text = String::from(sign);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(marks(locale).0);
        }
        text.push(digit);
    }
    text
}

/// Hundredths with as many decimals as they need: 2750 is 27,5.
fn hundredths(number: i64, locale: Locale) -> String {
    let sign = if number < 0 { "−" } else { "" };
    let (units, rest) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
    let units = whole(i64::try_from(units).unwrap_or(i64::MAX), locale);
    let decimals = format!("{rest:02}");
    match decimals.trim_end_matches('0') {
        "" => format!("{sign}{units}"),
        decimals => format!("{sign}{units}{}{decimals}", marks(locale).1),
    }
}

/// What Fluent asks for each value in a text: whole numbers in the language's marks, all else as it is.
pub(super) fn in_text(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    match value {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "Fluent keeps whole numbers as f64; ours come from i64"
        )]
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(whole(number.value as i64, locale))
        }
        _ => None,
    }
}

/// A number with one of the two ways to write it; words stay as they are.
fn written(value: Value<'_>, locale: Locale, way: fn(i64, Locale) -> String) -> String {
    match value {
        Value::Number(number) => way(number, locale),
        Value::Text(text) => text.into_owned(),
    }
}

impl Words {
    /// A whole number: `20.764`.
    pub fn number<'v>(self, number: impl Into<Value<'v>>) -> String {
        written(number.into(), self.locale, whole)
    }

    /// A share given in basis points (hundredths of a per cent): 9025 is `90,25%`.
    pub fn percent<'v>(self, basis_points: impl Into<Value<'v>>) -> String {
        format!("{}%", written(basis_points.into(), self.locale, hundredths))
    }

    /// Points given in hundredths: 2750 is `27,5`.
    pub fn points<'v>(self, points: impl Into<Value<'v>>) -> String {
        written(points.into(), self.locale, hundredths)
    }

    /// A length in minutes: `95 phút`.
    pub fn minutes<'v>(self, minutes: impl Into<Value<'v>>) -> String {
        self.with("words-minutes", &[("n", minutes.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_do() {
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(vi.number(2026), "2026");
        assert_eq!(vi.number(5_600_000), "5.600.000");
        assert_eq!(vi.number(-20_764), "−20.764");
        assert_eq!(en.number(20_764_usize), "20,764");
        assert_eq!(vi.points(2750), "27,5");
        assert_eq!(vi.points(-25), "−0,25");
        assert_eq!(vi.points(10_000), "100");
        assert_eq!(en.points(8905), "89.05");
        assert_eq!(vi.percent(9025), "90,25%");
        assert_eq!(vi.percent(9800), "98%");
        assert_eq!(vi.minutes(95), "95 phút");
        assert_eq!(en.minutes(1), "1 minute");
    }
}
