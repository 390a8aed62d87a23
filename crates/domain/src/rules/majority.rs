//! What a vote needs, and what a share must reach: both read from a pack as text such as `> 1/2` and `>= 90`.

use serde::Serialize;

use super::Hundredths;

/// The share of a base that must be in favour: more than, or at least, a fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Majority {
    /// Whether just the fraction is enough.
    pub inclusive: bool,
    /// The fraction's upper number.
    pub numerator: u32,
    /// The fraction's lower number; never 0.
    pub denominator: u32,
}

impl Majority {
    /// The smallest count that passes among `base`: 11 of 20 for `> 1/2`, 14 of 20 for `>= 2/3`. Never 0.
    pub fn needed(self, base: u32) -> u32 {
        let (top, bottom) = (u64::from(base) * u64::from(self.numerator), u64::from(self.denominator).max(1));
        let needed = if self.inclusive { top.div_ceil(bottom).max(1) } else { top / bottom + 1 };
        u32::try_from(needed).unwrap_or(u32::MAX)
    }
}

impl std::fmt::Display for Majority {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}/{}", if self.inclusive { ">=" } else { ">" }, self.numerator, self.denominator)
    }
}

/// Text that is neither a majority nor a bound.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not written as `> 1/2` or `>= 90`")]
pub struct NotABound(pub String);

/// The side of a bound and what follows it.
fn side(text: &str) -> Option<(bool, &str)> {
    let (inclusive, rest) = match text.strip_prefix(">=") {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('>')?),
    };
    Some((inclusive, rest.trim()))
}

impl std::str::FromStr for Majority {
    type Err = NotABound;
    fn from_str(text: &str) -> Result<Self, NotABound> {
        let parse = || {
            let (inclusive, fraction) = side(text)?;
            let (numerator, denominator) = fraction.split_once('/')?;
            let (numerator, denominator) = (numerator.parse().ok()?, denominator.parse().ok()?);
            (denominator > 0 && numerator <= denominator).then_some(Self {
                inclusive,
                numerator,
                denominator,
            })
        };
        parse().ok_or_else(|| NotABound(text.to_owned()))
    }
}

/// A percentage that a share must reach or pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Bound {
    /// Whether just reaching it is enough.
    pub inclusive: bool,
    /// The percentage, in hundredths.
    pub percent: Hundredths,
}

impl Bound {
    /// Whether `part` of `whole` keeps the bound; a share of nothing never does.
    pub fn holds(self, part: u32, whole: u32) -> bool {
        whole > 0 && self.percent.is_reached_by(u64::from(part), u64::from(whole), self.inclusive)
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", if self.inclusive { ">=" } else { ">" }, self.percent)
    }
}

impl std::str::FromStr for Bound {
    type Err = NotABound;
    fn from_str(text: &str) -> Result<Self, NotABound> {
        let parse = || {
            let (inclusive, number) = side(text)?;
            let percent: Hundredths = number.parse().ok()?;
            (Hundredths::ZERO..=Hundredths::whole(100))
                .contains(&percent)
                .then_some(Self { inclusive, percent })
        };
        parse().ok_or_else(|| NotABound(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("> 1/2", 20, 11)]
    #[case("> 1/2", 21, 11)]
    #[case("> 1/2", 1, 1)]
    #[case("> 1/2", 0, 1)]
    #[case(">= 2/3", 20, 14)]
    #[case(">= 2/3", 21, 14)]
    #[case(">= 2/3", 3, 2)]
    #[case(">= 2/3", 0, 1)]
    fn a_majority_knows_how_many_it_needs(#[case] text: &str, #[case] base: u32, #[case] needed: u32) {
        let majority: Majority = text.parse().unwrap();
        assert_eq!(majority.needed(base), needed);
        assert_eq!(majority.to_string(), text);
    }

    #[rstest]
    fn what_is_not_a_majority_is_refused(
        #[values("1/2", "> 1/0", "> 3/2", ">= half", "< 1/2", "")] text: &str,
    ) {
        assert!(text.parse::<Majority>().is_err());
    }

    #[test]
    fn a_bound_tells_reaching_from_passing() {
        let (at_least, more): (Bound, Bound) = (">= 90".parse().unwrap(), "> 85".parse().unwrap());
        assert!(at_least.holds(18, 20) && !at_least.holds(17, 20));
        assert!(more.holds(18, 21) && !more.holds(17, 20));
        assert!(!at_least.holds(0, 0));
        assert!("> 101".parse::<Bound>().is_err());
    }

    proptest! {
        #[test]
        fn more_than_half_is_never_reached_by_both_sides(base in 1_u32..100_000) {
            let majority: Majority = "> 1/2".parse().unwrap();
            prop_assert!(majority.needed(base) * 2 > base);
            prop_assert!((majority.needed(base) - 1) * 2 <= base);
            prop_assert!(majority.needed(base) <= base);
        }
    }
}
