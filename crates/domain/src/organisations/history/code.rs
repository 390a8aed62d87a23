//! The form of an organisation's code (208-QĐ/TW), and the next one that is free.

use crate::problems::Citation;

/// How many digits each part of a code has, with the rule that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digits {
    /// The digits of each part, from the province down.
    pub parts: Vec<u32>,
    /// The rule.
    pub citation: Citation,
}

impl Digits {
    /// Whether a code has this form, whole or cut off after one of its parts: `38.168` is one of `38.168.053.000.001`.
    pub fn fit(&self, code: &str) -> bool {
        let parts: Vec<&str> = code.split('.').collect();
        parts.len() <= self.parts.len()
            && parts.iter().zip(&self.parts).all(|(part, digits)| is(part, *digits))
    }

    /// How a code of this form is written, e.g. `00.000.000.000.000`.
    pub fn pattern(&self) -> String {
        let zeros = |digits: &u32| "0".repeat(usize::try_from(*digits).unwrap_or_default());
        self.parts.iter().map(zeros).collect::<Vec<_>>().join(".")
    }
}

fn is(part: &str, digits: u32) -> bool {
    u32::try_from(part.len()) == Ok(digits) && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The next free code beside those of the organisations below one: the highest among them, and one more. `None` where they have
/// no numbers at their end, or the numbers are used up.
pub fn next_code<'a>(beside: impl Iterator<Item = &'a str>) -> Option<String> {
    let numbered = beside.filter_map(|code| {
        let (before, number) = code.rsplit_once('.')?;
        Some((before, number.len(), number.parse::<u64>().ok()?))
    });
    let (before, digits, number) = numbered.max_by_key(|(_, _, number)| *number)?;
    let next = format!("{:0digits$}", number + 1);
    (next.len() == digits).then(|| format!("{before}.{next}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn digits() -> Digits {
        let citation = Citation { document: "208-QĐ/TW".to_owned(), article: String::new() };
        Digits { parts: vec![2, 3, 3, 3, 3], citation }
    }

    #[rstest]
    #[case("38.168.053.000.001", true)]
    #[case("38.168.000", true)]
    #[case("38", true)]
    #[case("38.168.053.000.001.002", false)]
    #[case("38.168.53", false)]
    #[case("38.168.05a", false)]
    #[case("", false)]
    fn codes_have_the_form_of_the_rule(#[case] code: &str, #[case] fits: bool) {
        assert_eq!(digits().fit(code), fits);
        assert_eq!(digits().pattern(), "00.000.000.000.000");
    }

    #[rstest]
    #[case(&["38.168.000.000.001", "38.168.000.000.004"], Some("38.168.000.000.005"))]
    #[case(&["38.168.000.000.999"], None)]
    #[case(&["T05"], None)]
    #[case(&[], None)]
    fn the_next_code_follows_the_highest(#[case] beside: &[&str], #[case] next: Option<&str>) {
        assert_eq!(next_code(beside.iter().copied()).as_deref(), next);
    }
}
