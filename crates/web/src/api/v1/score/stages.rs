//! The stages of a score: who settled what, when, and what was changed of the stage before.

use std::collections::BTreeMap;

use nennep_app::quality as deeds;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{Points, Scorer, points::by_item};
use crate::api::{
    v1::months::{Grade, Stage},
    values::Moment,
};

/// A stage that was entered.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreStage {
    /// The stage.
    pub stage: Stage,
    /// Who scored; proposals only.
    pub scorer: Option<Scorer>,
    /// Points by item.
    pub points: BTreeMap<String, Points>,
    /// What differs from the stage before; for a proposal, from what the program proposes.
    pub differences: Vec<ScoreDifference>,
    /// The points in all.
    pub total: Points,
    /// The grade they give.
    pub grade: Grade,
    /// What was said with it.
    pub note: String,
    /// The cell's vote.
    pub vote: Option<ScoreVote>,
    /// When and by whom it was entered.
    pub done: DoneBy,
}

/// An item whose points differ from the stage before.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreDifference {
    /// The item's key.
    pub item: String,
    /// The points before.
    pub from: Points,
    /// The points after.
    pub to: Points,
    /// Why; may be empty where the program asked for a person's judgement.
    pub reason: String,
}

/// The cell's vote on its score.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct ScoreVote {
    /// The motion.
    pub motion: Uuid,
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Of another opinion.
    pub other: u32,
    /// Among how many it was counted.
    pub base: u32,
    /// How many were needed.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
}

/// When something was done and by whom.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DoneBy {
    /// When.
    pub at: Moment,
    /// By which account; missing for the program itself.
    pub by: Option<Uuid>,
    /// That person's name.
    pub name: String,
}

impl From<&deeds::StageView> for ScoreStage {
    fn from(stage: &deeds::StageView) -> Self {
        Self {
            stage: stage.stage.into(),
            scorer: stage.scorer.map(Scorer::from),
            points: by_item(&stage.points),
            differences: stage.differences.iter().map(ScoreDifference::from).collect(),
            total: stage.total.into(),
            grade: stage.grade.into(),
            note: stage.note.clone(),
            vote: stage.vote.map(ScoreVote::from),
            done: (&stage.done).into(),
        }
    }
}

impl From<&deeds::DifferenceView> for ScoreDifference {
    fn from(one: &deeds::DifferenceView) -> Self {
        let (item, reason) = (one.item.clone(), one.reason.clone());
        Self { item, from: one.from.into(), to: one.to.into(), reason }
    }
}

impl From<deeds::VoteView> for ScoreVote {
    fn from(vote: deeds::VoteView) -> Self {
        let deeds::VoteView { motion, in_favour, against, other, base, needed, passed } = vote;
        Self { motion: motion.0, in_favour, against, other, base, needed, passed }
    }
}

impl From<&deeds::DoneView> for DoneBy {
    fn from(done: &deeds::DoneView) -> Self {
        Self { at: done.at.into(), by: done.by.map(|by| by.0), name: done.by_name.clone() }
    }
}
