//! The way from the ceremony to recognition as an official member: its papers, the cell's vote, the decision, and by when.
//!
//! A step is a fact with a date. Missing papers are shown and stand in nobody's way: the recognition is due whether or not they came, and
//! only the months of probation are a rule that blocks the vote (Điều lệ Đảng, Điều 5).

mod record;
mod step;
mod way;

use jiff::civil::Date;
use serde::Serialize;

use super::{CellVote, Electorate, Tally, settled};
use crate::{
    ids::{LearnerId, MeetingId, MemberId},
    members::life::probation_over,
    rules::{Ruled, Rules},
};

pub use record::{ProbationError, record, undo};
pub use step::ProbationStep;
pub use way::{ProbationStride, next_action, rule_of, way};

/// That a step was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProbationFact {
    /// The step.
    pub step: ProbationStep,
    /// The day it was done; of a certificate the day it was issued.
    pub on: Date,
    /// The number of the paper; may be empty.
    pub number: String,
    /// Who gave it; may be empty.
    pub by: String,
    /// The hands counted, of the vote only.
    pub tally: Option<Tally>,
    /// A note; may be empty.
    pub note: String,
    /// The meeting it is read from, of a vote that was counted there.
    pub meeting: Option<MeetingId>,
    /// The learning it is read from, of a certificate that a class gave.
    pub learner: Option<LearnerId>,
}

impl ProbationFact {
    /// A step done on a day, with nothing else said of it.
    pub const fn on(step: ProbationStep, on: Date) -> Self {
        Self {
            step,
            on,
            number: String::new(),
            by: String::new(),
            tally: None,
            note: String::new(),
            meeting: None,
            learner: None,
        }
    }
}

/// Everything a recognition rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProbationFile {
    /// The member.
    pub member: MemberId,
    /// The day of the ceremony, with which the probation began.
    pub ceremony_on: Date,
    /// Since when the member is official.
    pub official_on: Option<Date>,
    /// What was recorded, one fact a step at the most.
    pub facts: Vec<ProbationFact>,
    /// The cell's votes on the agendas of its meetings, the earliest put first.
    pub votes: Vec<CellVote>,
}

impl ProbationFile {
    /// What was recorded of a step.
    pub fn fact(&self, step: ProbationStep) -> Option<&ProbationFact> {
        self.facts.iter().find(|fact| fact.step == step)
    }

    /// The day the probation is over (statement 33).
    pub fn over_on(&self, rules: &Rules) -> Ruled<Date> {
        probation_over(self.ceremony_on, rules)
    }

    /// The same file with the vote its meeting settled as a step of the way, unless one was entered by hand.
    #[must_use]
    pub fn with_settled_vote(mut self) -> Self {
        if self.fact(ProbationStep::Vote).is_none() {
            let fact = settled(&self.votes).and_then(|vote| {
                let (on, tally, meeting) = (vote.on?, vote.tally(), Some(vote.meeting));
                Some(ProbationFact { tally, meeting, ..ProbationFact::on(ProbationStep::Vote, on) })
            });
            self.facts.extend(fact);
        }
        self
    }
}
