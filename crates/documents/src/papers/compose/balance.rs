//! Breaks long names and titles into lines of about the same length, so that no word is left alone on the last.

use crate::papers::fonts::bold_width_pt;

/// Points in a millimetre.
const POINTS: f64 = 72.0 / 25.4;

/// The text in as few lines as fit into `width_mm`, and these as even as they can be. A word that does not fit by itself
/// has a line of its own.
pub(super) fn balanced(text: &str, size_pt: f64, width_mm: f64) -> Vec<String> {
    let widest = width_mm * POINTS;
    let words: Vec<(&str, f64)> =
        text.split_whitespace().map(|word| (word, bold_width_pt(word, size_pt))).collect();
    let space = bold_width_pt(" ", size_pt);
    let count = filled(&words, space, widest).len();
    let (mut narrow, mut wide) = (0.0, widest);
    // Sixteen halvings bring the width to a hundredth of a point.
    for _ in 0..16 {
        let middle = f64::midpoint(narrow, wide);
        if filled(&words, space, middle).len() > count { narrow = middle } else { wide = middle }
    }
    filled(&words, space, wide)
}

/// The words in lines filled from the left.
fn filled(words: &[(&str, f64)], space: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<(String, f64)> = Vec::new();
    for (word, length) in words {
        match lines.last_mut() {
            Some((line, used)) if *used + space + length <= width => {
                line.push(' ');
                line.push_str(word);
                *used += space + length;
            }
            _ => lines.push(((*word).to_owned(), *length)),
        }
    }
    lines.into_iter().map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_stay_on_one_line() {
        assert_eq!(balanced("CHI BỘ TỔ DÂN PHỐ SỐ 5", 14.0, 74.0), ["CHI BỘ TỔ DÂN PHỐ SỐ 5"]);
        assert!(balanced("", 14.0, 74.0).is_empty());
    }

    #[test]
    fn long_names_are_broken_evenly() {
        let name = "CHI BỘ CÔNG TY TRÁCH NHIỆM HỮU HẠN MỘT THÀNH VIÊN DỆT MAY AN BÌNH";
        let lines = balanced(name, 14.0, 74.0);
        let widths: Vec<_> = lines.iter().map(|line| bold_width_pt(line, 14.0)).collect();
        assert_eq!(lines.join(" "), name);
        assert!(
            widths.iter().all(|width| *width <= 74.0 * POINTS && *width > 40.0 * POINTS),
            "{lines:?} {widths:?}"
        );
    }

    #[test]
    fn a_word_too_long_for_any_line_is_left_whole() {
        let word = "X".repeat(300);
        assert_eq!(
            balanced(&format!("CHI BỘ {word} AN BÌNH"), 14.0, 74.0),
            ["CHI BỘ", word.as_str(), "AN BÌNH"]
        );
    }
}
