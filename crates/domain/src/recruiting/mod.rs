//! Recruiting: outstanding people on a cell's list, and the way of each to admission, step by step.
//!
//! A step is a fact with a date, never a state to be kept in step. What is done, next, missing or blocked on a day follows from the
//! facts and the rules of that day.

mod cell_vote;
mod certificate;
mod due;
mod fact;
mod neglect;
mod obstacle;
mod person;
pub mod probation;
mod record;
mod refused;
mod step;
#[cfg(test)]
mod tests;
mod way;

use jiff::civil::Date;
use serde::Serialize;

use crate::ids::{CandidateId, MemberId, OrganisationId};

pub use cell_vote::{CellVote, VotedOn, settled};
pub use certificate::ClassCertificate;
pub use due::{Due, Reminder, ceremony_due, certificate_ends, member_cv_due, recognition_due, reminder};
pub use fact::{Fact, FactDraft, Field, Tally};
pub use neglect::{CellYear, Neglect, neglected};
pub use obstacle::{Obstacle, ObstacleKind, introducers_needed, obstacles};
pub use person::{PersonDraft, Schooling};
pub use record::{Electorate, check_new_helper, check_new_introducer, record, undo};
pub use refused::RecordError;
pub use step::{Phase, Step};
pub use way::{StepState, Stride, Summary, next_action, phases, rule_of, summary, way};

/// Who an outstanding person is: what the cell needs to know to recruit, and no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Family, middle and given name.
    pub name: String,
    /// Sex.
    pub sex: crate::members::Sex,
    /// Date of birth.
    pub born_on: Date,
    /// Where the person works or studies; may be empty.
    pub workplace: String,
    /// Where the person lives; may be empty.
    pub residence: String,
    /// Whether the person is in the youth union (Đoàn viên).
    pub youth_union: bool,
    /// The highest schooling completed.
    pub schooling: Schooling,
    /// Anything else the cell wants to remember; may be empty.
    pub note: String,
}

/// That a person was taken off the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// When.
    pub on: Date,
    /// Why.
    pub reason: String,
}

/// An outstanding person (quần chúng ưu tú) on a cell's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The id.
    pub id: CandidateId,
    /// The cell whose list it is.
    pub cell: OrganisationId,
    /// Who it is.
    pub person: Person,
    /// Since when on the list.
    pub listed_on: Date,
    /// By which resolution of the cell, as papers cite it; may be empty.
    pub listed_by: String,
    /// That the person was taken off the list.
    pub dropped: Option<Dropped>,
    /// The member the person became with the ceremony.
    pub member: Option<MemberId>,
}

impl Candidate {
    /// Whether the person is on the list: neither dropped nor admitted.
    pub const fn is_listed(&self) -> bool {
        self.dropped.is_none() && self.member.is_none()
    }
}

text_enum! {
    /// How a member stands to a candidate's cell on a day, for helping and introducing.
    Fitness {
        /// An official member within the candidate's base organisation.
        Official = "official",
        /// In the base organisation, and not official.
        NotOfficial = "not_official",
        /// In no cell of the base organisation.
        Elsewhere = "elsewhere",
    }
}

/// The official member who helps a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Helper {
    /// The member.
    pub member: MemberId,
    /// Since when.
    pub from_on: Date,
    /// Until when, where another followed.
    pub to_on: Option<Date>,
    /// How the member stands on the day the file is judged.
    pub fitness: Fitness,
}

/// A member who introduces a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Introducer {
    /// The member.
    pub member: MemberId,
    /// The day of the letter of introduction.
    pub introduced_on: Date,
    /// Since when together with the candidate in the same base organisation.
    pub together_from: Date,
    /// How the member stands on the day the file is judged.
    pub fitness: Fitness,
}

/// A candidate's file: everything a judgement rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct File {
    /// The candidate.
    pub candidate: Candidate,
    /// The members who help or helped, oldest first; the last may be open.
    pub helpers: Vec<Helper>,
    /// Who introduces, earliest first.
    pub introducers: Vec<Introducer>,
    /// What was recorded, one fact a step at the most; the vote of a meeting is one of them once its minutes are adopted.
    pub facts: Vec<Fact>,
    /// The cell's votes on the agendas of its meetings, the earliest put first; not those that were withdrawn or called off.
    pub votes: Vec<CellVote>,
}

impl File {
    /// What was recorded of a step.
    pub fn fact(&self, step: Step) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.step == step)
    }

    /// The same, if it had been done by that day.
    pub fn fact_by(&self, step: Step, day: Date) -> Option<&Fact> {
        self.fact(step).filter(|fact| fact.on <= day)
    }

    /// The same file with the vote its meeting settled as a step of the way, unless one was entered by hand.
    #[must_use]
    pub fn with_settled_vote(mut self) -> Self {
        if self.fact(Step::Vote).is_none() {
            let fact = settled(&self.votes).and_then(|vote| {
                let (on, tally, meeting) = (vote.on?, vote.tally(), Some(vote.meeting));
                Some(Fact { tally, meeting, ..Fact::on(Step::Vote, on) })
            });
            self.facts.extend(fact);
        }
        self
    }

    /// Who helps now.
    pub fn helper(&self) -> Option<&Helper> {
        self.helpers.iter().rfind(|helper| helper.to_on.is_none())
    }

    /// The day the file is judged on: that of the cell's vote once it was taken, else `today`.
    pub fn judged_on(&self, today: Date) -> Date {
        self.fact(Step::Vote).map_or(today, |vote| vote.on)
    }
}
