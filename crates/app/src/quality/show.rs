//! The score of a meeting for those who may read the meeting.

use std::collections::{BTreeSet, HashMap};

use nennep_domain::{
    ids::{AccountId, MeetingId},
    meetings::Done,
    motions::{MotionKind, Terms},
    problems::Refusal,
    quality::{Score, Stage, StagePoints},
};
use nennep_store::{Tx, accounts};

use super::{
    confirm::may_confirm,
    load::{Scoring, scoring},
    view::{Deeds, DifferenceView, DoneView, ScoreView, StageOf, StageView, VoteView},
};
use crate::{Ctx, boxed, error::Result, meetings, rules};

/// The score of a meeting: the sheet with its evidence, drawn up anew while the cell committee has not agreed, and every
/// stage that was entered.
#[boxed]
pub async fn show(ctx: &Ctx, meeting: MeetingId) -> Result<ScoreView> {
    let mut tx = ctx.store.read().await?;
    let scoring = scoring(ctx, &mut tx, meeting).await?;
    let score = scoring.score.as_ref();
    let stages = score.map_or(&[][..], |score| &score.stages);
    let names = names(&mut tx, &scoring).await?;
    let done = |done: &Done| DoneView {
        at: done.at,
        by: Some(done.by).filter(|by| !by.0.is_nil()),
        by_name: names.get(&done.by).cloned().unwrap_or_default(),
    };
    let sheet = score.map(|score| super::sheet::sheet(&scoring, score));
    let keys: BTreeSet<_> = sheet.iter().flat_map(super::sheet::rests_on).collect();
    let keys: Vec<_> = keys.into_iter().collect();
    let rubric = scoring.rubric.as_ref().ok();
    let confirmation_asked = scoring.view.rules.overseer_confirms().value && scoring.overseer_attended();
    Ok(ScoreView {
        meeting,
        cell: scoring.view.cell.name.clone(),
        month: scoring.view.meeting.month,
        kind: scoring.view.meeting.kind,
        state: scoring.view.meeting.state(),
        starts_at: scoring.view.meeting.starts_at,
        rubric: rubric.map(super::sheet::rubric_view),
        no_rubric: scoring.rubric.as_ref().err().map(Refusal::sentence),
        stages: stages.iter().map(|stage| stage_view(&scoring, stage, done(&stage.done))).collect(),
        confirmed: score.and_then(|score| score.confirmed).map(|confirmed| done(&confirmed)),
        confirmation_asked,
        decided_otherwise: score.and_then(Score::decided_otherwise),
        next: rubric.zip(score).and_then(|(rubric, score)| score.next(rubric)),
        waits_for: rubric.zip(score).map_or_else(Vec::new, |(rubric, score)| score.waits_for(rubric)),
        deeds: deeds(ctx, &scoring),
        rules: rules::explain(&mut tx, &scoring.view.rules, &keys).await?,
        sheet,
    })
}

/// What the cell's vote on its score needs on the roll as it stands: for the sentence to read aloud before.
#[boxed]
pub async fn terms_of_vote(ctx: &Ctx, meeting: MeetingId) -> Result<Terms> {
    meetings::terms_of(ctx, meeting, MotionKind::Procedural).await
}

async fn names(tx: &mut Tx, scoring: &Scoring) -> Result<HashMap<AccountId, String>> {
    let Some(score) = &scoring.score else { return Ok(HashMap::new()) };
    let stages = score.stages.iter().map(|stage| stage.done.by);
    let mut ids: Vec<_> = stages.chain(score.confirmed.map(|done| done.by)).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(accounts::names(tx, &ids).await?)
}

fn stage_view(scoring: &Scoring, stage: &StagePoints, done: DoneView) -> StageView {
    let said = scoring.kept.as_ref().map(|kept| kept.said(stage.stage, stage.scorer)).unwrap_or_default();
    let vote = said.motion.and_then(|id| {
        let motion = scoring.view.motions.iter().find(|motion| motion.id == id)?;
        let decision = motion.decision.as_ref()?;
        Some(VoteView {
            motion: id,
            in_favour: decision.count.in_favour,
            against: decision.count.against,
            other: decision.count.other,
            base: decision.base,
            needed: decision.needed,
            passed: decision.passed,
        })
    });
    StageView {
        stage: stage.stage,
        scorer: stage.scorer,
        points: stage.points.clone(),
        differences: differences(scoring, stage),
        total: stage.total,
        grade: stage.grade,
        note: said.note,
        vote,
        done,
    }
}

/// What a stage changed of the one before; a proposal, of the program's sheet.
fn differences(scoring: &Scoring, stage: &StagePoints) -> Vec<DifferenceView> {
    let Some(score) = &scoring.score else { return Vec::new() };
    let before = super::sheet::before(score, stage.stage);
    let changed = stage.points.iter().filter(|(item, points)| before.get(*item) != Some(points));
    let difference = |(item, to): (&String, &nennep_domain::rules::Hundredths)| DifferenceView {
        item: item.clone(),
        from: before.get(item).copied().unwrap_or_default(),
        to: *to,
        reason: stage.reasons.get(item).cloned().unwrap_or_default(),
    };
    changed.map(difference).collect()
}

/// What the reader may do: the next stage, once the meeting stands so; the last one anew; the confirmation.
fn deeds(ctx: &Ctx, scoring: &Scoring) -> Deeds {
    let (Ok(rubric), Some(score)) = (&scoring.rubric, &scoring.score) else { return Deeds::default() };
    let open = |stage: &Stage| stage.must_be_open(&scoring.view.meeting).is_ok();
    let scorer = |stage: Stage| if stage == Stage::Proposed { scoring.scorer_of(ctx) } else { None };
    let next = score.next(rubric).filter(open).map(|stage| StageOf { stage, scorer: scorer(stage) });
    let next = next.filter(|next| scoring.may(ctx, next.stage, next.scorer) && !waits(scoring, score, *next));
    let last = score.stages.iter().rev().filter(|last| Some(last.stage) == score.stage());
    let mut last = last.map(|last| StageOf { stage: last.stage, scorer: last.scorer });
    let again = last.find(|last| open(&last.stage) && scoring.may(ctx, last.stage, last.scorer));
    let confirm = may_confirm(ctx, scoring);
    Deeds { next, again, confirm }
}

/// Whether a decision waits for the confirmation of who attended; whether a proposal was made already by this scorer.
fn waits(scoring: &Scoring, score: &Score, next: StageOf) -> bool {
    let asked = scoring.view.rules.overseer_confirms().value && scoring.overseer_attended();
    match next.stage {
        Stage::Decided => asked && score.confirmed.is_none(),
        Stage::Proposed => next.scorer.is_none() || score.stages.iter().any(|one| one.scorer == next.scorer),
        _ => false,
    }
}
