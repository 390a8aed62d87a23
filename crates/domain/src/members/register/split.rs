//! Columns that join several things in one cell, as Mẫu 7-HSĐV does: each is split into its parts, known by their words
//! where words tell and by their order where not.

use super::values;
use crate::{members::Sex, names};

/// The parts of a cell, blanks kept so that their order still tells.
fn parts(text: &str) -> Vec<String> {
    let text = text.replace(" - ", "\n");
    text.split(['\n', ';', ',', '/', '|'])
        .map(names::tidy)
        .map(|part| part.trim_matches('-').trim().to_owned())
        .collect()
}

/// Sex, ethnicity and religion.
pub(super) fn sex_ethnicity_religion(text: &str) -> (Option<Sex>, String, String) {
    let mut parts = parts(text);
    if parts.len() == 1 {
        parts = by_spaces(&parts[0]);
    }
    let (mut sex, mut ethnicity, mut religion) = (None, String::new(), String::new());
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if sex.is_none()
            && let Some(known) = values::sex(&part)
        {
            sex = Some(known);
        } else if religion.is_empty() && (is_religion(&part) || !ethnicity.is_empty()) {
            religion = part;
        } else if ethnicity.is_empty() {
            ethnicity = part;
        }
    }
    (sex, ethnicity, religion)
}

/// "Nam Kinh Không": the sex first, the religion last if it is known for one, the rest between.
fn by_spaces(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let head = usize::from(words.first().is_some_and(|word| values::sex(word).is_some()));
    let tail = (head..words.len()).find(|n| is_religion(&words[*n..].join(" "))).unwrap_or(words.len());
    vec![words[..head].join(" "), words[head..tail].join(" "), words[tail..].join(" ")]
}

fn is_religion(text: &str) -> bool {
    matches!(
        names::fold(text).as_str(),
        "khong"
            | "ko"
            | "khong ton giao"
            | "phat"
            | "phat giao"
            | "cong giao"
            | "thien chua"
            | "thien chua giao"
            | "tin lanh"
            | "cao dai"
            | "hoa hao"
            | "phat giao hoa hao"
            | "hoi giao"
            | "islam"
            | "bani"
            | "ba la mon"
            | "luong"
    )
}

/// Card, CV and badge numbers, as written.
pub(super) fn card_cv_badge(text: &str) -> [String; 3] {
    let mut numbers = <[String; 3]>::default();
    let mut next = 0;
    for part in parts(text) {
        let key = names::fold(&part);
        let has = |words: &[&str]| words.iter().any(|word| format!(" {key} ").contains(&format!(" {word} ")));
        let labelled = match () {
            () if has(&["ll", "sll", "ly lich"]) => Some(1),
            () if has(&["hh", "shh", "huy hieu"]) => Some(2),
            () if has(&["the", "tdv", "st"]) => Some(0),
            () => None,
        };
        let place = labelled.unwrap_or(next);
        next = place + 1;
        if let Some(number) = numbers.get_mut(place).filter(|number| number.is_empty()) {
            *number = if labelled.is_some() { without_label(&part) } else { part };
        }
    }
    numbers
}

/// What follows the label: after its colon, or from the first digit.
fn without_label(part: &str) -> String {
    let number = part.split_once(':').map(|(_, number)| number);
    let number = number.or_else(|| part.find(|sign: char| sign.is_ascii_digit()).map(|start| &part[start..]));
    number.unwrap_or_default().trim().to_owned()
}

/// Schooling, profession and political theory: known by their words, languages and the like left with the profession.
pub(super) fn education(text: &str) -> [String; 3] {
    let mut found = [Vec::new(), Vec::new(), Vec::new()];
    for part in text.split(['\n', ';', ',']).map(names::tidy).filter(|part| !part.is_empty() && part != "-") {
        let key = names::fold(&part);
        let has = |words: &[&str]| words.iter().any(|word| format!(" {key} ").contains(&format!(" {word} ")));
        let classes =
            part.split_once('/').is_some_and(|(left, right)| ends_in_digit(left) && starts_with_digit(right));
        let place = match () {
            () if classes || has(&["pho thong", "thpt", "thcs", "van hoa", "lop"]) => 0,
            () if has(&["llct", "ly luan", "chinh tri", "ct"])
                || matches!(key.as_str(), "so cap" | "cao cap") =>
            {
                2
            }
            () => 1,
        };
        found[place].push(part);
    }
    found.map(|parts| parts.join("; "))
}

fn ends_in_digit(text: &str) -> bool {
    text.trim_end().ends_with(|sign: char| sign.is_ascii_digit())
}
fn starts_with_digit(text: &str) -> bool {
    text.trim_start().starts_with(|sign: char| sign.is_ascii_digit())
}

