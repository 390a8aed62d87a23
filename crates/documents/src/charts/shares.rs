//! A line of shares by month on a scale of 0 to 100 %, with the interval that small numbers leave open.

use super::{
    bars::step,
    svg::{Anchor, Caption, Ink, LETTERS, Medium, Svg, WIDTH},
};

const HEIGHT: f64 = 240.0;
const LEFT: f64 = 44.0;
const TOP: f64 = 24.0;
const BASE: f64 = HEIGHT - 26.0;

/// A month's share.
#[derive(Debug, Clone, Copy)]
pub struct Share<'a> {
    /// The month as it is written.
    pub label: &'a str,
    /// Share and interval, from 0 to 1: lowest, best, highest; `None` breaks the line.
    pub value: Option<[f64; 3]>,
    /// The share as it is written.
    pub shown: &'a str,
}

/// A line of shares.
#[derive(Debug, Clone, Copy)]
pub struct Shares<'a> {
    /// What the chart is called.
    pub caption: Caption<'a>,
    /// The months in order.
    pub shares: &'a [Share<'a>],
    /// How 0, 50 and 100 % are written.
    pub scale: [&'a str; 3],
}

impl Shares<'_> {
    /// The chart. Values outside 0 to 1 are drawn at the edge.
    pub fn draw(&self, medium: Medium) -> String {
        let mut svg = Svg::new(self.caption, medium, HEIGHT);
        for (value, label) in [0.0, 0.5, 1.0].into_iter().zip(self.scale) {
            svg.line(Ink::None, 1.0, &[(LEFT, y(value)), (WIDTH, y(value))]);
            svg.label(Ink::Quiet, (LEFT - 6.0, y(value) + LETTERS / 3.0), Anchor::End, label);
        }
        let count = u32::try_from(self.shares.len().max(1)).unwrap_or(u32::MAX);
        let place = (WIDTH - LEFT) / f64::from(count);
        let x = |n: u32| LEFT + (f64::from(n) + 0.5) * place;

        for run in self.runs() {
            let upper = run.iter().map(|(n, [_, _, high])| (x(*n), y(*high)));
            let lower = run.iter().rev().map(|(n, [low, _, _])| (x(*n), y(*low)));
            svg.shape(Ink::Band, &upper.chain(lower).collect::<Vec<_>>());
        }
        for run in self.runs() {
            svg.line(
                Ink::Bar,
                2.0,
                &run.iter().map(|(n, [_, best, _])| (x(*n), y(*best))).collect::<Vec<_>>(),
            );
        }
        let labels = step(self.shares.iter().map(|share| share.label), place);
        let values = step(self.shares.iter().map(|share| share.shown), place);
        for (n, share) in (0_u32..).zip(self.shares) {
            let from_last = count - 1 - n;
            if let Some([_, best, _]) = share.value {
                svg.dot(Ink::Bar, (x(n), y(best)));
                if from_last.is_multiple_of(values) {
                    svg.label(Ink::Text, (x(n), y(best) - 8.0), Anchor::Middle, share.shown);
                }
            }
            if from_last.is_multiple_of(labels) {
                svg.label(Ink::Quiet, (x(n), BASE + LETTERS + 4.0), Anchor::Middle, share.label);
            }
        }
        svg.finish()
    }

    /// The months with a value, in runs without a gap.
    fn runs(&self) -> Vec<Vec<(u32, [f64; 3])>> {
        let mut runs = vec![Vec::new()];
        for (n, share) in (0_u32..).zip(self.shares) {
            match (share.value, runs.last_mut()) {
                (Some(value), Some(run)) => run.push((n, value)),
                _ => runs.push(Vec::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }
}

fn y(share: f64) -> f64 {
    BASE - share.clamp(0.0, 1.0) * (BASE - TOP)
}
