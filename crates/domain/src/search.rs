//! What is looked for across the program: words of names, a number, a month; and what may have been meant by a word that no name has.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{names, time::Month};

/// So many words are looked for; what is typed after them is left aside.
const MOST_WORDS: usize = 8;
/// A word shorter than this is taken as it stands: nearly every other short word is one slip away.
const SHORTEST_MISSPELT: usize = 4;

/// What was typed into a search, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// Words of names, folded ([`names::fold`]), in order; a month that was named is not among them.
    pub words: Vec<String>,
    /// The digits and dots of a card number or an organisation's code, if that is all there is.
    pub number: Option<String>,
    /// The month that was named.
    pub month: Option<Month>,
    /// The number and the folded sign of an issued paper: "05-NQ/CB" is 5 and "nq".
    pub paper: Option<(u32, String)>,
}

impl Sought {
    /// Takes apart what was typed. "tháng 9" without a year is the last September that has begun.
    pub fn of(text: &str, today: Date) -> Self {
        let text = names::tidy(text);
        let number = text.chars().all(|c| c.is_ascii_digit() || c == '.').then(|| text.clone());
        let paper = text.split(' ').find_map(paper);
        let (month, rest) = month(&text, today);
        let folded = names::fold(&rest);
        let words = folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned);
        Self {
            words: words.take(MOST_WORDS).collect(),
            number: number.filter(|number| number.len() >= 3),
            month,
            paper,
        }
    }

    /// Whether nothing was typed that could be found.
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.number.is_none() && self.month.is_none()
    }
}

/// "05-NQ/CB" or "5-nq": a number and the folded sign of a type.
fn paper(word: &str) -> Option<(u32, String)> {
    let (number, sign) = word.split_once('-')?;
    let sign = names::fold(sign.split('/').next()?);
    (!sign.is_empty() && sign.chars().all(char::is_alphabetic)).then_some((number.parse().ok()?, sign))
}

/// The month that a text names, as "9/2026", "2026-09" or "tháng 9", and the text without it.
fn month(text: &str, today: Date) -> (Option<Month>, String) {
    let words: Vec<&str> = text.split(' ').collect();
    for (n, word) in words.iter().enumerate() {
        let begins = n > 0 && names::fold(words[n - 1]) == "thang";
        let alone = begins.then(|| word.parse().ok().and_then(|month| last(month, today))).flatten();
        if let Some(month) = year_and_month(word).or(alone) {
            let from = if begins { n - 1 } else { n };
            let rest = words[..from].iter().chain(&words[n + 1..]).copied().collect::<Vec<_>>().join(" ");
            return (Some(month), rest);
        }
    }
    (None, text.to_owned())
}

fn year_and_month(word: &str) -> Option<Month> {
    if let Some((month, year)) = word.split_once('/') {
        return Month::new(
            year.parse().ok().filter(|year| (1930..=2200).contains(year))?,
            month.parse().ok()?,
        );
    }
    (word.len() == 7).then(|| word.parse().ok()).flatten()
}

/// The last month of that number that has begun.
fn last(month: i8, today: Date) -> Option<Month> {
    let present = Month::of(today);
    let this_year = Month::new(today.year(), month)?;
    if this_year <= present { Some(this_year) } else { Month::new(today.year() - 1, month) }
}

/// What may have been meant by a folded word that begins no word of any name: the beginnings of known words one slip away from it, a
/// letter wrong, left out, too many, or two changed about. The word itself where it begins one, is short, or is a number.
pub fn meant(word: &str, known: &BTreeSet<String>) -> Vec<String> {
    let typed: Vec<char> = word.chars().collect();
    let begins = known.range(word.to_owned()..).next().is_some_and(|first| first.starts_with(word));
    if begins || typed.len() < SHORTEST_MISSPELT || typed.iter().any(|letter| !letter.is_alphabetic()) {
        return vec![word.to_owned()];
    }
    let mut found = BTreeSet::new();
    for known in known {
        let letters: Vec<char> = known.chars().collect();
        for length in typed.len() - 1..=(typed.len() + 1).min(letters.len()) {
            let beginning = letters.get(..length).unwrap_or_default();
            if is_one_slip(&typed, beginning) {
                found.insert(beginning.iter().collect());
            }
        }
    }
    found.into_iter().collect()
}

