//! Bars by month: zero-based, each with its value written above it.

use super::svg::{Anchor, Caption, Ink, LETTERS, Medium, Svg, WIDTH, width_of};

const HEIGHT: f64 = 232.0;
const TOP: f64 = 38.0;
const BASE: f64 = HEIGHT - 26.0;

/// One bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// What it stands for, e.g. `11/2026`.
    pub label: &'a str,
    /// Its value, 0 or more; `None` where there is none: an empty place, not a bar of height 0.
    pub value: Option<f64>,
    /// The value as it is written, or what is written in the empty place.
    pub shown: &'a str,
}

/// A value that bars are held against, e.g. the least length of a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Mark<'a> {
    /// The value.
    pub value: f64,
    /// Its name and value as they are written.
    pub label: &'a str,
}

/// Bars side by side.
#[derive(Debug, Clone, Copy)]
pub struct Bars<'a> {
    /// What the chart is called.
    pub caption: Caption<'a>,
    /// The bars.
    pub bars: &'a [Bar<'a>],
    /// A value to hold them against.
    pub mark: Option<Mark<'a>>,
}

impl Bars<'_> {
    /// The chart. Values below 0 are drawn as 0.
    pub fn draw(&self, medium: Medium) -> String {
        let mut svg = Svg::new(self.caption, medium, HEIGHT);
        let values = self.bars.iter().filter_map(|bar| bar.value).chain(self.mark.map(|mark| mark.value));
        let highest = values.filter(|value| value.is_finite()).fold(0.0, f64::max);
        let scale = if highest > 0.0 { (BASE - TOP) / highest } else { 0.0 };
        let count = u32::try_from(self.bars.len().max(1)).unwrap_or(u32::MAX);
        let place = WIDTH / f64::from(count);
        let labels = step(self.bars.iter().map(|bar| bar.label), place);
        let values = step(self.bars.iter().map(|bar| bar.shown), place);

        for (n, bar) in (0_u32..).zip(self.bars) {
            let middle = (f64::from(n) + 0.5) * place;
            let from_last = count - 1 - n;
            let height = bar.value.map(|value| value.max(0.0) * scale);
            if let Some(height) = height {
                let width = (place * 0.62).min(48.0);
                svg.rectangle(Ink::Bar, middle - width / 2.0, BASE - height, width, height);
            }
            if from_last.is_multiple_of(values) {
                let ink = if height.is_some() { Ink::Text } else { Ink::Quiet };
                svg.label(ink, (middle, BASE - height.unwrap_or_default() - 5.0), Anchor::Middle, bar.shown);
            }
            if from_last.is_multiple_of(labels) {
                svg.label(Ink::Quiet, (middle, BASE + LETTERS + 4.0), Anchor::Middle, bar.label);
            }
        }
        svg.line(Ink::Quiet, 1.0, &[(0.0, BASE), (WIDTH, BASE)]);
        if let Some(mark) = self.mark {
            let y = BASE - mark.value.max(0.0) * scale;
            svg.dashed(Ink::Mark, (0.0, y), (WIDTH, y));
            svg.dashed(Ink::Mark, (0.0, LETTERS / 2.0), (24.0, LETTERS / 2.0));
            svg.label(Ink::Mark, (30.0, LETTERS - 2.0), Anchor::Start, mark.label);
        }
        svg.finish()
    }
}

/// So many places share one label that no two touch.
pub(super) fn step<'a>(labels: impl Iterator<Item = &'a str>, place: f64) -> u32 {
    let widest = labels.map(width_of).fold(0.0, f64::max) + 6.0;
    (1..=1000).find(|every| f64::from(*every) * place >= widest).unwrap_or(1000)
}
