//! Writes the body of a paper block by block and keeps its numbering: `I-`, `1.`, `a)`.

use nennep_domain::names::{tidy, tidy_text};

use super::words::stop;
use crate::papers::block::{Block, Run, Table};

/// The letters that number points below points, in Vietnamese order.
const LETTERS: [&str; 22] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x",
];

/// The body of a paper in the making.
#[derive(Debug, Default)]
pub(super) struct Writer {
    blocks: Vec<Block>,
    sections: usize,
    points: usize,
    letters: usize,
}

impl Writer {
    /// A section, `I- …`, counted on from the last.
    pub(super) fn section(&mut self, title: &str) {
        self.sections += 1;
        self.points = 0;
        self.letters = 0;
        self.heading(1, format!("{}- {title}", roman(self.sections)));
    }

    /// A point with a title of its own, `1. …`.
    pub(super) fn point(&mut self, title: &str) {
        let number = self.next_point();
        self.heading(2, format!("{number}. {}", tidy(title)));
    }

    /// A point below a point with a title of its own, `a) …`.
    pub(super) fn letter(&mut self, title: &str) {
        let letter = letter(self.letters);
        self.letters += 1;
        self.heading(3, format!("{letter}) {}", tidy(title)));
    }

    /// A point that is one sentence, `1. Địa điểm: …`.
    pub(super) fn labelled_point(&mut self, label: &str, text: &str) {
        let number = self.next_point();
        self.line(vec![Run::plain(format!("{number}. {label}")), Run::plain(stop(text))]);
    }

    /// A point with a label and a dotted line to write on.
    pub(super) fn dotted_point(&mut self, label: &str) {
        let number = self.next_point();
        self.line(vec![Run::plain(format!("{number}. {label}")), Run::dots()]);
    }

    /// A point with a label and its text, or room to write it.
    pub(super) fn labelled_or_dotted_point(&mut self, label: &str, text: &str) {
        let text = tidy(text);
        if text.is_empty() { self.dotted_point(label) } else { self.labelled_point(label, &text) }
    }

    /// A point that is plain text, `1. …`; further lines are further paragraphs.
    pub(super) fn plain_point(&mut self, text: &str) {
        let number = self.next_point();
        self.led(Run::plain(format!("{number}. ")), text);
    }

    /// Plain paragraphs, one a line of the text.
    pub(super) fn body(&mut self, text: &str) {
        for line in lines(text) {
            self.line(vec![Run::plain(line)]);
        }
    }

    /// Paragraphs of which the first begins with `lead`.
    pub(super) fn led(&mut self, lead: Run, text: &str) {
        let mut lead = Some(lead);
        for line in lines(text) {
            let runs = lead.take().into_iter().chain([Run::plain(line)]).collect();
            self.line(runs);
        }
    }

    /// A list, `- …`, one entry a paragraph.
    pub(super) fn dashes<T: AsRef<str>>(&mut self, entries: impl IntoIterator<Item = T>) {
        for entry in entries {
            self.led(Run::plain("- "), entry.as_ref());
        }
    }

    /// One paragraph.
    pub(super) fn line(&mut self, mut runs: Vec<Run>) {
        runs.retain(|run| run.dots || !run.text.is_empty());
        self.blocks.push(Block::Text { runs, keep: false });
    }

    /// One paragraph that stays on the page of what follows.
    pub(super) fn kept(&mut self, run: Run) {
        self.blocks.push(Block::Text { runs: vec![run], keep: true });
    }

    /// A table; nothing if it has no rows.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }

    /// Dotted lines to write on.
    pub(super) fn lines(&mut self, count: u32) {
        self.blocks.push(Block::Lines { count });
    }

    /// How many blocks there are so far.
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The blocks.
    pub(super) fn finish(self) -> Vec<Block> {
        self.blocks
    }

    fn heading(&mut self, level: u8, text: String) {
        self.blocks.push(Block::Heading { level, text });
    }

    fn next_point(&mut self) -> usize {
        self.points += 1;
        self.letters = 0;
        self.points
    }
}

/// The lines of a text that hold something, tidied, each a sentence.
fn lines(text: &str) -> Vec<String> {
    tidy_text(text).lines().map(tidy).filter(|line| !line.is_empty()).map(|line| stop(&line)).collect()
}

/// The n-th letter from 0: a … x, then aa, ab …
fn letter(n: usize) -> String {
    let last = LETTERS[n % LETTERS.len()];
    if n < LETTERS.len() { last.to_owned() } else { format!("{}{last}", letter(n / LETTERS.len() - 1)) }
}

/// The number in Roman digits.
fn roman(mut n: usize) -> String {
    const DIGITS: [(usize, &str); 7] =
        [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while n >= value {
            text.push_str(digit);
            n -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_follows_the_form() {
        assert_eq!((1..=6).map(roman).collect::<Vec<_>>(), ["I", "II", "III", "IV", "V", "VI"]);
        assert_eq!(roman(49), "XLIX");
        assert_eq!((3..7).map(letter).collect::<Vec<_>>(), ["d", "đ", "e", "g"]);
        assert_eq!([letter(21), letter(22), letter(44)], ["x", "aa", "ba"]);
    }

    #[test]
    fn points_start_again_in_each_section() {
        let mut writer = Writer::default();
        writer.section("MỘT");
        writer.point("một");
        writer.letter("nhỏ");
        writer.point("hai");
        writer.letter("nhỏ");
        writer.section("HAI");
        writer.plain_point("ba\n\nbốn");
        let texts: Vec<_> = writer
            .finish()
            .into_iter()
            .map(|block| match block {
                Block::Heading { text, .. } => text,
                Block::Text { runs, .. } => runs.into_iter().map(|run| run.text).collect(),
                other => panic!("{other:?}"),
            })
            .collect();
        let wanted = ["I- MỘT", "1. một", "a) nhỏ", "2. hai", "a) nhỏ", "II- HAI", "1. ba.", "bốn."];
        assert_eq!(texts, wanted);
    }
}
