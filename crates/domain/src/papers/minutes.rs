//! Minutes (biên bản): the full course of a meeting (42-HD II.2.2).

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Letterhead, Person, RollFigures, Score, Sitting, Task, Vote};
use crate::meetings::Part;

/// The minutes of a meeting. Texts that are empty and lists that are empty are left out of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting; `starts_at` is when it was opened.
    pub sitting: Sitting,
    /// When it was closed.
    pub closed_at: Option<DateTime>,
    /// Who chaired.
    pub chair: Option<Person>,
    /// Who took the minutes.
    pub minute_taker: Option<Person>,
    /// Who followed the meeting in order to score it.
    pub tracker: Option<Person>,
    /// The roll.
    pub roll: RollFigures,
    /// Guests.
    pub guests: Vec<Person>,
    /// The superior committee's member who attended.
    pub overseer: Option<Person>,
    /// What was said of the state of dues.
    pub dues: String,
    /// The titles of the agenda as adopted.
    pub agenda: Vec<String>,
    /// The vote on the agenda, where there was one.
    pub agenda_vote: Option<Vote>,
    /// The items in the order they were taken.
    pub items: Vec<ItemRecord>,
    /// The score, where the meeting was scored.
    pub score: Option<Score>,
    /// The vote by which the minutes, read out at the end, were adopted.
    pub adoption: Option<Vote>,
    /// What was added after adoption; nothing before is ever changed.
    pub additions: Vec<Addition>,
    /// Who receives the minutes, where they are sent at all.
    pub recipients: Vec<String>,
}

/// What the minutes say of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRecord {
    /// Its part of a combined sitting.
    pub part: Part,
    /// Its title.
    pub title: String,
    /// Who presented it.
    pub presenter: Option<Person>,
    /// What was presented and how it went.
    pub notes: String,
    /// Remarks, in the order they were made.
    pub remarks: Vec<Statement>,
    /// Motions put to the vote.
    pub motions: Vec<Motion>,
    /// Tasks set.
    pub tasks: Vec<Task>,
    /// The chair's conclusion.
    pub conclusion: String,
}

/// Words of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Who.
    pub by: Person,
    /// What was said; several lines are several paragraphs.
    pub text: String,
}

/// A motion and its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// What was put to the vote.
    pub text: String,
    /// Whether by secret ballot.
    pub secret: bool,
    /// The number the majority is counted against (statement 20).
    pub base: u32,
    /// The fewest that had to agree.
    pub needed: u32,
    /// How many agreed.
    pub agreed: u32,
    /// How many did not.
    pub against: u32,
    /// How many held another view or gave none.
    pub other: u32,
    /// Whether it passed.
    pub passed: bool,
    /// Opinions kept by their holders (Điều lệ Art. 9), word for word.
    pub reserved: Vec<Statement>,
}

impl Motion {
    /// The count as a vote line.
    pub const fn vote(&self) -> Vote {
        Vote { agreed: self.agreed, base: self.base }
    }
}

/// An addition to adopted minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addition {
    /// When.
    pub at: DateTime,
    /// By whom.
    pub by: Person,
    /// What.
    pub text: String,
    /// Why; may be empty.
    #[serde(default)]
    pub reason: String,
}
