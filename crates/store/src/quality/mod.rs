//! Scores: the sheet with its evidence, and the points of each stage side by side.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, MeetingId, MotionId},
    meetings::Done,
    quality::{Grade, Scorer, Stage},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::{Error, Result},
    pieces::in_pieces,
};

mod awaiting;

pub use awaiting::{Awaiting, AwaitingFilter, awaiting_grade};

/// The sheet of a meeting as it was drawn up: the rubric, and the evidence of each item.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSheet {
    /// The meeting.
    pub meeting: MeetingId,
    /// The rubric's key.
    pub rubric: String,
    /// The day from which that version of the rubric holds.
    pub rubric_from: Date,
    /// The evidence, item by item.
    pub evidence: serde_json::Value,
    /// When it was drawn up.
    pub drawn_at: Instant,
    /// When the attending member of the superior committee confirmed the self-score. [`save_sheets`] leaves it alone.
    pub confirmed: Option<Done>,
}

/// The points of one item at one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPoints {
    /// The stage.
    pub stage: Stage,
    /// Whose proposal it is; proposals only.
    pub scorer: Option<Scorer>,
    /// The item's key in the rubric.
    pub item: String,
    /// Points in hundredths.
    pub points: i64,
    /// Why they differ from the stage before; else empty.
    pub reason: String,
}

/// A stage that was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredStage {
    /// The stage.
    pub stage: Stage,
    /// Whose proposal it is; proposals only.
    pub scorer: Option<Scorer>,
    /// Points in hundredths.
    pub total: i64,
    /// The grade.
    pub grade: Grade,
    /// What was said with it.
    pub note: String,
    /// The motion by which the cell voted it.
    pub motion: Option<MotionId>,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
}

#[derive(sqlx::FromRow)]
struct SheetRow {
    rubric: String,
    rubric_from: Day,
    evidence: Json<serde_json::Value>,
    drawn_at: At,
    confirmed_at: Option<At>,
    confirmed_by: Option<Uuid>,
}

/// The sheet of a meeting.
pub async fn find_sheet(tx: &mut Tx, meeting: MeetingId) -> Result<Option<StoredSheet>> {
    let row: Option<SheetRow> = on_both!(tx, |c| {
        sqlx::query_as(
        "select rubric, rubric_from, evidence, drawn_at, confirmed_at, confirmed_by from score_sheets where meeting_id = $1"
    )
    .bind(meeting.0)
    .fetch_optional(c)
    .await
    })?;
    Ok(row.map(|row| {
        let by = AccountId(row.confirmed_by.unwrap_or_default());
        StoredSheet {
            meeting,
            rubric: row.rubric,
            rubric_from: row.rubric_from.to_jiff(),
            evidence: row.evidence.0,
            drawn_at: row.drawn_at.0,
            confirmed: row.confirmed_at.map(|at| Done { at: at.0, by }),
        }
    }))
}

/// Writes sheets, each in place of a former one of its meeting.
pub async fn save_sheets(tx: &mut WriteTx, sheets: &[StoredSheet]) -> Result<()> {
    for chunk in in_pieces(sheets) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into score_sheets (meeting_id, rubric, rubric_from, evidence, drawn_at) ",
            );
            query.push_values(chunk, |mut row, sheet| {
                row.push_bind(sheet.meeting.0)
                    .push_bind(&sheet.rubric)
                    .push_bind(day(sheet.rubric_from))
                    .push_bind(Json(&sheet.evidence))
                    .push_bind(At(sheet.drawn_at));
            });
            query.push(
                " on conflict (meeting_id) do update set rubric = excluded.rubric, rubric_from = excluded.rubric_from, \
                 evidence = excluded.evidence, drawn_at = excluded.drawn_at",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Notes that the self-score was confirmed, or takes the confirmation back (`None`). `false`: there is no sheet.
pub async fn set_confirmed(tx: &mut WriteTx, meeting: MeetingId, confirmed: Option<Done>) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("update score_sheets set confirmed_at = $2, confirmed_by = $3 where meeting_id = $1")
            .bind(meeting.0)
            .bind(confirmed.map(|done| At(done.at)))
            .bind(confirmed.map(|done| done.by.0).filter(|id| !id.is_nil()))
    )?;
    Ok(done == 1)
}

/// Takes a sheet away that no stage stands on any more. `false`: there was none.
pub async fn delete_sheet(tx: &mut WriteTx, meeting: MeetingId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from score_sheets where meeting_id = $1").bind(meeting.0))?;
    Ok(done == 1)
}

/// A scorer as its column has it: empty for the stages that name none.
fn word_of(scorer: Option<Scorer>) -> &'static str {
    scorer.map_or("", Scorer::as_str)
}

