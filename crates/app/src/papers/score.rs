//! The score of a meeting as papers give it: block by block, each stage beside the others.

use std::collections::BTreeSet;

use nennep_domain::{
    ids::MotionId,
    motions::MotionSubject,
    papers::{Score, ScoreLine, Stages},
    quality::{Points, Rubric, RubricBook, Scope, Scorer, Sheet, Stage},
    rules::Hundredths,
};
use nennep_store::{
    Tx,
    quality::{self, StoredPoints, StoredSheet, StoredStage},
};

use serde::Deserialize as _;

use super::head::{vote, vote_on};
use crate::{Ctx, error::Result, meetings::MeetingView};

/// The score of a meeting with what its rubric can give; `None` while it is not scored.
pub(crate) async fn score(ctx: &Ctx, tx: &mut Tx, view: &MeetingView) -> Result<Option<Score>> {
    let id = view.meeting.id;
    let stages = quality::stages(tx, id).await?;
    if stages.is_empty() {
        return Ok(None);
    }
    let points = quality::points(tx, id).await?;
    let sheet = quality::find_sheet(tx, id).await?;
    Ok(Some(score_of_rows(&ctx.rubrics, view, sheet.as_ref(), &stages, &points)))
}

/// The score its rows make up.
pub(crate) fn score_of_rows(
    rubrics: &RubricBook,
    view: &MeetingView,
    sheet: Option<&StoredSheet>,
    stages: &[StoredStage],
    points: &[StoredPoints],
) -> Score {
    let rubric = sheet.and_then(|sheet| {
        let scores = |one: &&Rubric| {
            one.code == sheet.rubric
                && one.from == sheet.rubric_from
                && one.scores(view.meeting.kind, view.cell.cell_type)
        };
        rubrics.on(sheet.rubric_from).find(scores)
    });
    let scope = sheet.and_then(|sheet| Sheet::deserialize(&sheet.evidence).ok());
    let scope = scope.map(|sheet| sheet.scope()).unwrap_or_default();
    // Of two proposals, papers give that of the rubric's first scorer.
    let first = rubric.and_then(|rubric| rubric.scorers.first().copied());
    let counts = |scorer: Option<Scorer>| scorer.is_none() || first.is_none() || scorer == first;
    let stages: Vec<_> = stages.iter().filter(|stage| counts(stage.scorer)).cloned().collect();
    let points: Vec<_> = points.iter().filter(|point| counts(point.scorer)).cloned().collect();
    let last = stages.iter().max_by_key(|stage| stage.stage);
    let motion = stages.iter().find(|stage| stage.stage == Stage::Voted).and_then(|stage| stage.motion);
    Score {
        lines: rubric.map(|rubric| lines(rubric, &points, &scope)).unwrap_or_default(),
        max: rubric.map(|rubric| hundredths(rubric.maximum)),
        total: at_each(&stages, |stage| u32::try_from(stage.total).unwrap_or(0)),
        grade: at_each(&stages, |stage| stage.grade),
        vote: motion.map_or_else(|| vote_on(view, MotionSubject::Score), |motion| vote_of(view, motion)),
        remedies: last.map(|stage| stage.note.clone()).unwrap_or_default(),
    }
}

fn vote_of(view: &MeetingView, motion: MotionId) -> Option<nennep_domain::papers::Vote> {
    view.motions.iter().find(|one| one.id == motion).and_then(vote)
}

/// Each block of the rubric with its points at each stage.
fn lines(rubric: &Rubric, points: &[StoredPoints], scope: &Scope) -> Vec<ScoreLine> {
    let reached: BTreeSet<Stage> = points.iter().map(|point| point.stage).collect();
    let of = |stage: Stage| {
        let given = points.iter().filter(|point| point.stage == stage);
        given.map(|point| (point.item.clone(), Hundredths::new(point.points))).collect::<Points>()
    };
    let line = |block: &nennep_domain::quality::Block| {
        let at = |stage: Stage| {
            let earned = || hundredths(rubric.block_total(&block.key, &of(stage), scope));
            reached.contains(&stage).then(earned)
        };
        ScoreLine {
            criterion: block.title.vi.clone(),
            max: hundredths(block.maximum),
            points: Stages {
                proposed: at(Stage::Proposed),
                agreed: at(Stage::Agreed),
                voted: at(Stage::Voted),
                decided: at(Stage::Decided),
            },
        }
    };
    rubric.blocks.iter().map(line).collect()
}

fn at_each<T>(stages: &[StoredStage], read: impl Fn(&StoredStage) -> T) -> Stages<T> {
    let at = |wanted: Stage| stages.iter().find(|stage| stage.stage == wanted).map(&read);
    Stages {
        proposed: at(Stage::Proposed),
        agreed: at(Stage::Agreed),
        voted: at(Stage::Voted),
        decided: at(Stage::Decided),
    }
}

fn hundredths(points: Hundredths) -> u32 {
    u32::try_from(points.get()).unwrap_or(0)
}
