//! A badge proposed for a member, and the steps it has gone: each a fact with its day.

use jiff::civil::Date;
use serde::Serialize;

use super::{BadgeError, BadgeGround, BadgeStep};
use crate::{
    ids::{BadgeProposalId, MemberId, OrganisationId},
    names,
    problems::{Problems, Sentence},
};

/// A step a proposal has gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepTaken {
    /// Which.
    pub step: BadgeStep,
    /// When.
    pub on: Date,
    /// The number of its paper: of the decision, of the badge once awarded; may be empty before.
    pub number: String,
    /// By whom; may be empty.
    pub by: String,
}

/// A badge proposed for a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BadgeProposal {
    /// Its id.
    pub id: BadgeProposalId,
    /// The member.
    pub member: MemberId,
    /// The cell that proposes: the one the member belongs to, or belonged to last.
    pub cell: OrganisationId,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day it is to be given.
    pub day: Date,
    /// The steps taken, in their order; the cell's request is always there.
    pub steps: Vec<StepTaken>,
    /// The day it was withdrawn.
    pub withdrawn_on: Option<Date>,
}

/// What was typed of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepForm {
    /// Which.
    pub step: BadgeStep,
    /// When.
    pub on: Date,
    /// The number of its paper.
    pub number: String,
    /// By whom.
    pub by: String,
}

/// The most letters of a number and of a name.
const MOST_LETTERS: usize = 200;

impl StepForm {
    /// The step, tidied; a decision and an award are refused without a number.
    pub fn check(&self) -> Result<StepTaken, Problems> {
        let short = |text: &str| names::tidy(text).chars().take(MOST_LETTERS).collect::<String>();
        let (number, by) = (short(&self.number), short(&self.by));
        match self.step {
            BadgeStep::Decided if number.is_empty() => {
                Err(Problems::one("number", Sentence::new("decisions-number-missing")))
            }
            BadgeStep::Awarded if number.is_empty() => {
                Err(Problems::one("number", Sentence::new("badges-number-missing")))
            }
            step => Ok(StepTaken { step, on: self.on, number, by }),
        }
    }
}

impl BadgeProposal {
    /// A step that was taken.
    pub fn taken(&self, step: BadgeStep) -> Option<&StepTaken> {
        self.steps.iter().find(|taken| taken.step == step)
    }

    /// The last step taken.
    pub fn last(&self) -> Option<&StepTaken> {
        self.steps.last()
    }

    /// The step to be taken next; none once it is awarded or withdrawn. The base committee's proposal may be left out: some committees
    /// decide on the cells' lists at once.
    pub fn next(&self) -> Option<BadgeStep> {
        if self.withdrawn_on.is_some() {
            return None;
        }
        let last = self.last().map(|taken| taken.step);
        BadgeStep::ALL.iter().copied().find(|step| last.is_none_or(|last| *step > last))
    }

    /// Whether the badge was handed over.
    pub fn is_awarded(&self) -> bool {
        self.withdrawn_on.is_none() && self.taken(BadgeStep::Awarded).is_some()
    }

    /// Whether a step may be taken now; the same one again, too.
    pub fn check_step(&self, step: &StepTaken, today: Date) -> Result<(), BadgeError> {
        if let Some(on) = self.withdrawn_on {
            return Err(BadgeError::Withdrawn { on });
        }
        if self.taken(step.step) == Some(step) {
            return Ok(());
        }
        if step.on > today {
            return Err(BadgeError::ToCome);
        }
        let skips = step.step == BadgeStep::Decided && self.next() == Some(BadgeStep::Proposed);
        if self.next() != Some(step.step) && !skips {
            return Err(BadgeError::NotTheNext { next: self.next() });
        }
        match self.last() {
            Some(last) if step.on < last.on => Err(BadgeError::BeforeTheLast { on: last.on }),
            _ => Ok(()),
        }
    }

    /// Whether it may be withdrawn: not once it was decided.
    pub fn check_withdrawal(&self) -> Result<(), BadgeError> {
        let decided = self.taken(BadgeStep::Decided).or_else(|| self.taken(BadgeStep::Awarded));
        decided.map_or(Ok(()), |taken| Err(BadgeError::Decided { on: taken.on }))
    }
}
