//! The score of a meeting in its four states, as minutes and resolutions give it.

use serde::{Deserialize, Serialize};

use crate::quality::Grade;

/// One value in the four states a score goes through (42-HD): each is kept, and shown beside the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stages<T> {
    /// Proposed by the tracker.
    pub proposed: Option<T>,
    /// Agreed by the cell committee.
    pub agreed: Option<T>,
    /// Voted by the cell.
    pub voted: Option<T>,
    /// Decided by the direct superior.
    pub decided: Option<T>,
}

/// One criterion of the score sheet. Points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreLine {
    /// The criterion.
    pub criterion: String,
    /// The most points it can give.
    pub max: u32,
    /// Its points.
    pub points: Stages<u32>,
}

/// The score of a meeting. Points are hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The criteria, in the rubric's order.
    pub lines: Vec<ScoreLine>,
    /// The most points the rubric can give; `None` where the rubric is not known any more.
    pub max: Option<u32>,
    /// The sum.
    pub total: Stages<u32>,
    /// The grade.
    pub grade: Stages<Grade>,
    /// The cell's vote on its own score.
    pub vote: Option<super::Vote>,
    /// Faults the chair named, and how they are to be remedied.
    pub remedies: String,
}
