//! The way to admission on a day: each step done, next, missing, blocked or later, with the rule it rests on and its due day.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    Due, File, Fitness, Obstacle, Phase, Step,
    due::due_of,
    obstacle::{ObstacleKind, obstacles},
};
use crate::rules::{Ruled, Rules};

text_enum! {
    /// How a step stands on a day.
    StepState {
        /// It was done.
        Done = "done",
        /// It is the next to do.
        Next = "next",
        /// It is not there, though the file is being made or a later step was done.
        Missing = "missing",
        /// What was recorded is against a rule.
        Blocked = "blocked",
        /// It comes later.
        Later = "later",
        /// This candidate does without it.
        NotNeeded = "not_needed",
    }
}

/// A step as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stride {
    /// The step.
    pub step: Step,
    /// How it stands.
    pub state: StepState,
    /// The day it was done.
    pub on: Option<Date>,
    /// Its last day in time, where it has one that still matters.
    pub due: Option<Due>,
    /// What stands against the vote and belongs to this step.
    pub obstacles: Vec<Obstacle>,
    /// The rule it rests on.
    pub rule: Ruled<()>,
}

/// The rule a step rests on.
pub fn rule_of(step: Step, rules: &Rules) -> Ruled<()> {
    match step {
        Step::Helper => rules.candidate_helper().map(drop),
        Step::Certificate => rules.class_certificate_months().map(drop),
        Step::Application | Step::Cv => rules.application_before_cv().map(drop),
        Step::Seal => rules.cv_sealed_before_check().map(drop),
        Step::Check | Step::Comment => rules.cv_checked_before_comment().map(drop),
        Step::Introductions => rules.introducer_months().map(drop),
        Step::YouthUnion => rules.introducers_with_youth_union().map(drop),
        Step::Associations | Step::Residence => rules.candidate_opinions().map(drop),
        Step::Consent => rules.candidate_age_to().map(drop),
        Step::Vote => rules.admission_majority().map(drop),
        Step::Decision => rules.delegated_admission_majority().map(drop),
        Step::Ceremony => rules.ceremony_working_days().map(drop),
        Step::MemberCv => rules.cv_working_days().map(drop),
    }
}

/// Every step of the way as it stands today, in the order of the file. After the cell's vote the steps before it are no longer judged.
pub fn way(file: &File, today: Date, rules: &Rules) -> Vec<Stride> {
    let against = if file.fact(Step::Vote).is_some() { Vec::new() } else { obstacles(file, today, rules) };
    let of =
        |step: Step| -> Vec<Obstacle> { against.iter().filter(|one| one.step == step).cloned().collect() };
    let mut strides: Vec<Stride> = Step::ALL
        .iter()
        .map(|step| {
            let on = done_on(file, *step);
            let obstacles = of(*step);
            let blocked = obstacles.iter().any(|one| one.kind.blocks());
            let fact = |step: Step| file.fact(step).cloned();
            let matters = on.is_none() || *step == Step::Certificate && file.fact(Step::Vote).is_none();
            let due = if matters { due_of(*step, &fact, today, rules) } else { None };
            let state = match (is_needed(file, *step, &obstacles, rules), blocked, on) {
                (false, ..) => StepState::NotNeeded,
                (true, true, _) => StepState::Blocked,
                (true, false, Some(_)) => StepState::Done,
                (true, false, None) => StepState::Later,
            };
            Stride { step: *step, state, on, due, obstacles, rule: rule_of(*step, rules) }
        })
        .collect();
    if file.candidate.dropped.is_none() {
        open(file, &mut strides, against.is_empty());
    }
    strides
}

/// Whether this candidate goes that step. What was recorded is shown in any case.
fn is_needed(file: &File, step: Step, obstacles: &[Obstacle], rules: &Rules) -> bool {
    let recorded = file.fact(step).is_some();
    let checked_without = file.fact(Step::Check).is_some_and(|check| check.waived);
    recorded
        || match step {
            Step::YouthUnion => file.candidate.person.youth_union,
            Step::Consent => obstacles.iter().any(|one| one.kind == ObstacleKind::TooOld),
            Step::Seal => rules.cv_sealed_before_check().value && !checked_without,
            Step::Associations | Step::Residence => rules.candidate_opinions().value,
            Step::Helper => rules.candidate_helper().value,
            _ => true,
        }
}

