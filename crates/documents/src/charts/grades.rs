//! A row of grades: how many of each, as parts of one bar, each named below it.

use super::svg::{Anchor, Caption, Ink, LETTERS, Medium, Svg, WIDTH, width_of};

const ROW: f64 = 34.0;
const LINE: f64 = 22.0;
const SQUARE: f64 = 11.0;

/// The tone of a grade; its word always stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Tốt.
    Good,
    /// Khá.
    Fair,
    /// Trung bình.
    Middle,
    /// Kém.
    Poor,
    /// Not graded.
    None,
}

impl Tone {
    const fn ink(self) -> Ink {
        match self {
            Self::Good => Ink::Good,
            Self::Fair => Ink::Fair,
            Self::Middle => Ink::Middle,
            Self::Poor => Ink::Poor,
            Self::None => Ink::None,
        }
    }
}

/// How often a grade was given.
#[derive(Debug, Clone, Copy)]
pub struct Grade<'a> {
    /// Its tone.
    pub tone: Tone,
    /// How often.
    pub count: u32,
    /// The count as it is written.
    pub shown: &'a str,
    /// The grade's name with its count, e.g. `Tốt: 12`.
    pub label: &'a str,
}

/// A row of grades.
#[derive(Debug, Clone, Copy)]
pub struct Grades<'a> {
    /// What the chart is called.
    pub caption: Caption<'a>,
    /// The grades, best first.
    pub grades: &'a [Grade<'a>],
}

impl Grades<'_> {
    /// The chart. Grades that were never given have no part in the row, but keep their name below it.
    pub fn draw(&self, medium: Medium) -> String {
        let places = self.places();
        let lines = places.last().map_or(0.0, |(_, y)| *y) + LINE;
        let mut svg = Svg::new(self.caption, medium, ROW + lines);
        let total: u64 = self.grades.iter().map(|grade| u64::from(grade.count)).sum();
        let mut left = 0.0;
        for grade in self.grades.iter().filter(|grade| grade.count > 0) {
            #[expect(clippy::cast_precision_loss, reason = "counts of meetings are small")]
            let width = WIDTH * f64::from(grade.count) / total as f64;
            svg.rectangle(grade.tone.ink(), left, 0.0, (width - 1.0).max(1.0), ROW);
            if width_of(grade.shown) + 8.0 < width {
                let ink = if grade.tone == Tone::None { Ink::Text } else { Ink::OnTone };
                svg.label(ink, (left + width / 2.0, ROW / 2.0 + LETTERS / 3.0), Anchor::Middle, grade.shown);
            }
            left += width;
        }
        for (grade, (x, y)) in self.grades.iter().zip(places) {
            let y = ROW + y;
            svg.rectangle(grade.tone.ink(), x, y + 8.0, SQUARE, SQUARE);
            svg.label(Ink::Text, (x + SQUARE + 5.0, y + 8.0 + SQUARE - 1.0), Anchor::Start, grade.label);
        }
        svg.finish()
    }

    /// Where each name stands below the row: side by side, on a new line where one is full.
    fn places(&self) -> Vec<(f64, f64)> {
        let (mut x, mut y) = (0.0, 0.0);
        let place = |grade: &Grade| {
            let width = SQUARE + 5.0 + width_of(grade.label) + 18.0;
            if x > 0.0 && x + width > WIDTH {
                (x, y) = (0.0, y + LINE);
            }
            let at = (x, y);
            x += width;
            at
        };
        self.grades.iter().map(place).collect()
    }
}
