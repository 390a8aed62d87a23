//! What became of what over a span of time: which organisations began, were called otherwise, moved, came out of others and ended,
//! day by day, so that a drawing and a list can say the same.

mod follow;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

use super::Succession;

use crate::{
    ids::OrganisationId,
    organisations::{CellType, OrganisationKind},
    problems::Sentence,
};

/// An organisation by the name it had on the day that is spoken of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Called {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name then.
    pub name: String,
}

/// What happened to an organisation on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It was founded, below another where one is known.
    Founded(Option<Called>),
    /// It came out of others, which went on or ended that day.
    CameOutOf(Vec<Called>),
    /// It was founded in the place of a cell that was raised, and the cell stands below it.
    RaisedFrom(Called),
    /// It got another name.
    Renamed {
        /// The name before.
        before: String,
    },
    /// It got another code.
    Recoded {
        /// The code before.
        before: String,
        /// The code since.
        after: String,
    },
    /// It lives in something else since.
    Retyped {
        /// What it lived in.
        before: Option<CellType>,
        /// What it lives in since.
        after: Option<CellType>,
    },
    /// It came to stand below another.
    Moved {
        /// What it stood below.
        before: Option<Called>,
        /// What it stands below since.
        after: Option<Called>,
    },
    /// It ended, and these took over what it was.
    BecamePartOf(Vec<Called>),
    /// It ended, and nothing took over.
    Dissolved,
}

text_enum! {
    /// What kind of turn it was.
    TurnKind {
        /// It was founded.
        Founded = "founded",
        /// It came out of others.
        CameOut = "came_out",
        /// It was founded in the place of a cell that was raised.
        Raised = "raised",
        /// It got another name.
        Renamed = "renamed",
        /// It got another code.
        Recoded = "recoded",
        /// It lives in something else.
        Retyped = "retyped",
        /// It came to stand below another.
        Moved = "moved",
        /// It ended in others.
        Became = "became",
        /// It ended with nothing after it.
        Dissolved = "dissolved",
    }
}

/// One turn of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The day since when it is so.
    pub on: Date,
    /// Which organisation, by the name it had from then on, or at its end.
    pub organisation: Called,
    /// What happened.
    pub turn: Turn,
}

impl Step {
    /// What kind of turn it was.
    pub const fn kind(&self) -> TurnKind {
        match self.turn {
            Turn::Founded(_) => TurnKind::Founded,
            Turn::CameOutOf(_) => TurnKind::CameOut,
            Turn::RaisedFrom(_) => TurnKind::Raised,
            Turn::Renamed { .. } => TurnKind::Renamed,
            Turn::Recoded { .. } => TurnKind::Recoded,
            Turn::Retyped { .. } => TurnKind::Retyped,
            Turn::Moved { .. } => TurnKind::Moved,
            Turn::BecamePartOf(_) => TurnKind::Became,
            Turn::Dissolved => TurnKind::Dissolved,
        }
    }

    /// The other organisations it speaks of: what it came out of, became, or came to stand below.
    pub fn others(&self) -> Vec<&Called> {
        match &self.turn {
            Turn::CameOutOf(others) | Turn::BecamePartOf(others) => others.iter().collect(),
            Turn::RaisedFrom(other) => vec![other],
            Turn::Founded(parent) => parent.iter().collect(),
            Turn::Moved { before, after } => before.iter().chain(after).collect(),
            Turn::Renamed { .. } | Turn::Recoded { .. } | Turn::Retyped { .. } | Turn::Dissolved => {
                Vec::new()
            }
        }
    }

    /// It in words.
    pub fn sentence(&self) -> Sentence {
        let names = |all: &[Called]| all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let name = |one: &Option<Called>| one.as_ref().map_or_else(|| "–".to_owned(), |one| one.name.clone());
        let said = match &self.turn {
            Turn::Founded(None) => Sentence::new("lineage-founded-above-all"),
            Turn::Founded(Some(parent)) => {
                Sentence::new("lineage-founded").with("parent", parent.name.as_str())
            }
            Turn::CameOutOf(of) => Sentence::new("lineage-came-out").with("others", names(of)),
            Turn::RaisedFrom(cell) => Sentence::new("lineage-raised").with("cell", cell.name.as_str()),
            Turn::Renamed { before } => Sentence::new("lineage-renamed").with("before", before.as_str()),
            Turn::Recoded { before, after } => {
                Sentence::new("lineage-recoded").with("before", before.as_str()).with("after", after.as_str())
            }
            Turn::Retyped { .. } => Sentence::new("lineage-retyped"),
            Turn::Moved { before, after } => {
                Sentence::new("lineage-moved").with("before", name(before)).with("after", name(after))
            }
            Turn::BecamePartOf(into) => Sentence::new("lineage-became").with("others", names(into)),
            Turn::Dissolved => Sentence::new("lineage-dissolved"),
        };
        said.with("name", self.organisation.name.as_str())
    }
}

/// One organisation over the span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strand {
    /// The organisation, by the name it had last in the span.
    pub organisation: Called,
    /// Its code then.
    pub code: String,
    /// Its kind then.
    pub kind: OrganisationKind,
    /// The day it began, if in the span.
    pub began_on: Option<Date>,
    /// The first day it no longer existed, if in the span.
    pub ended_on: Option<Date>,
}

/// What became of what over a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage {
    /// The first day; from the beginning of what is known where none was named.
    pub from: Option<Date>,
    /// The last day; as far as anything is known or planned where none was named.
    pub until: Option<Date>,
    /// The organisations that changed, those that belong together beside each other.
    pub strands: Vec<Strand>,
    /// What happened, day by day, and on a day in the order of the strands.
    pub steps: Vec<Step>,
    /// What came out of what, in the span.
    pub successions: Vec<Succession>,
    /// Organisations that stood there all the time as they stand now.
    pub unchanged: u32,
}
