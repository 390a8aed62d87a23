//! A rubric: blocks of items, each earning points by facts or by a person's judgement, with cut-offs for grades. All of it
//! is data read from a pack; committees bring their own.

use jiff::civil::Date;

use super::{Bands, Condition, Decider, Fact, Grade};
use crate::{
    meetings::{Attendance, MeetingKind},
    organisations::CellType,
    problems::Citation,
    rules::{Hundredths, Words},
};

text_enum! {
    /// Where a sheet starts.
    StartsAt {
        /// At nothing, and items add points.
        Zero = "zero",
        /// At the maximum, and deductions take points away.
        Maximum = "maximum",
    }
}

text_enum! {
    /// Who scores before the cell votes; a rubric names one or two.
    Scorer {
        /// The comrade named to follow the meeting.
        Tracker = "tracker",
        /// The cell committee.
        CellCommittee = "cell_committee",
        /// The superior committee's member who follows the cell.
        Overseer = "overseer",
    }
}

text_enum! {
    /// Who set an item's points.
    Origin {
        /// The national frame.
        National = "national",
        /// A local form.
        Local = "local",
        /// This program, where the frame leaves the split open: to be replaced by the committee's own.
        Program = "program",
    }
}

/// A condition on grades under which a year is given a grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearRule {
    /// The grade it gives.
    pub grade: Grade,
    /// The grade every meeting must at least have.
    pub every: Option<Grade>,
    /// How many meetings must at least have `grade` or a better one.
    pub meetings: Option<u32>,
}

/// The points from which a grade is given; below the last the grade is poor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutOffs {
    /// Good from here.
    pub good: Hundredths,
    /// Fair from here.
    pub fair: Hundredths,
    /// Average from here.
    pub average: Hundredths,
}

impl CutOffs {
    /// The grade of a total, exactly: 89.99 of 90 is not yet good.
    pub fn grade(&self, total: Hundredths) -> Grade {
        match total {
            _ if total >= self.good => Grade::Good,
            _ if total >= self.fair => Grade::Fair,
            _ if total >= self.average => Grade::Average,
            _ => Grade::Poor,
        }
    }
}

/// One of several answers an item may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its key.
    pub key: String,
    /// Its words.
    pub title: Words,
    /// What it earns.
    pub points: Hundredths,
    /// When it is the answer; the last one has none. `None` in all where a person chooses.
    pub when: Option<Condition>,
}

/// Points for each of something counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The number.
    pub per: Fact,
    /// What each is worth.
    pub each: Hundredths,
}

text_enum! {
    /// The kinds of items, as packs name them.
    ScoringKind {
        /// The first of several answers whose condition holds, or the one a person chooses.
        Choice = "choice",
        /// All points or none.
        YesNo = "yes_no",
        /// A number of points.
        Number = "number",
        /// Points by a share.
        RatioBand = "ratio_band",
        /// Points on top.
        Bonus = "bonus",
        /// Points taken away.
        Deduction = "deduction",
    }
}

/// How an item earns its points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scoring {
    /// The first answer whose condition holds, or the one a person chooses.
    Choice(Vec<Choice>),
    /// All points or none.
    YesNo(Option<Condition>),
    /// Points a person gives, or points for each of something counted, up to the maximum.
    Number(Option<Counted>),
    /// Points by a share; the lowest where a condition holds.
    RatioBand {
        /// The share.
        fact: Fact,
        /// The bands.
        bands: Bands,
        /// When the lowest band is given whatever the share.
        lowest_when: Option<Condition>,
    },
    /// Points on top, within the block's maximum.
    Bonus(Option<Condition>),
    /// Points taken away: once where a condition holds, or for each of something counted; always with an explanation.
    Deduction(Option<Condition>, Option<Counted>),
}

