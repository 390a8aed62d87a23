//! Entering points at a stage: proposed, agreed, voted, decided.

use std::collections::BTreeMap;

use nennep_domain::{
    ids::{MeetingId, MotionId},
    motions::{Motion, MotionSubject},
    names,
    problems::{Citation, Problems, Refusal, Sentence},
    quality::{Points, Rubric, Scorer, Stage, StageEntry, StageError, StageErrors},
};
use nennep_store::{WriteTx, quality};

use super::{
    keep::{Said, sheet_row, stage_row},
    load::{Scoring, scoring},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    meetings::finish,
};

/// Points to be entered at a stage.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The stage.
    pub stage: Stage,
    /// For which scorer a proposal is; where left out, for one the actor may propose for.
    pub scorer: Option<Scorer>,
    /// Points by item; those left out stay as at the stage before.
    pub points: Points,
    /// Why items are changed, by item.
    pub reasons: BTreeMap<String, String>,
    /// Faults named and their remedies, or the superior's words; may be empty.
    pub note: String,
}

/// Why the cell's vote is not entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum NoVote {
    #[error("the cell has not voted")]
    Missing,
    #[error("the cell has voted against")]
    Failed,
}

impl Refusal for NoVote {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::Missing => "quality-vote-missing",
            Self::Failed => "quality-vote-failed",
        })
    }
}

/// Enters points at a stage, or enters the last one anew. The sheet is drawn up and kept with a proposal and with the cell
/// committee's agreement; from then on it stands. The cell's vote needs a motion on the score that passed.
#[boxed]
pub async fn enter(ctx: &Ctx, meeting: MeetingId, entry: Entry) -> Result<()> {
    enter_by(ctx, meeting, entry, None).await
}

/// The same, the cell's vote being that of a certain motion.
pub(super) async fn enter_by(
    ctx: &Ctx,
    meeting: MeetingId,
    entry: Entry,
    by: Option<MotionId>,
) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let scoring = scoring(ctx, &mut tx, meeting).await?;
    let entered = try_entry(ctx, &scoring, &entry)?;
    let motion = match entry.stage {
        Stage::Voted => Some(passed(&scoring.view.motions, by)?.id),
        _ => None,
    };
    let said = Said { note: names::tidy_text(&entry.note), motion };
    write(ctx, &mut tx, meeting, &scoring, &entered, said).await?;
    let event = match entry.stage {
        Stage::Proposed => "meeting.score_proposed",
        Stage::Agreed => "meeting.score_agreed",
        Stage::Voted => "meeting.score_voted",
        Stage::Decided => "meeting.grade_decided",
    };
    finish(ctx, tx, &scoring.view.meeting, event, &[scoring.view.meeting.month]).await
}

/// Why a stage is refused, with the document that orders the stages where what is wrong names no rule of its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{errors}")]
pub(super) struct Unsettled {
    errors: StageErrors,
    rubric: Citation,
}

impl Unsettled {
    /// The refusal of errors under a rubric.
    pub(super) fn refused(errors: impl Into<StageErrors>, rubric: &Rubric) -> Error {
        Error::refused(Self { errors: errors.into(), rubric: rubric.citation.clone() })
    }
}

impl Refusal for Unsettled {
    fn sentence(&self) -> Sentence {
        self.errors.sentence()
    }

    fn citation(&self) -> Option<Citation> {
        self.errors.citation().or_else(|| Some(self.rubric.clone()))
    }
}

/// What is wrong with a stage, item by item, where that is why it was refused.
pub fn stage_errors(error: &Error) -> Option<&[StageError]> {
    let Error::Refused(refusal) = error else { return None };
    let refusal: &dyn std::error::Error = refusal.as_ref();
    refusal.downcast_ref::<Unsettled>().map(|unsettled| unsettled.errors.0.as_slice())
}

/// A score with a stage just entered.
pub(super) struct Entered {
    score: nennep_domain::quality::Score,
    stage: Stage,
    scorer: Option<Scorer>,
}

/// The score with the entry in it, or why it is refused.
pub(super) fn try_entry(ctx: &Ctx, scoring: &Scoring, entry: &Entry) -> Result<Entered> {
    let rubric = scoring.rubric()?;
    let scorer = match entry.stage {
        Stage::Proposed => Some(entry.scorer.or_else(|| scoring.scorer_of(ctx)).ok_or(Error::Forbidden)?),
        _ => None,
    };
    if !scoring.may(ctx, entry.stage, scorer) {
        return Err(Error::Forbidden);
    }
    let refused = |errors: StageErrors| Unsettled::refused(errors, rubric);
    entry.stage.must_be_open(&scoring.view.meeting).map_err(|error| refused(error.into()))?;
    not_too_long(entry)?;
    let mut score = scoring.score.clone().ok_or(Error::NotFound)?;
    let reasons = entry.reasons.iter().map(|(item, reason)| (item.clone(), names::tidy_text(reason)));
    let asked = StageEntry {
        stage: entry.stage,
        scorer,
        points: entry.points.clone(),
        reasons: reasons.filter(|(_, reason)| !reason.is_empty()).collect(),
        done: ctx.done(),
    };
    score.enter(rubric, asked, &scoring.view.rules, scoring.overseer_attended()).map_err(refused)?;
    Ok(Entered { score, stage: entry.stage, scorer })
}

async fn write(
    ctx: &Ctx,
    tx: &mut WriteTx,
    meeting: MeetingId,
    scoring: &Scoring,
    entered: &Entered,
    said: Said,
) -> Result<()> {
    if scoring.is_open() {
        quality::save_sheets(tx, &[sheet_row(meeting, &entered.score, ctx.now())?]).await?;
    }
    if entered.stage == Stage::Voted {
        quality::set_confirmed(tx, meeting, None).await?;
    }
    let mut stages = entered.score.stages.iter();
    let stage = stages.find(|one| (one.stage, one.scorer) == (entered.stage, entered.scorer));
    let stage = stage.ok_or(Error::NotFound)?;
    quality::save_stages(tx, &[stage_row(meeting, stage, said)]).await?;
    Ok(())
}

fn not_too_long(entry: &Entry) -> Result<()> {
    let mut problems = Problems::default();
    if entry.note.chars().count() > 5_000 {
        problems.add("note", Sentence::new("form-too-long").with("most", 5_000));
    }
    if entry.reasons.values().any(|reason| reason.chars().count() > 1_000) {
        problems.add("", Sentence::new("form-too-long").with("most", 1_000));
    }
    Ok(problems.or(Some(()))?)
}

/// The motion by which the cell voted its score, if it passed: this one, else the last one that was counted.
fn passed(motions: &[Motion], by: Option<MotionId>) -> Result<&Motion> {
    let of_score =
        |motion: &&Motion| motion.subject == MotionSubject::Score && by.is_none_or(|id| motion.id == id);
    let counted =
        motions.iter().filter(of_score).filter_map(|one| Some((one.decision.as_ref()?.done.at, one)));
    let last = counted
        .max_by_key(|(at, _)| *at)
        .map(|(_, motion)| motion)
        .ok_or_else(|| Error::refused(NoVote::Missing))?;
    if last.decision.as_ref().is_some_and(|decision| decision.passed) {
        Ok(last)
    } else {
        Err(Error::refused(NoVote::Failed))
    }
}
