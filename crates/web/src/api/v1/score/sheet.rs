//! The sheet of a score: every item with the points the program proposes, what they rest on, and its points at each stage.

use nennep_app::quality as deeds;
use serde::Serialize;
use utoipa::ToSchema;

use super::{Basis, Origin, Points, ScoringKind};
use crate::{
    api::{problem::CitationBody, spoken::Said, v1::months::Grade, values::Moment},
    words::Words,
};

/// The sheet as the program proposes it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreSheet {
    /// When it was drawn up.
    pub drawn_at: Moment,
    /// Whether it stands: from the cell committee's agreement on it is not drawn up anew.
    pub stands: bool,
    /// Whether items that do not count are taken out of the base.
    pub rebased: bool,
    /// The points proposed in all.
    pub total: Points,
    /// The grade they would give.
    pub grade: Grade,
    /// The blocks, in the order of the rubric.
    pub blocks: Vec<ScoreBlock>,
}

/// A block of items.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreBlock {
    /// Its key.
    pub key: String,
    /// Its title in Vietnamese.
    pub title_vi: String,
    /// Its title in English.
    pub title_en: String,
    /// The most it can earn.
    pub maximum: Points,
    /// The points the program proposes.
    pub points: Points,
    /// The points of each stage, in the order of the score's `stages`.
    pub stages: Vec<Points>,
    /// Its items.
    pub items: Vec<ScoreItem>,
}

/// One item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreItem {
    /// Its key: `points` and `reasons` of a stage speak of it by this.
    pub key: String,
    /// Its title in Vietnamese.
    pub title_vi: String,
    /// Its title in English.
    pub title_en: String,
    /// The most it can earn, or take away.
    pub maximum: Points,
    /// Its kind; missing where its rubric is no longer there.
    pub kind: Option<ScoringKind>,
    /// Who set its points.
    pub origin: Option<Origin>,
    /// The answers a person may choose from, if it has such.
    pub choices: Vec<ScoreChoice>,
    /// What the program proposes.
    pub proposed: ProposedPoints,
    /// What it would propose now, where that differs from a sheet that stands.
    pub now: Option<ProposedPoints>,
    /// The points of each stage, in the order of the score's `stages`.
    pub stages: Vec<ItemStage>,
}

/// One answer of an item.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ScoreChoice {
    /// Its words in Vietnamese; missing for a plain yes or no.
    pub title_vi: Option<String>,
    /// Its words in English.
    pub title_en: Option<String>,
    /// What it earns.
    pub points: Points,
}

/// Points with what they rest on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProposedPoints {
    /// The points; where a person judges, where to start.
    pub points: Points,
    /// Whether they rest on facts, ask for a person's judgement, or do not count.
    pub basis: Basis,
    /// What they rest on, sentence by sentence.
    pub evidence: Vec<Said>,
    /// The rule document and its article.
    pub citation: CitationBody,
    /// The keys of the rules the evidence rests on: the score's `rules` holds them.
    pub rests_on: Vec<String>,
}

/// An item's points at a stage.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ItemStage {
    /// The points.
    pub points: Points,
    /// Whether they differ from the stage before; for a proposal, from what the program proposes.
    pub differs: bool,
    /// Why; may be empty.
    pub reason: String,
}

impl ScoreSheet {
    pub(super) fn of(w: Words, sheet: &deeds::SheetView) -> Self {
        Self {
            drawn_at: sheet.drawn_at.into(),
            stands: sheet.stands,
            rebased: sheet.rebased,
            total: sheet.total.into(),
            grade: sheet.grade.into(),
            blocks: sheet.blocks.iter().map(|block| ScoreBlock::of(w, block)).collect(),
        }
    }
}

impl ScoreBlock {
    fn of(w: Words, block: &deeds::BlockView) -> Self {
        Self {
            key: block.key.clone(),
            title_vi: block.title.vi.clone(),
            title_en: block.title.en.clone(),
            maximum: block.maximum.into(),
            points: block.points.into(),
            stages: block.stages.iter().map(|stage| stage.points.into()).collect(),
            items: block.items.iter().map(|item| ScoreItem::of(w, item)).collect(),
        }
    }
}

impl ScoreItem {
    fn of(w: Words, item: &deeds::ItemView) -> Self {
        Self {
            key: item.key.clone(),
            title_vi: item.title.vi.clone(),
            title_en: item.title.en.clone(),
            maximum: item.maximum.into(),
            kind: item.kind.map(ScoringKind::from),
            origin: item.origin.map(Origin::from),
            choices: item.choices.iter().map(ScoreChoice::from).collect(),
            proposed: ProposedPoints::of(w, &item.drawn),
            now: item.now.as_ref().map(|line| ProposedPoints::of(w, line)),
            stages: item.stages.iter().map(ItemStage::from).collect(),
        }
    }
}

impl From<&deeds::ChoiceView> for ScoreChoice {
    fn from(choice: &deeds::ChoiceView) -> Self {
        let title = choice.title.as_ref();
        Self {
            title_vi: title.map(|title| title.vi.clone()),
            title_en: title.map(|title| title.en.clone()),
            points: choice.points.into(),
        }
    }
}

impl ProposedPoints {
    fn of(w: Words, line: &deeds::DrawnLine) -> Self {
        Self {
            points: line.points.into(),
            basis: line.basis.into(),
            evidence: line.evidence.iter().map(|sentence| Said::of(w, sentence)).collect(),
            citation: (&line.citation).into(),
            rests_on: line.rests_on.clone(),
        }
    }
}

impl From<&deeds::ItemStage> for ItemStage {
    fn from(stage: &deeds::ItemStage) -> Self {
        Self { points: stage.points.into(), differs: stage.differs, reason: stage.reason.clone() }
    }
}
