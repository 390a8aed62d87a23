//! What a paper says: the plain facts of minutes, resolutions, invitations, lists and rolls, before any is drawn.
//!
//! A paper is a snapshot. Names, offices and figures are written out as they stood on the day, so that a paper printed
//! again years later says the same. Nothing here knows fonts, pages or files: `nennep-documents` draws these structs.

use serde::{Deserialize, Serialize};

use crate::rules::Rules;

pub mod agenda;
pub mod candidate;
pub mod document;
pub mod invitation;
pub mod layout;
pub mod letterhead;
pub mod minutes;
pub mod naming;
pub mod people;
mod probation;
pub mod resolution;
pub mod roll;
pub mod score;
pub mod work;

pub use agenda::{Agenda, AgendaEntry};
pub use candidate::{
    CandidatePaper, CandidatePaperType, InPaper, Introduction, NamedCandidate, OpinionGiven, OpinionSummary,
    Proposal,
};
pub use document::{DocumentType, IssueError};
pub use invitation::{Invitation, ToPrepare};
pub use layout::{Grounds, Layout, Margins, Spelling};
pub use letterhead::{Letterhead, Mark, Number, Urgency};
pub use minutes::{Addition, ItemRecord, Minutes, Motion, Statement};
pub use people::{Absence, Person, RollFigures, Signatory, SigningOffice};
pub use probation::{ProbationPaper, ProbationPaperType};
pub use resolution::{
    Duty, Fault, LastMonth, NextMonth, Opinions, Rating, Resolution, TaskResult, months_spoken_of,
};
pub use roll::{AttendanceLine, AttendanceList, BlankRoll, RollLine};
pub use score::{Score, ScoreLine, Stages};
pub use work::{Sitting, Task, Vote};

text_enum! {
    /// A paper of a meeting that the program makes.
    PaperType {
        /// Minutes (biên bản).
        Minutes = "minutes",
        /// Resolution (nghị quyết).
        Resolution = "resolution",
        /// Invitation (giấy mời).
        Invitation = "invitation",
        /// Attendance list with signatures (danh sách dự sinh hoạt).
        Attendance = "attendance",
        /// Agenda (chương trình sinh hoạt).
        Agenda = "agenda",
        /// Blank roll, filled in by hand where there is no machine, and typed back later.
        Roll = "roll",
    }
}

impl PaperType {
    /// The type's sign inside a number, e.g. `NQ` in `05-NQ/CB`; `None` for papers that carry no number. The rules fix no
    /// sign for invitations (05-HD/VPTW): whether they are numbered, and by what sign, is the committee's own.
    pub fn sign(self, rules: &Rules) -> Option<String> {
        match self {
            Self::Minutes | Self::Resolution => rules.type_sign(self.as_str()).map(|sign| sign.value),
            Self::Invitation => rules.invitation_numbered().value.then(|| rules.invitation_sign().value),
            Self::Attendance | Self::Agenda | Self::Roll => None,
        }
    }
}

/// A paper of any type, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    /// Minutes.
    Minutes(Box<Minutes>),
    /// Resolution.
    Resolution(Box<Resolution>),
    /// Invitation.
    Invitation(Box<Invitation>),
    /// Attendance list.
    Attendance(Box<AttendanceList>),
    /// Agenda.
    Agenda(Box<Agenda>),
    /// Blank roll.
    Roll(Box<BlankRoll>),
}

impl Content {
    /// Its type.
    pub const fn paper_type(&self) -> PaperType {
        match self {
            Self::Minutes(_) => PaperType::Minutes,
            Self::Resolution(_) => PaperType::Resolution,
            Self::Invitation(_) => PaperType::Invitation,
            Self::Attendance(_) => PaperType::Attendance,
            Self::Agenda(_) => PaperType::Agenda,
            Self::Roll(_) => PaperType::Roll,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rules::tests::national;

    #[test]
    fn numbered_papers_have_a_sign_and_lists_have_none() {
        let rules = national().on(date(2026, 11, 5));
        let signs: Vec<_> = PaperType::ALL.iter().filter_map(|paper| paper.sign(&rules)).collect();
        assert_eq!(signs, ["BB", "NQ", "GM"]);
        assert_eq!("resolution".parse(), Ok(PaperType::Resolution));
    }
}
