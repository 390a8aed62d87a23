//! Agenda (chương trình sinh hoạt) of a meeting.

use serde::{Deserialize, Serialize};

use super::{Letterhead, Person, Signatory, Sitting};
use crate::meetings::Part;

/// One entry of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaEntry {
    /// Its part of a combined sitting.
    pub part: Part,
    /// Its title.
    pub title: String,
    /// Minutes planned; 0 where none are.
    pub planned_minutes: u32,
    /// Who presents it.
    pub presenter: Option<Person>,
}

/// An agenda to be handed out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The head.
    pub letterhead: Letterhead,
    /// The meeting.
    pub sitting: Sitting,
    /// Who will chair.
    pub chair: Option<Person>,
    /// The entries in order.
    pub entries: Vec<AgendaEntry>,
    /// Who signs, where it is signed at all.
    pub signatory: Option<Signatory>,
}
