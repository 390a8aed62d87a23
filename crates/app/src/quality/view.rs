//! The score of a meeting as pages, the API and the command line show it: plain fields, points as decimal numbers in JSON.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, MeetingId, MotionId},
    meetings::{MeetingKind, MeetingState},
    problems::{Citation, Sentence},
    quality::{Basis, Decider, Grade, Origin, Scorer, ScoringKind, Stage},
    rules::{Hundredths, Words},
    time::{Instant, Month},
};
use serde::{Serialize, Serializer};

use crate::rules::RuleView;

/// Points by item in JSON.
fn decimals<S: Serializer>(points: &BTreeMap<String, Hundredths>, s: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Decimal(#[serde(serialize_with = "Hundredths::as_decimal")] Hundredths);
    s.collect_map(points.iter().map(|(item, points)| (item, Decimal(*points))))
}

/// A meeting's score: what the program proposes with its evidence, and every stage that was entered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScoreView {
    /// The meeting.
    pub meeting: MeetingId,
    /// The cell's name.
    pub cell: String,
    /// The month it counts for.
    pub month: Month,
    /// The meeting's kind.
    pub kind: MeetingKind,
    /// How far the meeting has come.
    pub state: MeetingState,
    /// When it was to start.
    pub starts_at: Option<Instant>,
    /// The rubric, if there is one.
    pub rubric: Option<RubricView>,
    /// Why there is none.
    pub no_rubric: Option<Sentence>,
    /// The sheet as the program proposes it.
    pub sheet: Option<SheetView>,
    /// The stages entered, in order; proposals of two scorers one after the other.
    pub stages: Vec<StageView>,
    /// Who confirmed the self-score and when.
    pub confirmed: Option<DoneView>,
    /// Whether the committee asks its attending member to confirm, and one attended.
    pub confirmation_asked: bool,
    /// Whether the superior decided otherwise than the cell voted; `None` until decided.
    pub decided_otherwise: Option<bool>,
    /// The stage that comes next.
    pub next: Option<Stage>,
    /// The scorers who have still to propose.
    pub waits_for: Vec<Scorer>,
    /// What the reader may do.
    pub deeds: Deeds,
    /// The rules the evidence rests on, with committees' own values.
    pub rules: Vec<RuleView>,
}

/// A rubric, as a sheet names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RubricView {
    /// Its code.
    pub code: String,
    /// Its words.
    pub title: Words,
    /// What is to be known of its source.
    pub note: Option<Words>,
    /// The rule it rests on.
    pub citation: Citation,
    /// The first day of this version.
    pub from: Date,
    /// What it adds up to.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub maximum: Hundredths,
    /// Good, fair and average from so many points.
    pub cut_offs: Vec<CutOff>,
    /// Who scores before the cell votes.
    pub scorers: Vec<Scorer>,
    /// Who decides the grade.
    pub decided_by: Decider,
}

/// From how many points a grade is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CutOff {
    /// The grade.
    pub grade: Grade,
    /// From here on.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub from: Hundredths,
}

/// The sheet as the program proposes it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetView {
    /// When it was drawn up.
    pub drawn_at: Instant,
    /// Whether it stands: from the cell committee's agreement on it is not drawn up anew.
    pub stands: bool,
    /// Whether items that do not count are taken out of the base.
    pub rebased: bool,
    /// The points proposed in all.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub total: Hundredths,
    /// The grade they would give.
    pub grade: Grade,
    /// The blocks.
    pub blocks: Vec<BlockView>,
}

/// A block of items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BlockView {
    /// Its key.
    pub key: String,
    /// Its words.
    pub title: Words,
    /// The most it can earn.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub maximum: Hundredths,
    /// The points the program proposes.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub points: Hundredths,
    /// The points of each stage, in the order of [`ScoreView::stages`].
    pub stages: Vec<BlockStage>,
    /// Its items.
    pub items: Vec<ItemView>,
}

/// The points of a block at a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BlockStage {
    /// The points.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub points: Hundredths,
}

/// One item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemView {
    /// Its key.
    pub key: String,
    /// Its words.
    pub title: Words,
    /// The most it can earn, or take away.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub maximum: Hundredths,
    /// Its kind; `None` where its rubric is no longer there.
    pub kind: Option<ScoringKind>,
    /// Who set its points.
    pub origin: Option<Origin>,
    /// The answers a person may choose from, if it has such.
    pub choices: Vec<ChoiceView>,
    /// What the program proposes.
    #[serde(flatten)]
    pub drawn: DrawnLine,
    /// What it would propose now, where that differs from a sheet that stands.
    pub now: Option<DrawnLine>,
    /// The points of each stage, in the order of [`ScoreView::stages`].
    pub stages: Vec<ItemStage>,
}

impl ItemView {
    /// Whether it takes points away.
    pub fn deducts(&self) -> bool {
        self.kind == Some(ScoringKind::Deduction)
    }
}

/// Points with what they rest on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DrawnLine {
    /// The points; where a person judges, where to start.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub points: Hundredths,
    /// What they rest on.
    pub basis: Basis,
    /// The evidence.
    pub evidence: Vec<Sentence>,
    /// The rule.
    pub citation: Citation,
    /// The keys of the rules the evidence rests on.
    pub rests_on: Vec<String>,
}

/// One answer of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// Its words; none for a plain yes or no.
    pub title: Option<Words>,
    /// What it earns.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub points: Hundredths,
}

/// An item's points at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ItemStage {
    /// The points.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub points: Hundredths,
    /// Whether they differ from the stage before.
    pub differs: bool,
    /// Why; may be empty.
    pub reason: String,
}

/// A stage that was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageView {
    /// The stage.
    pub stage: Stage,
    /// Who scored; proposals only.
    pub scorer: Option<Scorer>,
    /// Points by item.
    #[serde(serialize_with = "decimals")]
    pub points: BTreeMap<String, Hundredths>,
    /// What differs from the stage before, from the sheet for a proposal.
    pub differences: Vec<DifferenceView>,
    /// The points in all.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub total: Hundredths,
    /// The grade they give.
    pub grade: Grade,
    /// What was said with it.
    pub note: String,
    /// The cell's vote.
    pub vote: Option<VoteView>,
    /// When and by whom.
    #[serde(flatten)]
    pub done: DoneView,
}

/// An item whose points differ from the stage before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceView {
    /// The item.
    pub item: String,
    /// The points before.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub from: Hundredths,
    /// The points after.
    #[serde(serialize_with = "Hundredths::as_decimal")]
    pub to: Hundredths,
    /// Why; may be empty where the program asked for a person's judgement.
    pub reason: String,
}

/// The cell's vote on its score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct VoteView {
    /// The motion.
    pub motion: MotionId,
    /// In favour.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Other.
    pub other: u32,
    /// Among how many it was counted.
    pub base: u32,
    /// How many were needed.
    pub needed: u32,
    /// Whether it passed.
    pub passed: bool,
}

/// When something was done and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DoneView {
    /// When.
    pub at: Instant,
    /// By which account; `None` for the program itself.
    pub by: Option<AccountId>,
    /// That person's name.
    pub by_name: String,
}

/// A stage, and for which scorer it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StageOf {
    /// The stage.
    pub stage: Stage,
    /// The scorer; proposals only.
    pub scorer: Option<Scorer>,
}

/// What the reader may do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Deeds {
    /// Enter the next stage.
    pub next: Option<StageOf>,
    /// Enter the last stage anew, or take it back.
    pub again: Option<StageOf>,
    /// Confirm the self-score, or take the confirmation back.
    pub confirm: bool,
}
