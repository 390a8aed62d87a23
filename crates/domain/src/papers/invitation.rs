//! Invitation (giấy mời) to a meeting.

use serde::{Deserialize, Serialize};

use super::{AgendaEntry, Letterhead, Person, Signatory, Sitting};

/// An invitation to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting.
    pub sitting: Sitting,
    /// Who is invited; `None` leaves a line for the name.
    pub invited: Option<Person>,
    /// How long it is planned to last, in minutes.
    pub length_minutes: Option<u32>,
    /// Who will chair.
    pub chair: Option<Person>,
    /// What is on the agenda.
    pub agenda: Vec<AgendaEntry>,
    /// What the invited prepares, one a point.
    pub prepare: Vec<ToPrepare>,
    /// Papers sent along or posted, one a point.
    pub papers: Vec<String>,
    /// Whom to tell when one cannot come.
    pub contact: Option<Person>,
    /// Who receives it beside the invited; the archive line is added by itself.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signatory: Option<Signatory>,
}

/// What an invited person prepares (42-HD II.2.2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ToPrepare {
    /// The self-review of the tasks one was given, and one's remarks: what every member prepares.
    SelfReview,
    /// The report on a task.
    Report(String),
    /// The presentation of an item.
    Present(String),
    /// Anything else, in these words.
    Other(String),
}
