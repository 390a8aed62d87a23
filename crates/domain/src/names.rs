//! Folding of names and words, so that "Nguyễn Uỷ", "nguyen uy" and "NGUYỄN ỦY" meet.

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick};

/// The key under which a name is searched and compared: NFKC, lower case, without Vietnamese diacritics, `đ` as `d`,
/// runs of anything that is not a letter or a digit as one space. "uỷ" and "ủy" give the same key.
pub fn fold(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkc().flat_map(char::to_lowercase).nfd().filter(|c| !is_combining_mark(*c)) {
        if letter.is_alphanumeric() {
            if gap && !key.is_empty() {
                key.push(' ');
            }
            gap = false;
            key.push(if letter == 'đ' { 'd' } else { letter });
        } else {
            gap = true;
        }
    }
    key
}

/// The key by which Vietnamese lists are ordered: given name first, then family and middle names.
pub fn sort_key(full_name: &str) -> String {
    let key = fold(full_name);
    match key.rsplit_once(' ') {
        Some((rest, given)) => format!("{given} {rest}"),
        None => key,
    }
}

/// The text in composed form (NFC), trimmed, with runs of white space as one space and control characters dropped.
pub fn tidy(text: &str) -> String {
    if is_tidy(text) { text.to_owned() } else { tidied(text) }
}

/// Whether tidying would change nothing: a glance that spares most cells of a register the work.
fn is_tidy(text: &str) -> bool {
    let mut before = ' ';
    let clean = text.chars().all(|c| {
        let space = c.is_whitespace() && (c != ' ' || before == ' ');
        before = c;
        !space && !c.is_control() && !is_invisible(c)
    });
    let composed = || text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes;
    clean && (text.is_empty() || before != ' ') && composed()
}

fn tidied(text: &str) -> String {
    let spaced: String =
        text.nfc().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_invisible(*c)).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text of several lines: composed form, line ends as `\n`, other control and direction marks dropped, ends trimmed.
pub fn tidy_text(text: &str) -> String {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String =
        unix.nfc().filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || is_invisible(*c))).collect();
    kept.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Marks that change how text is drawn without being seen: direction overrides, zero-width spaces, byte-order marks.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folding_meets_every_spelling() {
        for text in ["Nguyễn Đức Uỷ", "NGUYỄN ĐỨC ỦY", "nguyen  duc-uy", "Nguye\u{302}\u{303}n Đức Ủy"]
        {
            assert_eq!(fold(text), "nguyen duc uy", "{text}");
        }
    }

    #[test]
    fn what_is_tidy_at_a_glance_is_left_as_it_is() {
        let tidy_already = ["", "a", "Đinh Thị Hoa", "38.01.04 – số 5"];
        assert!(tidy_already.into_iter().all(is_tidy));
        let others = [" ", "a ", " a", "a  b", "a\tb", "a\u{A0}b", "a\u{200B}b", "a\u{0}b", "Hoa\u{300}"];
        assert!(others.into_iter().all(|text| !is_tidy(text)));
    }

    /// Short texts of letters whose marks stand apart, spaces of all kinds and what is not seen; and any others.
    const TEXTS: &str = "[a Đệ\u{1ec7}\u{302}\u{323}\u{a0}\t\n\u{200b}]{0,8}|\\PC{0,12}";

    proptest! {
        #[test]
        fn the_glance_never_spares_work_that_is_needed(text in TEXTS) {
            prop_assert_eq!(tidy(&text), tidied(&text));
        }
    }

    #[test]
    fn lists_are_ordered_by_given_name() {
        let mut names = ["Trần Văn Bình", "Đỗ Thị An", "Lê An"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["Đỗ Thị An", "Lê An", "Trần Văn Bình"]);
    }

    #[test]
    fn tidying_keeps_letters_and_drops_what_cannot_be_seen() {
        assert_eq!(tidy("  Lê\u{200B} Thị\t Hoa\u{202E} \n"), "Lê Thị Hoa");
        assert_eq!(tidy_text("một  \r\nhai\u{0007}\r\n\r\n"), "một\nhai");
    }
}
