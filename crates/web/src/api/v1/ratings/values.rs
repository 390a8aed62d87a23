//! The values of ratings: tasks and attendance counted, ballots, levels counted, steps.

use nennep_domain::ratings as domain;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{OpinionSource, RatingLevel, RatingStepKind};
use crate::api::{
    v1::score::Points,
    values::{Day, Moment},
};

/// The tasks of a year: those due in it, and how many of them are done, late, above requirement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TaskCount {
    /// Due in the year.
    pub due: u32,
    /// Of these, done, in time or late.
    pub done: u32,
    /// Of these, done late, or not done though the deadline has passed.
    pub late: u32,
    /// Of these, above requirement: people say so.
    #[serde(default)]
    pub above: u32,
}

impl From<domain::TaskCount> for TaskCount {
    fn from(one: domain::TaskCount) -> Self {
        Self { due: one.due, done: one.done, late: one.late, above: one.above }
    }
}

impl From<TaskCount> for domain::TaskCount {
    fn from(one: TaskCount) -> Self {
        Self { due: one.due, done: one.done, late: one.late, above: one.above }
    }
}

/// How a member attended the cell's meetings of the year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct RatingAttendance {
    /// Present.
    pub present: u32,
    /// Absent with reason.
    pub excused: u32,
    /// Absent without reason.
    pub unexcused: u32,
}

impl From<domain::Attendance> for RatingAttendance {
    fn from(one: domain::Attendance) -> Self {
        Self { present: one.present, excused: one.excused, unexcused: one.unexcused }
    }
}

/// The totals of a secret vote; no voter is linked to a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RatingBallots)]
pub struct Ballots {
    /// Ballots issued.
    pub issued: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Of these, valid.
    pub valid: u32,
    /// For excellent.
    pub excellent: u32,
    /// For good.
    pub good: u32,
    /// For completed.
    pub completed: u32,
    /// For not fulfilled.
    pub failed: u32,
}

impl From<domain::Ballots> for Ballots {
    fn from(one: domain::Ballots) -> Self {
        let domain::Ballots { issued, returned, valid, excellent, good, completed, failed } = one;
        Self { issued, returned, valid, excellent, good, completed, failed }
    }
}

impl From<Ballots> for domain::Ballots {
    fn from(one: Ballots) -> Self {
        let Ballots { issued, returned, valid, excellent, good, completed, failed } = one;
        Self { issued, returned, valid, excellent, good, completed, failed }
    }
}

/// How many are rated how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct LevelCounts {
    /// Excellent.
    pub excellent: u32,
    /// Good.
    pub good: u32,
    /// Completed.
    pub completed: u32,
    /// Not fulfilled.
    pub failed: u32,
    /// Left out by the decision.
    pub left_out: u32,
    /// Not decided yet.
    pub open: u32,
}

impl From<domain::Tally> for LevelCounts {
    fn from(one: domain::Tally) -> Self {
        let domain::Tally { excellent, good, completed, failed, left_out, open } = one;
        Self { excellent, good, completed, failed, left_out, open }
    }
}

/// A step that stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingStep {
    /// Its id.
    pub id: Uuid,
    /// Which step.
    pub kind: RatingStepKind,
    /// Whose opinion it is.
    pub source: Option<OpinionSource>,
    /// The day.
    pub on: Day,
    /// The level; a decision without one leaves out.
    pub level: Option<RatingLevel>,
    /// The points.
    pub points: Option<Points>,
    /// The tasks as they were counted then.
    pub tasks: Option<TaskCount>,
    /// The totals of the vote.
    pub ballots: Option<Ballots>,
    /// What was done well, the opinion, the reason, the answer.
    pub text: String,
    /// Faults and their causes.
    pub faults: String,
    /// The number of the decision; who gives the opinion.
    pub number: String,
    /// When it was entered.
    pub at: Moment,
}

impl From<&domain::Step> for RatingStep {
    fn from(step: &domain::Step) -> Self {
        let body = &step.body;
        Self {
            id: step.id.0,
            kind: step.kind.into(),
            source: step.source.map(OpinionSource::from),
            on: step.on.into(),
            level: body.level.map(RatingLevel::from),
            points: body.points.map(Points::from),
            tasks: body.tasks.map(TaskCount::from),
            ballots: body.ballots.map(Ballots::from),
            text: body.text.clone(),
            faults: body.faults.clone(),
            number: body.number.clone(),
            at: step.at.into(),
        }
    }
}
