//! A score sheet: for each item of a rubric the points proposed, and the evidence they rest on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Grade,
    rubric::{Criterion, Rubric, StartsAt},
};
use crate::{
    problems::{Citation, Sentence},
    rules::Hundredths,
};

/// Points by the key of the item, in hundredths.
pub type Points = BTreeMap<String, Hundredths>;

text_enum! {
    /// What the proposed points of an item rest on.
    Basis {
        /// Facts alone.
        Evidence = "evidence",
        /// A person's judgement is needed: the points are only where to start, the sentences are facts that help.
        Judgement = "judgement",
        /// The item does not count this month.
        NotApplicable = "not_applicable",
    }
}

/// One item of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The block's key.
    pub block: String,
    /// The item's key.
    pub item: String,
    /// The most it can earn, or take away.
    pub maximum: Hundredths,
    /// The points proposed; negative for a deduction.
    pub points: Hundredths,
    /// What they rest on.
    pub basis: Basis,
    /// The evidence, in sentences to be shown.
    #[serde(deserialize_with = "super::kept::read")]
    pub evidence: Vec<Sentence>,
    /// The keys of the rules the evidence rests on.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The rule.
    pub citation: Citation,
}

/// A sheet as the program proposes it. It can be kept as JSON and read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The rubric's code.
    pub rubric: String,
    /// The first day of the rubric's version.
    pub version: Date,
    /// Whether items that do not count are taken out of the base.
    pub rebased: bool,
    /// The lines, in the rubric's order.
    pub lines: Vec<Line>,
    /// The points proposed in all.
    pub total: Hundredths,
    /// The grade they would give.
    pub grade: Grade,
}

/// Which items do not count and whether that is made up for: what a total depends on beside the points. Kept with the
/// sheet, so that a total can be repeated years later.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Keys of the items that do not count.
    pub left_out: Vec<String>,
    /// Whether they are taken out of the base.
    pub rebased: bool,
}

impl Sheet {
    /// The points proposed, by item.
    pub fn points(&self) -> Points {
        self.lines.iter().map(|line| (line.item.clone(), line.points)).collect()
    }

    /// Which items do not count.
    pub fn scope(&self) -> Scope {
        let out = self.lines.iter().filter(|line| line.basis == Basis::NotApplicable);
        Scope { left_out: out.map(|line| line.item.clone()).collect(), rebased: self.rebased }
    }

    /// The line of an item.
    pub fn line(&self, item: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.item == item)
    }
}

impl Rubric {
    /// What points add up to: each block from nothing to its maximum, the whole never above the rubric's maximum. Items
    /// left out earn nothing; re-based, the rest is scaled so that the maximum can still be reached. Statement 13.
    pub fn total(&self, points: &Points, scope: &Scope) -> Hundredths {
        let (mut sum, mut reachable) = (Hundredths::ZERO, Hundredths::ZERO);
        for block in &self.blocks {
            let counted = || block.criteria.iter().filter(|one| !scope.left_out.contains(&one.key));
            let start = if self.starts_at == StartsAt::Maximum { block.maximum } else { Hundredths::ZERO };
            let within = |points: Hundredths| points.clamp(Hundredths::ZERO, block.maximum);
            let given = |one: &Criterion| points.get(&one.key).copied().unwrap_or_default();
            sum = sum + within(start + counted().map(given).sum());
            let most = |one: &Criterion| if one.deducts() { Hundredths::ZERO } else { one.maximum };
            reachable = reachable + within(start + counted().map(most).sum());
        }
        let total = if scope.rebased { sum.times(self.maximum, reachable) } else { sum };
        total.min(self.maximum)
    }

    /// What points earn in one block.
    pub fn block_total(&self, block: &str, points: &Points, scope: &Scope) -> Hundredths {
        let only = Self {
            blocks: self.blocks.iter().filter(|one| one.key == block).cloned().collect(),
            ..self.clone()
        };
        only.total(points, &Scope { left_out: scope.left_out.clone(), rebased: false })
    }
}