fn scorer_of(word: &str) -> Result<Option<Scorer>> {
    let known = (!word.is_empty()).then(|| word.parse()).transpose();
    known.map_err(|error| Error::Unreadable(format!("{error}")))
}

/// The points of all stages of a meeting.
pub async fn points(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<StoredPoints>> {
    let rows: Vec<(Word<Stage>, String, String, i64, String)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select stage, scorer, item, points, reason from score_points where meeting_id = $1 order by stage, scorer, item"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await
    })?;
    rows.into_iter()
        .map(|(stage, scorer, item, points, reason)| {
            Ok(StoredPoints { stage: stage.0, scorer: scorer_of(&scorer)?, item, points, reason })
        })
        .collect()
}

#[derive(sqlx::FromRow)]
struct StageRow {
    stage: Word<Stage>,
    scorer: String,
    total: i64,
    grade: Word<Grade>,
    note: String,
    motion_id: Option<Uuid>,
    at: At,
    by_account: Option<Uuid>,
}

impl TryFrom<StageRow> for StoredStage {
    type Error = Error;
    fn try_from(row: StageRow) -> Result<Self> {
        Ok(Self {
            stage: row.stage.0,
            scorer: scorer_of(&row.scorer)?,
            total: row.total,
            grade: row.grade.0,
            note: row.note,
            motion: row.motion_id.map(MotionId),
            at: row.at.0,
            by: row.by_account.map(AccountId),
        })
    }
}

/// The stages a meeting's scoring has reached, from the proposals to the decision; two proposals in the order of scorers.
pub async fn stages(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<StoredStage>> {
    let rows: Vec<StageRow> = on_both!(tx, |c| {
        sqlx::query_as(
            "select stage, scorer, total, grade, note, motion_id, at, by_account from score_stages where meeting_id = $1
             order by scorer",
        )
        .bind(meeting.0)
        .fetch_all(c)
        .await
    })?;
    let mut stages: Vec<StoredStage> = rows.into_iter().map(StoredStage::try_from).collect::<Result<_>>()?;
    stages.sort_by_key(|stage| (stage.stage, stage.scorer));
    Ok(stages)
}

/// Writes a stage with its points, in place of what it was before.
pub async fn save_stages(
    tx: &mut WriteTx,
    stages: &[(MeetingId, StoredStage, Vec<StoredPoints>)],
) -> Result<()> {
    for chunk in in_pieces(stages) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into score_stages (meeting_id, stage, scorer, total, grade, note, motion_id, at, by_account) ",
            );
            query.push_values(chunk, |mut row, (meeting, stage, _)| {
                row.push_bind(meeting.0)
                    .push_bind(stage.stage.as_str())
                    .push_bind(word_of(stage.scorer))
                    .push_bind(stage.total)
                    .push_bind(stage.grade.as_str())
                    .push_bind(&stage.note)
                    .push_bind(stage.motion.map(|id| id.0))
                    .push_bind(At(stage.at))
                    .push_bind(stage.by.map(|id| id.0));
            });
            query.push(
                " on conflict (meeting_id, stage, scorer) do update set total = excluded.total, grade = excluded.grade, \
                 note = excluded.note, motion_id = excluded.motion_id, at = excluded.at, by_account = excluded.by_account",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    let points: Vec<(MeetingId, &StoredPoints)> =
        stages.iter().flat_map(|(meeting, _, points)| points.iter().map(|point| (*meeting, point))).collect();
    for chunk in in_pieces(&points) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into score_points (meeting_id, stage, scorer, item, points, reason) ",
            );
            query.push_values(chunk, |mut row, (meeting, point)| {
                row.push_bind(meeting.0)
                    .push_bind(point.stage.as_str())
                    .push_bind(word_of(point.scorer))
                    .push_bind(&point.item)
                    .push_bind(point.points)
                    .push_bind(&point.reason);
            });
            query.push(
                " on conflict (meeting_id, stage, scorer, item) do update set points = excluded.points, \
                 reason = excluded.reason",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Takes a stage back with its points; of a proposal, that of `scorer`. `false`: it was not reached.
pub async fn delete_stage(
    tx: &mut WriteTx,
    meeting: MeetingId,
    stage: Stage,
    scorer: Option<Scorer>,
) -> Result<bool> {
    run!(
        tx,
        sqlx::query("delete from score_points where meeting_id = $1 and stage = $2 and scorer = $3")
            .bind(meeting.0)
            .bind(stage.as_str())
            .bind(word_of(scorer))
    )?;
    let done = run!(
        tx,
        sqlx::query("delete from score_stages where meeting_id = $1 and stage = $2 and scorer = $3")
            .bind(meeting.0)
            .bind(stage.as_str())
            .bind(word_of(scorer))
    )?;
    Ok(done == 1)
}
