//! Totals of many cells' months: what the committee reads below a column and beside a block. Averages are of cells, so
//! that a large cell does not hide a small one; what was not held counts for nothing but the share that met.

use serde::Serialize;

use super::CellMonth;
use crate::{quality::Grade, time::Month};

/// What many cells' months add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Cells counted.
    pub cells: u32,
    /// Of them, those that held the month's routine meeting.
    pub met: u32,
    /// Of those that met, meetings shorter than asked for.
    pub short: u32,
    /// Of those that met, with the agenda papers posted in time.
    pub papers_in_time: u32,
    /// Of those that met, reported.
    pub reported: u32,
    /// Of those that met, with the grade decided.
    pub decided: u32,
    /// Cells by grade: good, fair, average, poor.
    pub grades: [u32; 4],
    attendance: Mean,
    speaking: Mean,
    length: Mean,
    score: Mean,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
struct Mean {
    sum: u64,
    count: u32,
}

impl Mean {
    fn add(&mut self, value: Option<u32>) {
        if let Some(value) = value {
            self.sum += u64::from(value);
            self.count += 1;
        }
    }

    fn value(self) -> Option<u32> {
        u32::try_from(self.sum.checked_div(u64::from(self.count))?).ok()
    }
}

impl Totals {
    /// Adds one cell's month; `days_before`: how early the rules of the month ask for the papers.
    pub fn add(&mut self, month: &CellMonth, days_before: Option<u32>) {
        self.cells += 1;
        self.met += u32::from(month.is_met());
        if month.is_met() {
            self.short += u32::from(month.is_short());
            self.papers_in_time += u32::from(month.has_papers_in_time(days_before));
            self.reported += u32::from(month.reported_at.is_some());
            self.decided += u32::from(month.is_decided());
            self.attendance.add(month.attendance());
            self.speaking.add(month.speaking());
            self.length.add(month.length_minutes);
        }
        self.score.add(month.score);
        if let Some(grade) = month.grade {
            self.grades[grade_place(grade)] += 1;
        }
    }

    /// The totals of these months; `days_before` gives how early the rules of a month ask for the papers.
    pub fn of<'a>(
        months: impl IntoIterator<Item = &'a CellMonth>,
        days_before: impl Fn(Month) -> Option<u32>,
    ) -> Self {
        months.into_iter().fold(Self::default(), |mut totals, month| {
            totals.add(month, days_before(month.month));
            totals
        })
    }

    /// Average attendance of the cells that met, in hundredths of a percent.
    pub fn attendance(&self) -> Option<u32> {
        self.attendance.value()
    }

    /// Average share of attendees who spoke, in hundredths of a percent.
    pub fn speaking(&self) -> Option<u32> {
        self.speaking.value()
    }

    /// Average length of the meetings, in minutes.
    pub fn length_minutes(&self) -> Option<u32> {
        self.length.value()
    }

    /// Average score, in hundredths.
    pub fn score(&self) -> Option<u32> {
        self.score.value()
    }

    /// Cells with this grade.
    pub fn of_grade(&self, grade: Grade) -> u32 {
        self.grades[grade_place(grade)]
    }
}

const fn grade_place(grade: Grade) -> usize {
    match grade {
        Grade::Good => 0,
        Grade::Fair => 1,
        Grade::Average => 2,
        Grade::Poor => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::OrganisationId, time::Instant};
    use uuid::Uuid;

    fn held(present: u32, speakers: u32, grade: Grade) -> CellMonth {
        let at = Instant::from_local(jiff::civil::date(2026, 11, 5).at(21, 0, 0, 0));
        CellMonth {
            closed_at: Some(at),
            length_minutes: Some(80),
            minimum_minutes: Some(90),
            expected: Some(10),
            present: Some(present),
            speakers: Some(speakers),
            attendees: Some(present),
            score: Some(9_000),
            grade: Some(grade),
            ..CellMonth::empty(OrganisationId(Uuid::nil()), Month::new(2026, 11).unwrap())
        }
    }

    #[test]
    fn totals_average_cells_and_count_the_rest() {
        let missed = CellMonth::empty(OrganisationId(Uuid::nil()), Month::new(2026, 11).unwrap());
        let months = [held(10, 5, Grade::Good), held(5, 1, Grade::Fair), missed];
        let totals = Totals::of(&months, |_| None);
        assert_eq!((totals.cells, totals.met, totals.short), (3, 2, 2));
        assert_eq!(totals.attendance(), Some(7_500));
        assert_eq!(totals.speaking(), Some(3_500));
        assert_eq!((totals.length_minutes(), totals.score()), (Some(80), Some(9_000)));
        assert_eq!((totals.of_grade(Grade::Good), totals.of_grade(Grade::Poor)), (1, 0));
    }

    #[test]
    fn statement_5_papers_count_as_in_time_by_the_rule_of_their_month() {
        let at = |day, hour| Instant::from_local(jiff::civil::date(2026, 11, day).at(hour, 0, 0, 0));
        let posted =
            |papers_at| CellMonth { starts_at: Some(at(5, 19)), papers_at, ..held(10, 5, Grade::Good) };
        let months = [posted(Some(at(4, 19))), posted(Some(at(4, 20))), posted(None)];
        assert_eq!(Totals::of(&months, |_| Some(1)).papers_in_time, 1);
        assert_eq!(Totals::of(&months, |_| None).papers_in_time, 2, "no rule asks how early");
    }

    #[test]
    fn nothing_has_no_average() {
        assert_eq!(Totals::default().attendance(), None);
        assert_eq!(Totals::default().score(), None);
    }
}
