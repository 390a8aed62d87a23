//! One square of the grid: a letter, a number or a sign, and the sentence that says the whole month.

use nennep_app::{Ctx, months::Row};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    months::CellMonth,
    quality::Grade,
    time::Month,
};

use super::filter::Show;
use crate::words::Words;

/// How a square looks beside what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// A grade's letter on its tone.
    Grade(&'static str),
    /// A number or sign as it should be.
    Plain,
    /// One that falls short of a rule.
    Short,
    /// Nothing yet.
    Faint,
    /// The month passed without it.
    Missing,
}

impl Look {
    /// Its class.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Grade(_) | Self::Plain => "cell-text",
            Self::Short => "cell-text cell-short",
            Self::Faint => "cell-sign",
            Self::Missing => "cell-sign cell-none",
        }
    }
}

/// One square.
pub(super) struct Square {
    pub(super) look: Look,
    pub(super) text: String,
    pub(super) said: String,
    /// The meeting, for those who may read it.
    pub(super) href: Option<String>,
    pub(super) label: String,
    pub(super) now: bool,
}

impl Square {
    /// The grade whose tone it has.
    pub(super) const fn grade(&self) -> Option<&'static str> {
        match self.look {
            Look::Grade(grade) => Some(grade),
            _ => None,
        }
    }
}

/// What squares are drawn by.
pub(super) struct Drawing<'a> {
    pub(super) w: Words,
    pub(super) show: Show,
    pub(super) present: Month,
    pub(super) days_before: &'a [Option<u32>],
}

impl Drawing<'_> {
    /// The squares of one cell.
    pub(super) fn row(&self, ctx: &Ctx, row: &Row) -> Vec<Square> {
        let reads = ctx.may(Action::ReadMeeting, &Resource::at(&row.place));
        let square = |(month, days_before): (&CellMonth, &Option<u32>)| {
            let (look, text) = self.shown(month, *days_before);
            Square {
                look,
                text,
                said: self.said(&row.cell.name, month, *days_before),
                href: month.meeting.filter(|_| reads).map(|id| format!("/meetings/{id}")),
                label: month.month.number().to_string(),
                now: month.month == self.present,
            }
        };
        let all = row.months.iter().zip(self.days_before).enumerate();
        all.map(|(n, of)| if row.month(n).is_some() { square(of) } else { self.elsewhere(row, of.0) })
            .collect()
    }

    /// A month in which the cell did not stand here.
    fn elsewhere(&self, row: &Row, month: &CellMonth) -> Square {
        let (w, cell) = (self.w, row.cell.name.as_str());
        Square {
            look: Look::Faint,
            text: String::new(),
            said: w.with(
                "months-said-elsewhere",
                &[("cell", cell.into()), ("month", w.month(month.month).into())],
            ),
            href: None,
            label: month.month.number().to_string(),
            now: month.month == self.present,
        }
    }

    fn shown(&self, month: &CellMonth, days_before: Option<u32>) -> (Look, String) {
        if !month.is_met() {
            let missed = month.month < self.present;
            return if missed { (Look::Missing, "×".to_owned()) } else { (Look::Faint, "·".to_owned()) };
        }
        let w = self.w;
        let number = |text: Option<String>, short: bool| match text {
            Some(text) if short => (Look::Short, text),
            Some(text) => (Look::Plain, text),
            None => (Look::Faint, "–".to_owned()),
        };
        let tick = |done: bool| {
            if done { (Look::Plain, "✓".to_owned()) } else { (Look::Short, "–".to_owned()) }
        };
        match self.show {
            Show::Grade => match month.grade {
                Some(grade) => (Look::Grade(grade.as_str()), w.one_of("grade-letter", grade.as_str())),
                None => (Look::Faint, "○".to_owned()),
            },
            Show::Length => number(month.length_minutes.map(|n| w.number(n)), month.is_short()),
            Show::Attendance => number(month.attendance().map(|share| whole_percent(w, share)), false),
            Show::Speaking => number(month.speaking().map(|share| whole_percent(w, share)), false),
            Show::Papers => tick(month.has_papers_in_time(days_before)),
            Show::Score => number(month.score.map(|points| w.points(points)), false),
            Show::Report => tick(month.reported_at.is_some()),
        }
    }

    /// The whole month in one sentence.
    fn said(&self, cell: &str, month: &CellMonth, days_before: Option<u32>) -> String {
        let w = self.w;
        let head = w.with("months-said", &[("cell", cell.into()), ("month", w.month(month.month).into())]);
        let facts = if month.is_met() { held(w, month, days_before) } else { vec![self.not_held(month)] };
        format!("{head}: {}.", facts.join("; "))
    }

    fn not_held(&self, month: &CellMonth) -> String {
        let w = self.w;
        match month.starts_at {
            Some(at) if month.month >= self.present => {
                let values = [("day", w.day(at.date()).into()), ("time", w.time(at).into())];
                let key =
                    if month.called_at.is_some() { "months-said-called" } else { "months-said-planned" };
                w.with(key, &values)
            }
            None if month.month >= self.present => w.t("months-said-no-date"),
            _ => w.t("months-said-missed"),
        }
    }
}

fn held(w: Words, month: &CellMonth, days_before: Option<u32>) -> Vec<String> {
    let day = month.opened_at.or(month.closed_at).map(|at| w.date(at.date())).unwrap_or_default();
    let mut facts = vec![w.with("months-said-held", &[("day", day.into())])];
    if let Some(minutes) = month.length_minutes {
        let key = if month.is_short() { "months-said-short" } else { "months-said-length" };
        let least = month.minimum_minutes.unwrap_or(0);
        facts.push(w.with(key, &[("minutes", minutes.into()), ("least", least.into())]));
    }
    if let (Some(present), Some(expected)) = (month.present, month.expected) {
        let values = [("present", present.into()), ("expected", expected.into())];
        facts.push(w.with("months-said-attendance", &values));
    }
    if let Some(speakers) = month.speakers {
        facts.push(w.with("months-said-speakers", &[("speakers", speakers.into())]));
    }
    let in_time = month.has_papers_in_time(days_before);
    facts.push(w.t(if in_time { "months-said-papers" } else { "months-said-papers-late" }));
    if let Some((points, grade)) = month.score.zip(month.grade) {
        let values = [("points", w.points(points).into()), ("grade", grade_word(w, grade).into())];
        let key = if month.is_decided() { "months-said-decided" } else { "months-said-scored" };
        facts.push(w.with(key, &values));
    }
    let reported = month.reported_at.is_some();
    facts.push(w.t(if reported { "months-said-reported" } else { "months-said-unreported" }));
    facts
}

/// A grade's word.
pub(super) fn grade_word(w: Words, grade: Grade) -> String {
    w.one_of("quality-grade", grade.as_str())
}

/// A share in hundredths of a percent as a whole percent: 9025 is `90%`.
pub(super) fn whole_percent(w: Words, share: u32) -> String {
    format!("{}%", w.number((share + 50) / 100))
}
