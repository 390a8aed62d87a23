//! Makes any text safe to set: letters the fonts lack are shown as a box and reported, endless words can be broken.

use std::collections::BTreeSet;

use serde_json::Value;

use super::fonts::covers;

/// Stands for a letter that no font has.
const BOX: char = '□';
/// Allows a line to break inside a word.
const BREAK: char = '\u{200B}';
/// Words longer than this, in letters, can be broken after each of so many.
const LONGEST_WORD: usize = 30;

/// Makes every text in `value` safe to set. Adds the letters that could not be printed to `missing`.
pub(super) fn make_printable(value: &mut Value, missing: &mut BTreeSet<char>) {
    match value {
        Value::String(text) => {
            if let Some(printable) = printable(text, missing) {
                *text = printable;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| make_printable(value, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|value| make_printable(value, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text made safe, or `None` where it is so already.
fn printable(text: &str, missing: &mut BTreeSet<char>) -> Option<String> {
    let plain = |letter: char| letter == ' ' || letter == '\n' || (!is_joiner(letter) && covers(letter));
    let long = text.split_whitespace().any(|word| word.chars().count() > LONGEST_WORD);
    if !long && text.chars().all(plain) {
        return None;
    }
    let mut safe = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST_WORD {
            safe.push(BREAK);
            run = 1;
        }
        if plain(letter) {
            safe.push(letter);
        } else if letter.is_whitespace() {
            safe.push(' ');
        } else if !is_joiner(letter) {
            missing.insert(letter);
            safe.push(BOX);
        }
    }
    Some(safe)
}

/// Marks that only steer how other letters are drawn: they leave no box behind.
fn is_joiner(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn made(text: &str) -> (String, Vec<char>) {
        let mut missing = BTreeSet::new();
        let mut value = json!({ "a": [text] });
        make_printable(&mut value, &mut missing);
        (value["a"][0].as_str().unwrap().to_owned(), missing.into_iter().collect())
    }

    #[test]
    fn vietnamese_stays_as_it_is() {
        let text = "Chi bộ họp lúc 19 giờ 30; “đạt” 81,8% - #import $x$ </script>";
        assert_eq!(made(text), (text.to_owned(), vec![]));
    }

    #[test]
    fn what_no_font_has_is_shown_as_a_box_and_reported() {
        assert_eq!(made("Tốt 👍🏽 quá"), ("Tốt □□ quá".to_owned(), vec!['🏽', '👍']));
        assert_eq!(made("a\u{202E}b\u{7}c\u{FE0F}"), ("abc".to_owned(), vec![]));
    }

    #[test]
    fn endless_words_can_be_broken() {
        let (text, _) = made(&"x".repeat(95));
        assert_eq!(text.matches(BREAK).count(), 3);
        assert_eq!(text.replace(BREAK, ""), "x".repeat(95));
    }
}
