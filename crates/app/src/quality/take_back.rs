//! Taking a stage back while no later one stands.

use nennep_domain::{
    ids::MeetingId,
    quality::{Scorer, Stage, StageError},
};
use nennep_store::quality;

use super::{enter::Unsettled, load::scoring};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    meetings::finish,
};

/// Takes a stage back; of two proposals that of `scorer`, where left out one the actor may take back. Doing it twice is
/// safe. The cell's vote itself, a fact of the meeting, stays; a confirmation of the self-score goes with it.
#[boxed]
pub async fn take_back(ctx: &Ctx, meeting: MeetingId, stage: Stage, scorer: Option<Scorer>) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let scoring = scoring(ctx, &mut tx, meeting).await?;
    let proposed = |by: Option<Scorer>| {
        let stages = scoring.score.iter().flat_map(|score| &score.stages);
        stages.into_iter().any(|one| one.stage == Stage::Proposed && one.scorer == by)
    };
    let scorer = match stage {
        Stage::Proposed => scorer.or_else(|| {
            Scorer::ALL.iter().copied().find(|by| proposed(Some(*by)) && scoring.may(ctx, stage, Some(*by)))
        }),
        _ => None,
    };
    if !scoring.may(ctx, stage, scorer) {
        return Err(Error::Forbidden);
    }
    let Some(mut score) = scoring.kept.map(|kept| kept.score) else { return Ok(()) };
    let refused = |error: StageError| match &scoring.rubric {
        Ok(rubric) => Unsettled::refused(error, rubric),
        Err(_) => Error::refused(error),
    };
    if !score.take_back(stage, scorer).map_err(refused)? {
        return Ok(());
    }
    quality::delete_stage(&mut tx, meeting, stage, scorer).await?;
    if stage == Stage::Voted {
        quality::set_confirmed(&mut tx, meeting, None).await?;
    }
    if score.stages.is_empty() {
        quality::delete_sheet(&mut tx, meeting).await?;
    }
    let event = match stage {
        Stage::Proposed => "meeting.score_proposal_taken_back",
        Stage::Agreed => "meeting.score_agreement_taken_back",
        Stage::Voted => "meeting.score_vote_taken_back",
        Stage::Decided => "meeting.grade_taken_back",
    };
    finish(ctx, tx, &scoring.view.meeting, event, &[scoring.view.meeting.month]).await
}