/// Whether two words that are not the same differ by one slip.
fn is_one_slip(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], [_]) | ([_], []) => true,
        ([first, rest @ ..], [second, others @ ..]) => {
            let changed_about = rest.first() == Some(second) && others.first() == Some(first);
            rest == others || rest == b || a == others || (changed_about && rest.get(1..) == others.get(1..))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;

    const TODAY: Date = date(2026, 11, 22);

    fn sought(text: &str) -> Sought {
        Sought::of(text, TODAY)
    }

    #[rstest]
    #[case("Nguyễn  Văn Uỷ", &["nguyen", "van", "uy"], None)]
    #[case("tổ dân phố 3 tháng 9", &["to", "dan", "pho", "3"], Some((2026, 9)))]
    #[case("tháng 12", &[], Some((2025, 12)))]
    #[case("tháng 11", &[], Some((2026, 11)))]
    #[case("Trường mầm non 3/2026", &["truong", "mam", "non"], Some((2026, 3)))]
    #[case("Thang 2026-08 hoa sen", &["hoa", "sen"], Some((2026, 8)))]
    #[case("13/2026", &["13", "2026"], None)]
    #[case("thang 13", &["thang", "13"], None)]
    #[case(" \t ", &[], None)]
    fn words_and_months_are_told_apart(
        #[case] text: &str,
        #[case] words: &[&str],
        #[case] month: Option<(i16, i8)>,
    ) {
        let found = sought(text);
        assert_eq!(found.words, words);
        assert_eq!(found.month, month.and_then(|(year, month)| Month::new(year, month)));
    }

    #[rstest]
    #[case("38000123", Some("38000123"))]
    #[case("38.168.000", Some("38.168.000"))]
    #[case("38", None)]
    #[case("tổ 38000", None)]
    fn numbers_stand_alone(#[case] text: &str, #[case] number: Option<&str>) {
        assert_eq!(sought(text).number.as_deref(), number);
    }

    #[rstest]
    #[case("05-NQ/CB", Some((5, "nq")))]
    #[case("số 12-qđ", Some((12, "qd")))]
    #[case("2026-09", None)]
    #[case("Hà-Nội", None)]
    fn numbers_of_papers_are_known(#[case] text: &str, #[case] paper: Option<(u32, &str)>) {
        assert_eq!(sought(text).paper, paper.map(|(number, sign)| (number, sign.to_owned())));
    }

    #[test]
    fn what_cannot_be_found_is_nothing() {
        assert!(sought("").is_empty());
        assert!(sought("--- !").is_empty());
        assert!(!sought("9/2026").is_empty());
    }

    fn known() -> BTreeSet<String> {
        ["nguyen", "nguyet", "hoa", "van", "quach"].map(str::to_owned).into()
    }

    #[rstest]
    #[case::wrong("nguyan", &["nguyen"])]
    #[case::left_out("ngyen", &["nguyen"])]
    #[case::too_many("nguyeen", &["nguyen"])]
    #[case::changed_about("nugyen", &["nguyen"])]
    #[case::two_are_as_near("nguyek", &["nguyen", "nguyet"])]
    #[case::only_begun("qauch", &["quach"])]
    #[case::of_a_beginning("ngoye", &["nguye"])]
    fn one_slip_is_forgiven(#[case] typed: &str, #[case] expected: &[&str]) {
        let found = meant(typed, &known());
        assert!(expected.iter().all(|word| found.iter().any(|one| one == word)), "{typed}: {found:?}");
    }

    #[test]
    fn two_slips_short_words_numbers_and_what_is_known_are_left_as_they_are() {
        assert!(meant("nguakn", &known()).is_empty());
        assert_eq!(meant("hao", &known()), ["hao"]);
        assert_eq!(meant("2026", &known()), ["2026"]);
        assert_eq!(meant("nguy", &known()), ["nguy"], "it begins a word");
        assert!(meant("nguyen", &BTreeSet::new()).is_empty());
    }
}
