//! How what a member offers meets a task: what of it the task's title speaks of.

use super::{OfferList, Said};
use crate::names::fold;

/// How an offer meets a task: what is more comes first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// Keys of skills and kinds that the title speaks of.
    pub keys: Vec<String>,
    /// Words of the member's own that stand in the title.
    pub words: Vec<String>,
}

impl Fit {
    /// How much of it meets.
    pub const fn weight(&self) -> usize {
        self.keys.len() * 2 + self.words.len()
    }
}

/// The shortest own word that is compared: shorter ones stand in every sentence.
const LEAST_LETTERS: usize = 4;

/// What of an offer a title speaks of; diacritics aside, whole words only.
pub fn fit(said: &Said, title: &str, list: &OfferList) -> Fit {
    let title = format!(" {} ", fold(title));
    let speaks = |word: &str| {
        let word = fold(word);
        !word.is_empty() && title.contains(&format!(" {word} "))
    };
    let ticked = said.skills.iter().chain(&said.kinds);
    let keys =
        ticked.filter(|key| list.find(key).is_some_and(|entry| entry.find.iter().any(|word| speaks(word))));
    let own = fold(&said.words);
    let mut words: Vec<String> = own
        .split(' ')
        .filter(|word| word.chars().count() >= LEAST_LETTERS && speaks(word))
        .map(str::to_owned)
        .collect();
    words.dedup();
    Fit { keys: keys.cloned().collect(), words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Tuyên truyền pháp luật cho bà con", &["law"], "", &["law"])]
    #[case("tuyen truyen PHAP LUAT", &["law"], "", &["law"])]
    #[case("Sửa đường điện xóm 3", &["law", "building"], "", &["building"])]
    #[case("Hòa giải tranh chấp đất", &["building"], "", &[])]
    #[case("Lắp camera an ninh", &["security"], "lắp camera, sửa điện thoại", &["security"])]
    #[case("", &["law"], "camera", &[])]
    fn a_title_speaks_of_what_was_ticked(
        #[case] title: &str,
        #[case] skills: &[&str],
        #[case] words: &str,
        #[case] keys: &[&str],
    ) {
        let skills = skills.iter().map(|key| (*key).to_owned()).collect();
        let said = Said { skills, words: words.to_owned(), ..Said::default() };
        let found = fit(&said, title, OfferList::built_in());
        assert_eq!(found.keys, keys);
        assert_eq!(found.words.is_empty(), !title.contains("camera"), "{:?}", found.words);
    }
}
