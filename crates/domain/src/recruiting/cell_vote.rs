//! A vote of the cell about a person, put on the agenda of one of its meetings and counted there by show of hands.
//!
//! What came of it stands in the meeting and nowhere else: the step of the person's way is read from the motion once the minutes are
//! adopted, since until then hands may be counted anew. Hands are numbers; who raised one is kept nowhere.

use jiff::civil::Date;
use serde::Serialize;

use super::{File, RecordError, Step, Tally, obstacle::ObstacleKind, obstacles, refused::must_be_open};
use crate::{
    ids::{CandidateId, ItemId, MeetingId, MemberId, MotionId},
    motions::Decision,
    problems::{Citation, Sentence},
    rules::Rules,
    time::written,
};

/// Whom a vote of the cell is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VotedOn {
    /// A candidate, whose admission is proposed.
    Candidate(CandidateId),
    /// A probationary member, whose recognition is proposed.
    Probationer(MemberId),
}

/// A vote of the cell about a person, as its meeting keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellVote {
    /// The motion.
    pub motion: MotionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item of its agenda.
    pub item: ItemId,
    /// The day of the meeting: that of its opening, else that on which it is to start.
    pub on: Option<Date>,
    /// What was counted.
    pub decision: Option<Decision>,
    /// Whether the minutes were adopted, so that it stands for good.
    pub adopted: bool,
}

impl CellVote {
    /// Whether hands were counted and enough were in favour.
    pub fn is_carried(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| decision.passed)
    }

    /// Whether hands were counted and too few were in favour.
    pub fn is_lost(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| !decision.passed)
    }

    /// Whether nothing else may be put in its place: it is to be counted, may be counted anew, or was carried.
    pub fn stands(&self) -> bool {
        !(self.adopted && self.is_lost())
    }

    /// The hands counted.
    pub fn tally(&self) -> Option<Tally> {
        let decision = self.decision.as_ref()?;
        Some(Tally { counted: decision.base, in_favour: decision.count.in_favour })
    }

    /// Of a vote that was lost: how many were in favour and how many it needed, with the rule (statement 22).
    pub fn lost(&self) -> Option<(Sentence, Citation)> {
        let decision = self.decision.as_ref().filter(|decision| !decision.passed)?;
        let sentence = Sentence::new("recruiting-vote-lost")
            .with("date", self.on.map(written).unwrap_or_default())
            .with("in_favour", decision.count.in_favour)
            .with("counted", decision.base)
            .with("needed", decision.needed);
        Some((sentence, decision.citation.clone()))
    }
}

/// The vote that is a step of the way: carried, in adopted minutes.
pub fn settled(votes: &[CellVote]) -> Option<&CellVote> {
    votes.iter().rfind(|vote| vote.adopted && vote.is_carried())
}

/// Nothing, where no vote stands on the agenda of a meeting or in its minutes.
pub(super) fn must_not_be_put(votes: &[CellVote]) -> Result<(), RecordError> {
    match votes.iter().find(|vote| vote.stands()) {
        Some(vote) => Err(RecordError::OnAgenda { on: vote.on }),
        None => Ok(()),
    }
}

impl File {
    /// Whether the cell's vote may be put on the agenda of a meeting on `on`: not voted yet, and nothing recorded is against a rule on
    /// that day (statements 30 and 31). Papers that are only missing may still come until hands are counted.
    pub fn may_be_put_to_vote(&self, on: Date, rules: &Rules) -> Result<(), RecordError> {
        must_be_open(self, Step::Vote)?;
        if self.fact(Step::Vote).is_some() {
            return Err(RecordError::Voted);
        }
        must_not_be_put(&self.votes)?;
        let mut against = obstacles(self, on, rules);
        against.retain(|one| one.kind.blocks());
        if against.is_empty() { Ok(()) } else { Err(RecordError::Obstacles(against)) }
    }

    /// Whether hands may be counted on `on`: nothing stands against the vote any more (statements 30 and 31; 06-HD/TW 3.4).
    pub fn may_be_counted(&self, on: Date, rules: &Rules) -> Result<(), RecordError> {
        must_be_open(self, Step::Vote)?;
        let against = obstacles(self, on, rules);
        if against.is_empty() { Ok(()) } else { Err(RecordError::Obstacles(against)) }
    }

    /// What is missing for a vote on `on`, as far as it may still come until then.
    pub fn missing_on(&self, on: Date, rules: &Rules) -> Vec<super::Obstacle> {
        let mut against = obstacles(self, on, rules);
        against.retain(|one| one.kind == ObstacleKind::Missing);
        against
    }
}