/// Work before joining and work now; a single one is the work now.
pub(super) fn occupations(text: &str) -> (String, String) {
    let parts: Vec<String> = text.split(['\n', ';', '→', '/', '|']).map(names::tidy).collect();
    match parts.as_slice() {
        [] => Default::default(),
        [now] => (String::new(), now.clone()),
        [before, now @ ..] => (
            before.clone(),
            now.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; "),
        ),
    }
}

/// A name and what follows it from the first digit on: the date of birth.
pub(super) fn name_and_birth(text: &str) -> (String, String) {
    let start = text.find(|sign: char| sign.is_ascii_digit()).unwrap_or(text.len());
    let (name, birth) = text.split_at(start);
    let mut name = names::tidy(name);
    for label in ["sinh ngày", "sinh năm", "ngày sinh", "năm sinh", "sn", "ns", "sinh"] {
        let lower = name.to_lowercase();
        let rest = lower.trim_end_matches([':', ' ', '.']).strip_suffix(label);
        if let Some(rest) = rest.filter(|rest| rest.ends_with([' ', ',', ';', '-', '('])) {
            name = name.chars().take(rest.chars().count()).collect();
            break;
        }
    }
    (
        name.trim_end_matches([' ', ',', ';', '-', '(', ':']).to_owned(),
        names::tidy(birth.trim_end_matches(')')),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Nam\nKinh\nKhông", Some(Sex::Male), "Kinh", "Không")]
    #[case("Nữ, Tày, Phật giáo", Some(Sex::Female), "Tày", "Phật giáo")]
    #[case("Nữ/Kinh/Công giáo", Some(Sex::Female), "Kinh", "Công giáo")]
    #[case("Nam Kinh Không", Some(Sex::Male), "Kinh", "Không")]
    #[case("Nữ Cao Lan Tin lành", Some(Sex::Female), "Cao Lan", "Tin lành")]
    #[case("Nam", Some(Sex::Male), "", "")]
    #[case("Kinh - Không", None, "Kinh", "Không")]
    #[case("Phật giáo, Nam, Khmer", Some(Sex::Male), "Khmer", "Phật giáo")]
    fn sex_ethnicity_and_religion_part(
        #[case] text: &str,
        #[case] sex: Option<Sex>,
        #[case] ethnicity: &str,
        #[case] religion: &str,
    ) {
        assert_eq!(sex_ethnicity_religion(text), (sex, ethnicity.to_owned(), religion.to_owned()));
    }

    #[rstest]
    #[case("38012345\n0012\nHH40-1", ["38012345", "0012", "HH40-1"])]
    #[case("Thẻ: 38012345; LL: 0012", ["38012345", "0012", ""])]
    #[case("Số LL 0012\nSố thẻ 38012345", ["38012345", "0012", ""])]
    #[case("38012345\n-\n123", ["38012345", "", "123"])]
    #[case("38012345", ["38012345", "", ""])]
    fn card_cv_and_badge_part(#[case] text: &str, #[case] expected: [&str; 3]) {
        assert_eq!(card_cv_badge(text), expected.map(str::to_owned));
    }

    #[rstest]
    #[case("12/12; Đại học Luật; Trung cấp LLCT", ["12/12", "Đại học Luật", "Trung cấp LLCT"])]
    #[case("12/12\nThạc sĩ Kinh tế\nCao cấp\nTiếng Anh B1", ["12/12", "Thạc sĩ Kinh tế; Tiếng Anh B1", "Cao cấp"])]
    #[case("Đại học", ["", "Đại học", ""])]
    fn education_parts_by_its_words(#[case] text: &str, #[case] expected: [&str; 3]) {
        assert_eq!(education(text), expected.map(str::to_owned));
    }

    #[rstest]
    #[case("Làm ruộng\nHưu trí", "Làm ruộng", "Hưu trí")]
    #[case("Giáo viên", "", "Giáo viên")]
    #[case("", "", "")]
    fn work_before_and_now_part(#[case] text: &str, #[case] before: &str, #[case] now: &str) {
        assert_eq!(occupations(text), (before.to_owned(), now.to_owned()));
    }

    #[rstest]
    #[case("NGUYỄN VĂN AN\n05/11/1980", "NGUYỄN VĂN AN", "05/11/1980")]
    #[case("Trần Thị Bình, sinh năm 1975", "Trần Thị Bình", "1975")]
    #[case("Lê Ba (1960)", "Lê Ba", "1960")]
    #[case("Lê Ba", "Lê Ba", "")]
    fn name_and_birth_part(#[case] text: &str, #[case] name: &str, #[case] birth: &str) {
        assert_eq!(name_and_birth(text), (name.to_owned(), birth.to_owned()));
    }
}
