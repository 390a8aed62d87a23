//! A month's resolution (nghị quyết) in the frame of 42-HD II.3.1.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Letterhead, Number, Signatory, Sitting, Task, Vote};
use crate::time::Month;

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
}

/// The cell's own rating of its meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    /// Points, in hundredths.
    pub points: u32,
    /// The most the rubric gives, in hundredths.
    pub max: u32,
    /// The grade, e.g. `Tốt`.
    pub grade: String,
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
    /// The political task by the cell's type, head by head.
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
    /// The head, e.g. `Phát triển kinh tế, giữ gìn an ninh trật tự`.
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
    pub state_at_start: String,
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

/// Section II.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMonth {
    /// The month.
    pub month: Month,
    /// Politics and ideology.
    pub politics: String,
    /// The tasks.
    pub tasks: Vec<Task>,
}
