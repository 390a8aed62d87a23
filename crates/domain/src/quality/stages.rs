//! The four stages in which a score is settled: proposed by whoever tracks the meeting, agreed by the cell committee, voted
//! by the cell, decided by the direct superior. All are kept; what changes between them needs a reason (statement 16).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    Grade,
    rubric::{Criterion, Rubric, Scorer},
    sheet::{Basis, Points, Scope, Sheet},
    stage::Stage,
    stage_error::{StageError, StageErrors},
};
use crate::{
    meetings::Done,
    rules::{Hundredths, Rules},
};

/// Points as they stood at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StagePoints {
    /// The stage.
    pub stage: Stage,
    /// Who scored; proposals only.
    pub scorer: Option<Scorer>,
    /// The points of every item.
    pub points: Points,
    /// Why items were changed from the stage before, by item.
    pub reasons: BTreeMap<String, String>,
    /// The points in all.
    pub total: Hundredths,
    /// The grade they give.
    pub grade: Grade,
    /// When and by which account.
    pub done: Done,
}

/// Points to be entered at a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageEntry {
    /// The stage.
    pub stage: Stage,
    /// Who scores; proposals only, the rubric's first scorer where left out.
    pub scorer: Option<Scorer>,
    /// Points by item; those left out stay as at the stage before.
    pub points: Points,
    /// Why items are changed, by item.
    pub reasons: BTreeMap<String, String>,
    /// When and by which account.
    pub done: Done,
}

/// An item whose points differ between two stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The item.
    pub item: String,
    /// The points before.
    pub from: Hundredths,
    /// The points after.
    pub to: Hundredths,
    /// Why; may be empty where a person's judgement was asked for.
    pub reason: String,
}

/// A score with all its stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Score {
    /// What the program proposed.
    pub sheet: Sheet,
    /// The stages entered, in order; proposals of two scorers stand one after the other.
    pub stages: Vec<StagePoints>,
    /// When an attending member of the superior committee confirmed the self-score.
    pub confirmed: Option<Done>,
}

impl Score {
    /// A score at its beginning.
    pub const fn new(sheet: Sheet) -> Self {
        Self { sheet, stages: Vec::new(), confirmed: None }
    }

    /// The last stage entered.
    pub fn stage(&self) -> Option<Stage> {
        self.stages.last().map(|stage| stage.stage)
    }

    /// The points of a stage; of proposals, those of the first scorer.
    pub fn at(&self, stage: Stage) -> Option<&StagePoints> {
        self.stages.iter().find(|one| one.stage == stage)
    }

    /// The stage that comes next; `None` once the grade is decided. While a scorer of `rubric` has not proposed, that is
    /// still the proposal.
    pub fn next(&self, rubric: &Rubric) -> Option<Stage> {
        match self.stage() {
            None => Some(Stage::Proposed),
            Some(Stage::Proposed) if !self.waits_for(rubric).is_empty() => Some(Stage::Proposed),
            Some(last) => Stage::ALL.iter().copied().find(|stage| stage.before() == Some(last)),
        }
    }

    /// The scorers of `rubric` who have not proposed yet.
    pub fn waits_for(&self, rubric: &Rubric) -> Vec<Scorer> {
        let proposed = |scorer: &Scorer| self.stages.iter().any(|one| one.scorer == Some(*scorer));
        rubric.scorers.iter().copied().filter(|scorer| !proposed(scorer)).collect()
    }

    /// The grade decided, once it is.
    pub fn grade(&self) -> Option<Grade> {
        self.at(Stage::Decided).map(|decided| decided.grade)
    }

    /// Whether the superior decided otherwise than the cell voted; `None` until decided.
    pub fn decided_otherwise(&self) -> Option<bool> {
        let (voted, decided) = (self.at(Stage::Voted)?, self.at(Stage::Decided)?);
        Some(voted.points != decided.points)
    }

    /// What changed from one stage to another, by item; from the program's sheet where `from` is none.
    pub fn differences(&self, from: Option<Stage>, to: Stage) -> Vec<Difference> {
        let before = match from {
            None => Some(self.sheet.points()),
            Some(stage) => self.at(stage).map(|points| points.points.clone()),
        };
        let (Some(before), Some(after)) = (before, self.at(to)) else { return Vec::new() };
        let changed = after.points.iter().filter(|(item, points)| before.get(*item) != Some(points));
        let difference = |(item, to): (&String, &Hundredths)| Difference {
            item: item.clone(),
            from: before.get(item).copied().unwrap_or_default(),
            to: *to,
            reason: after.reasons.get(item).cloned().unwrap_or_default(),
        };
        changed.map(difference).collect()
    }

