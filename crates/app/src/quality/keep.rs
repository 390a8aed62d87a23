//! Between a score as the domain knows it and its rows.

use nennep_domain::{
    ids::{AccountId, MeetingId, MotionId},
    meetings::Done,
    quality::{Points, Score, Scorer, Stage, StagePoints},
    rules::Hundredths,
    time::Instant,
};
use nennep_store::{
    Tx,
    quality::{self, StoredPoints, StoredSheet, StoredStage},
};
use uuid::Uuid;

use crate::error::{Error, Result};

/// What was said with a stage, beside its points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Words: for the cell's vote, the faults named and their remedies; for a decision, what the superior says to it.
    pub note: String,
    /// The motion by which the cell voted.
    pub motion: Option<MotionId>,
}

/// A score as it was kept.
pub(super) struct Kept {
    pub(super) score: Score,
    pub(super) drawn_at: Instant,
    said: Vec<(Stage, Option<Scorer>, Said)>,
}

impl Kept {
    /// What was said with a stage.
    pub(super) fn said(&self, stage: Stage, scorer: Option<Scorer>) -> Said {
        let found = self.said.iter().find(|(of, by, _)| (*of, *by) == (stage, scorer));
        found.map(|(.., said)| said.clone()).unwrap_or_default()
    }
}

/// The score kept of a meeting; `None` before the first proposal.
pub(super) async fn find(tx: &mut Tx, meeting: MeetingId) -> Result<Option<Kept>> {
    let Some(sheet) = quality::find_sheet(tx, meeting).await? else { return Ok(None) };
    let stages = quality::stages(tx, meeting).await?;
    let points = quality::points(tx, meeting).await?;
    let said = stages
        .iter()
        .map(|stage| {
            let said = Said { note: stage.note.clone(), motion: stage.motion };
            (stage.stage, stage.scorer, said)
        })
        .collect();
    let score = Score {
        sheet: serde_json::from_value(sheet.evidence).map_err(Error::fault)?,
        stages: stages.iter().map(|stage| read(stage, &points)).collect(),
        confirmed: sheet.confirmed,
    };
    Ok(Some(Kept { score, drawn_at: sheet.drawn_at, said }))
}

fn read(stage: &StoredStage, points: &[StoredPoints]) -> StagePoints {
    let of = || points.iter().filter(|one| (one.stage, one.scorer) == (stage.stage, stage.scorer));
    let reasons = of().filter(|one| !one.reason.is_empty());
    StagePoints {
        stage: stage.stage,
        scorer: stage.scorer,
        points: of().map(|one| (one.item.clone(), Hundredths::new(one.points))).collect::<Points>(),
        reasons: reasons.map(|one| (one.item.clone(), one.reason.clone())).collect(),
        total: Hundredths::new(stage.total),
        grade: stage.grade,
        done: Done { at: stage.at, by: stage.by.unwrap_or(AccountId(Uuid::nil())) },
    }
}

/// The rows of one stage: its meeting, the stage itself, the points of its items.
pub type StageRows = (MeetingId, StoredStage, Vec<StoredPoints>);

/// The rows of one stage.
pub(super) fn stage_row(meeting: MeetingId, stage: &StagePoints, said: Said) -> StageRows {
    let points = stage.points.iter().map(|(item, points)| StoredPoints {
        stage: stage.stage,
        scorer: stage.scorer,
        item: item.clone(),
        points: points.get(),
        reason: stage.reasons.get(item).cloned().unwrap_or_default(),
    });
    let row = StoredStage {
        stage: stage.stage,
        scorer: stage.scorer,
        total: stage.total.get(),
        grade: stage.grade,
        note: said.note,
        motion: said.motion,
        at: stage.done.at,
        by: Some(stage.done.by).filter(|by| !by.0.is_nil()),
    };
    (meeting, row, points.collect())
}

/// The row of a sheet.
pub(super) fn sheet_row(meeting: MeetingId, score: &Score, drawn_at: Instant) -> Result<StoredSheet> {
    Ok(StoredSheet {
        meeting,
        rubric: score.sheet.rubric.clone(),
        rubric_from: score.sheet.version,
        evidence: serde_json::to_value(&score.sheet).map_err(Error::fault)?,
        drawn_at,
        confirmed: score.confirmed,
    })
}

/// The rows of a whole score, `said` giving what was said with each stage: for samples, which write many meetings at once.
pub fn rows(
    meeting: MeetingId,
    score: &Score,
    drawn_at: Instant,
    said: impl Fn(Stage) -> Said,
) -> Result<(StoredSheet, Vec<StageRows>)> {
    let stages = score.stages.iter().map(|stage| stage_row(meeting, stage, said(stage.stage)));
    Ok((sheet_row(meeting, score, drawn_at)?, stages.collect()))
}
