//! Exact numbers with two decimals: points of a score sheet, percentages of a rule.

use serde::{Deserialize, Serialize};

/// A number kept in hundredths: 89.99 points are 8999, 0.3 % is 30. Never a floating-point number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hundredths(i64);

impl Hundredths {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The number whose hundredths are `hundredths`.
    pub const fn new(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// The whole number `whole`.
    pub const fn whole(whole: i64) -> Self {
        Self(whole.saturating_mul(100))
    }

    /// Its hundredths, as tables keep them.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The whole part, rounded towards nothing: 89.99 gives 89, so that a limit is never shown as reached too early.
    pub const fn floor(self) -> i64 {
        self.0 / 100
    }

    /// This many percent of `amount`, rounded half up to a whole number: 0.3 % of 4,140,000 is 12,420.
    pub fn percent_of(self, amount: i64) -> i64 {
        ratio(i128::from(amount) * i128::from(self.0), 10_000)
    }

    /// This number times `part` over `whole`, rounded half up; itself if `whole` is nothing.
    #[must_use]
    pub fn times(self, part: Self, whole: Self) -> Self {
        if whole.0 == 0 {
            return self;
        }
        Self(ratio(i128::from(self.0) * i128::from(part.0), i128::from(whole.0)))
    }

    /// Whether `part` of `whole` reaches this many percent, exactly; `inclusive` says whether just reaching it is enough.
    pub fn is_reached_by(self, part: u64, whole: u64, inclusive: bool) -> bool {
        let (have, need) = (i128::from(part) * 10_000, i128::from(whole) * i128::from(self.0));
        if inclusive { have >= need } else { have > need }
    }
}

/// `top / bottom`, rounded half up.
fn ratio(top: i128, bottom: i128) -> i64 {
    let doubled = (top * 2 + bottom).div_euclid(bottom * 2);
    i64::try_from(doubled).unwrap_or(i64::MAX)
}

impl std::ops::Add for Hundredths {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}
impl std::ops::Sub for Hundredths {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}
impl std::ops::Neg for Hundredths {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}
impl std::iter::Sum for Hundredths {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, |sum, next| sum + next)
    }
}

impl Hundredths {
    /// As a decimal number for programs: 5, 27.5, 89.99. What is kept is kept in hundredths.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn as_decimal<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let text = self.to_string();
        match text.parse::<i64>() {
            Ok(whole) => s.serialize_i64(whole),
            Err(_) => s.serialize_f64(text.parse().unwrap_or_default()),
        }
    }
}

impl std::fmt::Display for Hundredths {
    /// As packs write it: `90`, `0.3`, `89.99`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (sign, digits) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        let text = format!("{sign}{}.{:02}", digits / 100, digits % 100);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// Text that is not a number with at most two decimals.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a number with at most two decimals")]
pub struct NotANumber(pub String);

impl std::str::FromStr for Hundredths {
    type Err = NotANumber;
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let parse = || {
            let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
            let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
            let plain = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            (plain(whole) && plain(part) && part.len() <= 2).then_some(())?;
            let part: i64 = format!("{part:0<2}").parse().ok()?;
            let whole: i64 = whole.parse().ok()?;
            Some(Self(sign * whole.checked_mul(100)?.checked_add(part)?))
        };
        parse().ok_or_else(|| NotANumber(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("90", 9000, "90")]
    #[case("89.99", 8999, "89.99")]
    #[case("0.3", 30, "0.3")]
    #[case("-1.50", -150, "-1.5")]
    #[case("100", 10000, "100")]
    fn numbers_are_read_and_written_exactly(
        #[case] text: &str,
        #[case] hundredths: i64,
        #[case] again: &str,
    ) {
        let number: Hundredths = text.parse().unwrap();
        assert_eq!(number.get(), hundredths);
        assert_eq!(number.to_string(), again);
    }

    #[rstest]
    fn what_is_not_a_number_is_refused(
        #[values("", ".", "1.", ".5", "1.234", "1,5", "1e3", "--1", " 1")] text: &str,
    ) {
        assert!(text.parse::<Hundredths>().is_err());
    }

    #[test]
    fn percentages_are_exact() {
        assert_eq!(Hundredths::new(30).percent_of(4_140_000), 12_420);
        assert_eq!(Hundredths::new(50).percent_of(101), 1);
        assert!(Hundredths::whole(90).is_reached_by(9, 10, true));
        assert!(!Hundredths::whole(90).is_reached_by(9, 10, false));
        assert!(!Hundredths::whole(90).is_reached_by(8999, 10_000, true));
    }

    #[test]
    fn rebasing_rounds_half_up() {
        let part = Hundredths::whole(90).times(Hundredths::whole(100), Hundredths::whole(95));
        assert_eq!(part.to_string(), "94.74");
        assert_eq!(
            Hundredths::whole(90).times(Hundredths::whole(100), Hundredths::ZERO),
            Hundredths::whole(90)
        );
    }
}
