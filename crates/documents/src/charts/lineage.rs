//! What became of what: a line for each organisation from left to right, a stroke from one to another where one came out of it.

use super::svg::{Anchor, Caption, Ink, LETTERS, Medium, Svg, WIDTH, width_of};

const TOP: f64 = 34.0;
const ROW: f64 = 36.0;
const LEFT: f64 = 14.0;
const RIGHT: f64 = 14.0;

/// One organisation's line.
#[derive(Debug, Clone)]
pub struct Thread<'a> {
    /// Its name, and what else is written above its line.
    pub label: &'a str,
    /// The column of the day it began; `None` where it was there before.
    pub began: Option<usize>,
    /// The column of the day it ended; `None` where it goes on.
    pub ended: Option<usize>,
    /// The columns of days on which it was called otherwise, or came to stand elsewhere.
    pub turns: Vec<usize>,
}

/// That one came out of another.
#[derive(Debug, Clone, Copy)]
pub struct Tie {
    /// The line it came out of.
    pub from: usize,
    /// The line that came out of it, or took it over.
    pub to: usize,
    /// The column of the day.
    pub day: usize,
}

/// What became of what.
#[derive(Debug, Clone)]
pub struct Threads<'a> {
    /// What the chart is called.
    pub caption: Caption<'a>,
    /// The days on which something changed, in order, as they are written.
    pub days: &'a [&'a str],
    /// How many of those days have come: what is after them is dashed.
    pub come: usize,
    /// The lines, from above.
    pub threads: &'a [Thread<'a>],
    /// What came out of what.
    pub ties: &'a [Tie],
}

impl Threads<'_> {
    /// The chart. Columns and lines that there are not are passed over.
    pub fn draw(&self, medium: Medium) -> String {
        let mut svg = Svg::new(self.caption, medium, TOP + ROW * as_f64(self.threads.len()) + 6.0);
        self.draw_days(&mut svg);
        for (row, thread) in self.threads.iter().enumerate() {
            self.draw_thread(&mut svg, row, thread);
        }
        for tie in self.ties.iter().filter(|tie| tie.from < self.threads.len() && tie.to < self.threads.len())
        {
            let (x, from, to) = (self.x(tie.day), line(tie.from), line(tie.to));
            let back = if to > from { -5.0 } else { 5.0 };
            self.stroke(&mut svg, tie.day, (x, from), (x, to));
            svg.shape(Ink::Mark, &[(x, to), (x - 3.5, to + back * 1.4), (x + 3.5, to + back * 1.4)]);
        }
        svg.finish()
    }

    fn x(&self, day: usize) -> f64 {
        LEFT + self.place() * (as_f64(day) + 1.0)
    }

    fn place(&self) -> f64 {
        (WIDTH - LEFT - RIGHT) / (as_f64(self.days.len()) + 1.0)
    }

    fn draw_days(&self, svg: &mut Svg) {
        let bottom = TOP + ROW * as_f64(self.threads.len());
        let widest = self.days.iter().map(|day| width_of(day)).fold(0.0, f64::max) + 6.0;
        // Two rows of heads, so that days close to each other are both read.
        let mut free = [0.0; 2];
        for (n, day) in self.days.iter().enumerate() {
            let x = self.x(n);
            svg.dashed(Ink::None, (x, LETTERS * 2.0 + 4.0), (x, bottom));
            let middle = x.clamp(widest / 2.0, WIDTH - widest / 2.0);
            if let Some(row) = free.iter().position(|free| *free <= middle - widest / 2.0) {
                let y = LETTERS * (as_f64(row) + 1.0);
                svg.label(Ink::Quiet, (middle, y), Anchor::Middle, day);
                free[row] = middle + widest / 2.0;
            }
        }
    }

    fn draw_thread(&self, svg: &mut Svg, row: usize, thread: &Thread<'_>) {
        let y = line(row);
        let begin = thread.began.map_or(LEFT, |day| self.x(day));
        let end = thread.ended.map_or(WIDTH - RIGHT, |day| self.x(day));
        let solid = if self.come == 0 {
            LEFT
        } else if self.come >= self.days.len() {
            end
        } else {
            self.x(self.come - 1)
        };
        let until = end.min(solid.max(begin));
        if until > begin {
            svg.line(Ink::Bar, 2.5, &[(begin, y), (until, y)]);
        }
        if end > until {
            svg.dashed(Ink::Bar, (until, y), (end, y));
        }
        if let Some(day) = thread.began {
            svg.dot(Ink::Good, (self.x(day), y));
        }
        for day in &thread.turns {
            svg.dot(Ink::Middle, (self.x(*day), y));
        }
        if let Some(day) = thread.ended {
            let x = self.x(day);
            svg.line(Ink::Mark, 2.5, &[(x, y - 6.0), (x, y + 6.0)]);
        }
        let fits = begin + width_of(thread.label) <= WIDTH;
        let (x, anchor) = if fits { (begin, Anchor::Start) } else { (WIDTH - 2.0, Anchor::End) };
        svg.label(Ink::Text, (x, y - 8.0), anchor, thread.label);
    }

    fn stroke(&self, svg: &mut Svg, day: usize, from: (f64, f64), to: (f64, f64)) {
        if day < self.come {
            svg.line(Ink::Mark, 1.5, &[from, to]);
        } else {
            svg.dashed(Ink::Mark, from, to);
        }
    }
}

fn line(row: usize) -> f64 {
    TOP + ROW * (as_f64(row) + 1.0) - 8.0
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(come: usize) -> String {
        let caption = Caption { id: "lineage", title: "Quá trình", description: "Ba tổ chức" };
        let threads = [
            Thread { label: "Chi bộ A & B", began: None, ended: Some(1), turns: vec![0] },
            Thread { label: "Chi bộ C", began: Some(1), ended: None, turns: Vec::new() },
        ];
        let ties = [Tie { from: 0, to: 1, day: 1 }, Tie { from: 0, to: 7, day: 1 }];
        Threads { caption, days: &["01/07/2025", "30/09/2026"], come, threads: &threads, ties: &ties }
            .draw(Medium::Page)
    }

    #[test]
    fn each_organisation_is_a_line_and_each_succession_a_stroke() {
        let svg = drawn(2);
        assert_eq!(svg.matches("<circle").count(), 2, "a beginning and a turn: {svg}");
        assert_eq!(svg.matches("<polygon").count(), 1, "a stroke that leads nowhere is not drawn");
        assert!(svg.contains("Chi bộ A &amp; B") && svg.contains("30/09/2026"));
        assert_eq!(svg.matches("stroke-dasharray").count(), 2, "only the days are dashed");
    }

    #[test]
    fn what_is_only_planned_is_dashed() {
        assert!(drawn(1).matches("stroke-dasharray").count() > drawn(2).matches("stroke-dasharray").count());
    }
}
