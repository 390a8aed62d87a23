//! A month's resolution (nghị quyết) in the frame of 42-HD II.3.1.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Letterhead, Number, Signatory, Sitting, Statement, Task, Vote};
use crate::{quality::Grade, tasks::TaskState, time::Month};

/// A month's resolution. Texts and lists that are empty are left out of the paper; its four sections always stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting that passed it.
    pub sitting: Sitting,
    /// What it rests on, each without the word "Căn cứ" and without its closing mark.
    pub grounds: Vec<String>,
    /// I: the month that ends.
    pub last: LastMonth,
    /// II: the month that comes.
    pub next: NextMonth,
    /// III: assignment and execution, one entry a point.
    pub execution: Vec<String>,
    /// IV: points in hundredths and the grade the cell gave its meeting.
    pub rating: Option<Rating>,
    /// The vote that passed it.
    pub vote: Option<Vote>,
    /// Who receives it; the archive line is added by itself.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signatory: Option<Signatory>,
    /// The appendix: every opinion of the meeting, item by item. Left out where empty.
    pub opinions: Vec<Opinions>,
}

/// The opinions on one item of the meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinions {
    /// The item's title.
    pub item: String,
    /// The opinions in the order they were given.
    pub statements: Vec<Statement>,
    /// Opinions reserved in a vote on it (Điều lệ Art. 9), word for word.
    pub reserved: Vec<Statement>,
}

/// The cell's own rating of its meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Points, in hundredths.
    pub points: u32,
    /// The most the rubric gives, in hundredths; `None` where the rubric is not known any more.
    pub max: Option<u32>,
    /// The grade.
    pub grade: Grade,
    /// Faults of the meeting and how they are to be remedied; may be empty.
    pub remedies: String,
}

/// Section I.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastMonth {
    /// The month.
    pub month: Month,
    /// Politics and ideology: news, new papers, members' thinking, public opinion.
    pub politics: String,
    /// The political task by the cell's type, head by head; a head without title is plain text.
    pub duties: Vec<Duty>,
    /// The previous resolution, with its day, where there was one.
    pub previous: Option<(Number, Date)>,
    /// The tasks of the previous resolution.
    pub tasks: Vec<TaskResult>,
    /// Praise and reminders, one a point.
    pub praise: Vec<String>,
    /// Faults and their causes.
    pub faults: Vec<Fault>,
}

/// One head of the political task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// The head, e.g. `Phát triển kinh tế, giữ gìn an ninh trật tự`; may be empty.
    pub title: String,
    /// What was done.
    pub text: String,
}

/// One task of the previous resolution: how it stood when the month began and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskResult {
    /// The task.
    pub task: String,
    /// Who led it.
    pub lead: String,
    /// How it stood at the start of the month.
    pub state: TaskState,
    /// Until when it was to be done.
    pub due_on: Option<Date>,
    /// What came of it.
    pub result: String,
    /// How much of it is done, 0 to 100.
    pub done_percent: Option<u8>,
}

/// A fault and its cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The fault.
    pub text: String,
    /// Its cause; may be empty.
    pub cause: String,
}

/// The month a meeting looks back on and the month it plans: one held in the first days of a month, up to `until_day`,
/// looks back on the month before and plans the month that runs; a later one looks back on the month that ends and plans
/// the next.
pub fn months_spoken_of(held_on: Date, until_day: u32) -> (Month, Month) {
    let month = Month::of(held_on);
    if u32::from(held_on.day().unsigned_abs()) <= until_day {
        (month.plus(-1), month)
    } else {
        (month, month.plus(1))
    }
}

/// Section II.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMonth {
    /// The month.
    pub month: Month,
    /// Direction and focus.
    pub direction: String,
    /// The tasks.
    pub tasks: Vec<Task>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn early_meetings_look_back_on_the_month_before() {
        let of = |day| months_spoken_of(day, 15);
        let month = |year, n| Month::new(year, n).unwrap();
        assert_eq!(of(date(2026, 1, 5)), (month(2025, 12), month(2026, 1)));
        assert_eq!(of(date(2026, 11, 15)), (month(2026, 10), month(2026, 11)));
        assert_eq!(of(date(2026, 12, 16)), (month(2026, 12), month(2027, 1)));
    }
}