/// An item of a rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its key, unique in the rubric.
    pub key: String,
    /// Its words.
    pub title: Words,
    /// The most it can earn, or take away.
    pub maximum: Hundredths,
    /// How it earns them.
    pub scoring: Scoring,
    /// Where a person judges: what to start from.
    pub start: Hundredths,
    /// When it counts at all.
    pub applies: Option<Condition>,
    /// Facts that help a person judge.
    pub help: Vec<Fact>,
    /// Who set its points.
    pub origin: Origin,
    /// The rule it rests on, where not the rubric's own.
    pub citation: Option<Citation>,
}

impl Criterion {
    /// Its kind.
    pub const fn kind(&self) -> ScoringKind {
        match self.scoring {
            Scoring::Choice(_) => ScoringKind::Choice,
            Scoring::YesNo(_) => ScoringKind::YesNo,
            Scoring::Number(_) => ScoringKind::Number,
            Scoring::RatioBand { .. } => ScoringKind::RatioBand,
            Scoring::Bonus(_) => ScoringKind::Bonus,
            Scoring::Deduction(..) => ScoringKind::Deduction,
        }
    }

    /// Whether it takes points away.
    pub const fn deducts(&self) -> bool {
        matches!(self.scoring, Scoring::Deduction(..))
    }

    /// Whether `points` are ones it can have: from nothing to its maximum, or that much taken away.
    pub fn can_have(&self, points: Hundredths) -> bool {
        let none = Hundredths::ZERO;
        if self.deducts() {
            (-self.maximum..=none).contains(&points)
        } else {
            (none..=self.maximum).contains(&points)
        }
    }
}

/// A block of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its key.
    pub key: String,
    /// Its words.
    pub title: Words,
    /// The most it can earn.
    pub maximum: Hundredths,
    /// Its items.
    pub criteria: Vec<Criterion>,
}

/// A rubric in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rubric {
    /// Its code; versions and separate forms share it.
    pub code: String,
    /// Its words.
    pub title: Words,
    /// What is to be known of its source.
    pub note: Option<Words>,
    /// The rule it rests on.
    pub citation: Citation,
    /// The first day it holds.
    pub from: Date,
    /// The first day it no longer holds.
    pub to: Option<Date>,
    /// The kinds of meetings it scores.
    pub meetings: Vec<MeetingKind>,
    /// The types of cells it is for; all where empty.
    pub cell_types: Vec<CellType>,
    /// What its blocks add up to.
    pub maximum: Hundredths,
    /// Where a sheet starts.
    pub starts_at: StartsAt,
    /// Who scores before the cell votes, one or two.
    pub scorers: Vec<Scorer>,
    /// Who decides the grade.
    pub decided_by: Decider,
    /// Whom it leaves out of the attendance base beyond what the rules leave out.
    pub attendance_excludes: Vec<Attendance>,
    /// The cut-offs.
    pub cut_offs: CutOffs,
    /// How a year is graded, best first; by the rules' own conditions where empty.
    pub year: Vec<YearRule>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

impl Rubric {
    /// Whether it holds on `date`.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|end| date < end)
    }

    /// Whether it scores meetings of this kind in cells of this type.
    pub fn scores(&self, kind: MeetingKind, cell_type: Option<CellType>) -> bool {
        let any = self.cell_types.is_empty();
        self.meetings.contains(&kind) && (any || cell_type.is_some_and(|one| self.cell_types.contains(&one)))
    }

    /// All items with their blocks, in order.
    pub fn criteria(&self) -> impl Iterator<Item = (&Block, &Criterion)> {
        self.blocks.iter().flat_map(|block| block.criteria.iter().map(move |criterion| (block, criterion)))
    }

    /// The item of a key.
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria().map(|(_, criterion)| criterion).find(|criterion| criterion.key == key)
    }

    /// Whether two rubrics of one code would score the same meeting.
    pub fn clashes(&self, other: &Self) -> bool {
        let days = self.to.is_none_or(|end| other.from < end) && other.to.is_none_or(|end| self.from < end);
        let cells = self.cell_types.is_empty() || other.cell_types.is_empty();
        let cells = cells || self.cell_types.iter().any(|one| other.cell_types.contains(one));
        self.code == other.code
            && days
            && cells
            && self.meetings.iter().any(|kind| other.meetings.contains(kind))
    }
}
