//! Scores: the sheet with its evidence, and the points of each stage side by side.

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, MeetingId, MotionId},
    quality::{Grade, Stage},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day},
    error::Result,
};

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
}

/// The points of one item at one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPoints {
    /// The stage.
    pub stage: Stage,
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

/// The sheet of a meeting.
pub async fn find_sheet(tx: &mut Tx, meeting: MeetingId) -> Result<Option<StoredSheet>> {
    let row: Option<(String, Day, Json<serde_json::Value>, At)> = on_both!(tx, |c| sqlx::query_as(
        "select rubric, rubric_from, evidence, drawn_at from score_sheets where meeting_id = $1"
    )
    .bind(meeting.0)
    .fetch_optional(c)
    .await)?;
    Ok(row.map(|(rubric, from, evidence, at)| StoredSheet {
        meeting,
        rubric,
        rubric_from: from.to_jiff(),
        evidence: evidence.0,
        drawn_at: at.0,
    }))
}

/// Writes sheets, each in place of a former one of its meeting.
pub async fn save_sheets(tx: &mut WriteTx, sheets: &[StoredSheet]) -> Result<()> {
    for chunk in sheets.chunks(500) {
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

/// The points of all stages of a meeting.
pub async fn points(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<StoredPoints>> {
    let rows: Vec<(Word<Stage>, String, i64, String)> = on_both!(tx, |c| sqlx::query_as(
        "select stage, item, points, reason from score_points where meeting_id = $1 order by stage, item"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await)?;
    let points = rows.into_iter().map(|(stage, item, points, reason)| StoredPoints {
        stage: stage.0,
        item,
        points,
        reason,
    });
    Ok(points.collect())
}

/// A row of `score_stages`: stage, total, grade, note, motion, when, by whom.
type StageRow = (Word<Stage>, i64, Word<Grade>, String, Option<Uuid>, At, Option<Uuid>);

/// The stages a meeting's scoring has reached, in the order they were.
pub async fn stages(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<StoredStage>> {
    let rows: Vec<StageRow> = on_both!(tx, |c| {
        sqlx::query_as(
            "select stage, total, grade, note, motion_id, at, by_account from score_stages where meeting_id = $1 order by at, stage",
        )
        .bind(meeting.0)
        .fetch_all(c)
        .await
    })?;
    let stages = rows.into_iter().map(|(stage, total, grade, note, motion, at, by)| StoredStage {
        stage: stage.0,
        total,
        grade: grade.0,
        note,
        motion: motion.map(MotionId),
        at: at.0,
        by: by.map(AccountId),
    });
    Ok(stages.collect())
}

/// Writes a stage with its points, in place of what it was before.
pub async fn save_stages(
    tx: &mut WriteTx,
    stages: &[(MeetingId, StoredStage, Vec<StoredPoints>)],
) -> Result<()> {
    for chunk in stages.chunks(500) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into score_stages (meeting_id, stage, total, grade, note, motion_id, at, by_account) ",
            );
            query.push_values(chunk, |mut row, (meeting, stage, _)| {
                row.push_bind(meeting.0)
                    .push_bind(stage.stage.as_str())
                    .push_bind(stage.total)
                    .push_bind(stage.grade.as_str())
                    .push_bind(&stage.note)
                    .push_bind(stage.motion.map(|id| id.0))
                    .push_bind(At(stage.at))
                    .push_bind(stage.by.map(|id| id.0));
            });
            query.push(
                " on conflict (meeting_id, stage) do update set total = excluded.total, grade = excluded.grade, \
                 note = excluded.note, motion_id = excluded.motion_id, at = excluded.at, by_account = excluded.by_account",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    let points: Vec<(MeetingId, &StoredPoints)> =
        stages.iter().flat_map(|(meeting, _, points)| points.iter().map(|point| (*meeting, point))).collect();
    for chunk in points.chunks(1000) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into score_points (meeting_id, stage, item, points, reason) ");
            query.push_values(chunk, |mut row, (meeting, point)| {
                row.push_bind(meeting.0)
                    .push_bind(point.stage.as_str())
                    .push_bind(&point.item)
                    .push_bind(point.points)
                    .push_bind(&point.reason);
            });
            query.push(
                " on conflict (meeting_id, stage, item) do update set points = excluded.points, reason = excluded.reason",
            );
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Takes a stage back with its points. `false`: it was not reached.
pub async fn delete_stage(tx: &mut WriteTx, meeting: MeetingId, stage: Stage) -> Result<bool> {
    run!(
        tx,
        sqlx::query("delete from score_points where meeting_id = $1 and stage = $2")
            .bind(meeting.0)
            .bind(stage.as_str())
    )?;
    let done = run!(
        tx,
        sqlx::query("delete from score_stages where meeting_id = $1 and stage = $2")
            .bind(meeting.0)
            .bind(stage.as_str())
    )?;
    Ok(done == 1)
}
