//! The way to recognition on a day: each step done, next, missing or later, with the rule it rests on and its due day.

use jiff::civil::Date;
use serde::Serialize;

use super::{ProbationFile, ProbationStep};
use crate::{
    recruiting::{Due, StepState, recognition_due},
    rules::{Ruled, Rules},
};

/// A step as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProbationStride {
    /// The step.
    pub step: ProbationStep,
    /// How it stands; never blocked.
    pub state: StepState,
    /// The day it was done.
    pub on: Option<Date>,
    /// Its last day in time, while it is not done: of the vote and the decision.
    pub due: Option<Due>,
    /// The rule it rests on.
    pub rule: Ruled<()>,
}

/// The rule a step rests on.
pub fn rule_of(step: ProbationStep, rules: &Rules) -> Ruled<()> {
    match step {
        ProbationStep::Vote => rules.recognition_majority().map(drop),
        ProbationStep::Decision => rules.recognition_working_days().map(drop),
        _ => rules.recognition_papers().map(drop),
    }
}

/// Every step as it stands today, in the order of the file. Papers are wanted from the day the probation is over; before it the first
/// that is not there is the next thing to do (statements 32 and 33).
pub fn way(file: &ProbationFile, today: Date, rules: &Rules) -> Vec<ProbationStride> {
    let is_over = file.over_on(rules).value <= today;
    let voted = file.fact(ProbationStep::Vote).is_some();
    let stride = |step: &ProbationStep| {
        let on = match step {
            ProbationStep::Decision => file.official_on,
            step => file.fact(*step).map(|fact| fact.on),
        };
        let state = match (*step, on) {
            (_, Some(_)) => StepState::Done,
            (step, None) if step.is_paper() && (is_over || voted) => StepState::Missing,
            _ => StepState::Later,
        };
        let has_term = !step.is_paper() && on.is_none();
        let due = has_term.then(|| Due::of(recognition_due(file.ceremony_on, rules), today));
        ProbationStride { step: *step, state, on, due, rule: rule_of(*step, rules) }
    };
    let mut strides: Vec<ProbationStride> = ProbationStep::ALL.iter().map(stride).collect();
    let can = |step: ProbationStep| match step {
        ProbationStep::Vote => is_over,
        ProbationStep::Decision => voted,
        _ => true,
    };
    if let Some(next) = strides.iter_mut().find(|one| one.state == StepState::Later && can(one.step)) {
        next.state = StepState::Next;
    }
    strides
}

/// The one step to be seen to: the next, else the first that is missing; `None` where nothing is left to do.
pub fn next_action(strides: &[ProbationStride]) -> Option<&ProbationStride> {
    let of = |state: StepState| strides.iter().find(|stride| stride.state == state);
    of(StepState::Next).or_else(|| of(StepState::Missing))
}
