//! The steps of a rating. Of a vote only totals are kept: no voter is linked to a choice (statement 24).

use jiff::civil::Date;
use serde::Serialize;

use super::{Level, OpinionSource, StepKind, TaskCount};
use crate::{
    ids::{AccountId, MemberId, OrganisationId, RatingRoundId, RatingStepId},
    problems::{Citation, Problems, Sentence},
    rules::{Hundredths, Rules},
    time::Instant,
};

/// The totals of the cell's secret vote on one rating.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Ballots {
    /// Ballots issued.
    pub issued: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Of these, valid.
    pub valid: u32,
    /// For excellent.
    pub excellent: u32,
    /// For good.
    pub good: u32,
    /// For completed.
    pub completed: u32,
    /// For not fulfilled.
    pub failed: u32,
}

impl Ballots {
    /// How many were for this level.
    pub const fn of(&self, level: Level) -> u32 {
        match level {
            Level::Excellent => self.excellent,
            Level::Good => self.good,
            Level::Completed => self.completed,
            Level::Failed => self.failed,
        }
    }

    /// What is wrong with totals among so many official members.
    pub(super) fn check(&self, official: u32, problems: &mut Problems) {
        if self.issued == 0 {
            problems.add("issued", Sentence::new("ratings-issued-missing"));
        } else if self.issued > official {
            let sentence = Sentence::new("ratings-issued-too-many").with("official", official);
            problems.add("issued", sentence);
        }
        if self.returned > self.issued {
            problems.add("returned", Sentence::new("ratings-returned-too-many").with("issued", self.issued));
        }
        if self.valid > self.returned {
            problems.add("valid", Sentence::new("ratings-valid-too-many").with("returned", self.returned));
        }
        let sum = Level::ALL.iter().map(|level| self.of(*level)).fold(0, u32::saturating_add);
        if sum != self.valid {
            let sentence =
                Sentence::new("ratings-votes-unbalanced").with("sum", sum).with("valid", self.valid);
            problems.add("votes", sentence);
        }
    }

    /// What to say where the proposed level did not get the majority of all official members: no rule names a majority for
    /// ratings, so it is told and not refused.
    pub fn short_of(&self, level: Level, official: u32, rules: &Rules) -> Option<(Sentence, Citation)> {
        let majority = rules.resolution_majority();
        let needed = majority.value.needed(official);
        (self.of(level) < needed).then(|| {
            let sentence = Sentence::new("ratings-vote-short")
                .with("votes", self.of(level))
                .with("official", official)
                .with("needed", needed);
            (sentence, majority.citation)
        })
    }
}

/// What a step says; what a kind of step does not have is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StepBody {
    /// The level rated, proposed or decided; a decision without one leaves out with a reason.
    pub level: Option<Level>,
    /// The points.
    pub points: Option<Hundredths>,
    /// The tasks as they were counted then.
    pub tasks: Option<TaskCount>,
    /// The cell's vote.
    pub ballots: Option<Ballots>,
    /// Words: what was done well, the opinion, the reason, the answer.
    pub text: String,
    /// Faults and their causes, of a self-rating.
    pub faults: String,
    /// The number of the decision; who gives the opinion.
    pub number: String,
}

/// A step that was taken, for one member or for the cell itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Its id.
    pub id: RatingStepId,
    /// The round.
    pub round: RatingRoundId,
    /// The cell.
    pub cell: OrganisationId,
    /// The member; none where the cell itself is rated.
    pub member: Option<MemberId>,
    /// Which step.
    pub kind: StepKind,
    /// Whose opinion it is.
    pub source: Option<OpinionSource>,
    /// The day.
    pub on: Date,
    /// What it says.
    pub body: StepBody,
    /// When it was entered.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
}