    /// Enters points at a stage. Refused out of order, for items or points the rubric does not have, for a change without
    /// a reason (judgement asked for by the program needs none, a deduction always does), and for a decision without the
    /// confirmation the committee asks of its attending member. What is wrong with several items is said of each.
    pub fn enter(
        &mut self,
        rubric: &Rubric,
        entry: StageEntry,
        rules: &Rules,
        overseer_attended: bool,
    ) -> Result<&StagePoints, StageErrors> {
        let StageEntry { stage, scorer, points: given, reasons, done } = entry;
        let scorer = self.check_order(rubric, stage, scorer)?;
        if stage == Stage::Decided
            && overseer_attended
            && rules.overseer_confirms().value
            && self.confirmed.is_none()
        {
            return Err(StageError::NotConfirmed(rules.overseer_confirms().citation).into());
        }
        let before = stage.before().and_then(|before| self.at(before)).map(|before| before.points.clone());
        let before = before.unwrap_or_else(|| self.sheet.points());
        let scope = self.sheet.scope();
        let (points, mut wrong) = changed(rubric, &scope, &before, given);
        for (item, points) in &points {
            let reason = reasons.get(item).is_some_and(|reason| !reason.trim().is_empty());
            if !reason && self.needs_reason(rubric, stage, item, before.get(item).copied(), *points) {
                wrong.push(StageError::ReasonMissing(item.clone()));
            }
        }
        if !wrong.is_empty() {
            return Err(StageErrors(wrong));
        }
        let total = rubric.total(&points, &scope);
        let grade = rubric.cut_offs.grade(total);
        let entered = StagePoints { stage, scorer, points, reasons, total, grade, done };
        let again = self.stages.iter().position(|one| one.stage == stage && one.scorer == scorer);
        if let Some(at) = again {
            self.stages.remove(at);
        }
        let at = again.unwrap_or(self.stages.len());
        Ok(self.stages.insert_mut(at, entered))
    }

    /// Takes the points of a stage back, with the confirmation of a self-score that no longer stands. Refused while a
    /// later stage stands. `false`: the stage was not entered. `scorer`: whose proposal, where there are two.
    pub fn take_back(&mut self, stage: Stage, scorer: Option<Scorer>) -> Result<bool, StageError> {
        if let Some(last) = self.stage().filter(|last| *last > stage) {
            return Err(StageError::LaterStands { stage, last });
        }
        let before = self.stages.len();
        self.stages
            .retain(|one| one.stage != stage || scorer.is_some_and(|scorer| one.scorer != Some(scorer)));
        if stage == Stage::Voted {
            self.confirmed = None;
        }
        Ok(self.stages.len() < before)
    }

    fn check_order(
        &self,
        rubric: &Rubric,
        stage: Stage,
        by: Option<Scorer>,
    ) -> Result<Option<Scorer>, StageError> {
        let last = self.stage();
        if !stage.may_follow(last) {
            return Err(StageError::WrongOrder { stage, last });
        }
        let scorer = by.or_else(|| rubric.scorers.first().copied());
        match (stage, scorer) {
            (Stage::Proposed, Some(scorer)) if !rubric.scorers.contains(&scorer) => {
                Err(StageError::WrongScorer(scorer))
            }
            (Stage::Proposed, scorer) => Ok(scorer),
            _ => {
                let missing = self.waits_for(rubric).first().copied();
                missing.map_or(Ok(None), |missing| Err(StageError::ScorerMissing(missing)))
            }
        }
    }

    fn needs_reason(
        &self,
        rubric: &Rubric,
        stage: Stage,
        item: &str,
        before: Option<Hundredths>,
        points: Hundredths,
    ) -> bool {
        let differs = before != Some(points);
        let judged = stage == Stage::Proposed
            && self.sheet.line(item).is_some_and(|line| line.basis == Basis::Judgement);
        let deducts = rubric.criterion(item).is_some_and(Criterion::deducts) && points != Hundredths::ZERO;
        if judged { deducts } else { differs }
    }
}

/// The points of the stage before with what was given in their place, and what of it cannot be given.
fn changed(rubric: &Rubric, scope: &Scope, before: &Points, given: Points) -> (Points, Vec<StageError>) {
    let (mut points, mut wrong) = (before.clone(), Vec::new());
    for (item, given) in given {
        let criterion = rubric.criterion(&item).filter(|_| before.contains_key(&item));
        let left_out = scope.left_out.contains(&item);
        let maximum = |criterion: &Criterion| if left_out { Hundredths::ZERO } else { criterion.maximum };
        match criterion {
            None => wrong.push(StageError::UnknownItem(item)),
            Some(criterion) if !criterion.can_have(given) || (left_out && given != Hundredths::ZERO) => {
                wrong.push(StageError::OutOfRange { maximum: maximum(criterion), item });
            }
            Some(_) => {
                points.insert(item, given);
            }
        }
    }
    (points, wrong)
}