/// The day a step was done; `None` while it is not, or not wholly.
fn done_on(file: &File, step: Step) -> Option<Date> {
    match step {
        Step::Helper => {
            let kept = file.helper().filter(|helper| helper.fitness == Fitness::Official);
            // Who was admitted needs no help any more to count as helped.
            let last = if file.candidate.member.is_some() { file.helpers.last() } else { kept };
            last.map(|helper| helper.from_on)
        }
        Step::Introductions => file.introducers.iter().map(|one| one.introduced_on).max(),
        _ => file.fact(step).map(|fact| fact.on),
    }
}

/// Says of the steps that are not done which one is next, and which are missing.
fn open(file: &File, strides: &mut [Stride], can_vote: bool) {
    let has = |step: Step| file.fact(step).is_some();
    let begun = has(Step::Application);
    let voted = has(Step::Vote);
    for stride in &mut *strides {
        let too_few = stride.obstacles.iter().any(|one| one.kind == ObstacleKind::Missing);
        if stride.state == StepState::Done && too_few {
            stride.state = StepState::Later;
        }
    }
    let last_done = strides.iter().rposition(|stride| stride.state == StepState::Done);
    let first = strides.iter().position(|stride| {
        let can = match stride.step {
            Step::Seal | Step::Check => has(Step::Cv),
            Step::Cv => begun,
            Step::Comment => has(Step::Check),
            Step::Vote => can_vote,
            Step::Decision => voted,
            Step::Ceremony => has(Step::Decision),
            Step::MemberCv => has(Step::Ceremony),
            _ => !voted,
        };
        stride.state == StepState::Later && can
    });
    for (n, stride) in strides.iter_mut().enumerate().filter(|(_, stride)| stride.state == StepState::Later) {
        let skipped = last_done.is_some_and(|last| n < last);
        let wanted = stride.step.is_before_vote() && (begun || skipped);
        if first == Some(n) {
            stride.state = StepState::Next;
        } else if wanted {
            stride.state = StepState::Missing;
        }
    }
}

/// The one step to be seen to: the first before the vote that is blocked, else the next, else whatever stands against the vote;
/// `None` where nothing is left to do.
pub fn next_action(strides: &[Stride]) -> Option<&Stride> {
    let of = |state: StepState| strides.iter().find(|stride| stride.state == state);
    let blocked = of(StepState::Blocked);
    blocked.filter(|stride| stride.step.is_before_vote()).or_else(|| of(StepState::Next)).or(blocked)
}

/// The stretches of the way, each as its steps stand: blocked or missing before next, done only if all are.
pub fn phases(strides: &[Stride]) -> Vec<(Phase, StepState)> {
    let of = |phase: &Phase| {
        let within: Vec<StepState> = strides
            .iter()
            .filter(|stride| stride.step.phase() == *phase)
            .map(|stride| stride.state)
            .collect();
        let any = |state: StepState| within.contains(&state);
        let state = if any(StepState::Blocked) {
            StepState::Blocked
        } else if any(StepState::Next) {
            StepState::Next
        } else if any(StepState::Missing) {
            StepState::Missing
        } else if any(StepState::Later) {
            StepState::Later
        } else {
            StepState::Done
        };
        (*phase, state)
    };
    Phase::ALL.iter().map(of).collect()
}

/// A file in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The one step to be seen to.
    pub next: Option<Step>,
    /// Whether something recorded is against a rule.
    pub blocked: bool,
    /// How many steps are missing.
    pub missing: u32,
    /// How many steps were done.
    pub done: u32,
    /// How many there are for this candidate.
    pub needed: u32,
    /// The earliest due day, with its step.
    pub due: Option<(Step, Due)>,
}

/// A file in one line, from its way.
pub fn summary(strides: &[Stride]) -> Summary {
    let count = |state: StepState| strides.iter().filter(|stride| stride.state == state).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let due = strides.iter().filter_map(|stride| Some((stride.step, stride.due.clone()?)));
    Summary {
        next: next_action(strides).map(|stride| stride.step),
        blocked: count(StepState::Blocked) > 0,
        missing: number(count(StepState::Missing)),
        done: number(count(StepState::Done)),
        needed: number(strides.len() - count(StepState::NotNeeded)),
        due: due.min_by_key(|(_, due)| due.on),
    }
}
