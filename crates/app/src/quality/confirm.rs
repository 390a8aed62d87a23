//! The confirmation of the self-score by the member of the superior committee who attended, where the committee asks for it.

use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    problems::{Citation, Refusal, Sentence},
    quality::Stage,
};
use nennep_store::{Tx, quality};

use super::load::{Scoring, scoring};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    meetings::finish,
};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum CannotConfirm {
    #[error("no confirmation is asked for")]
    NotAsked(Citation),
    #[error("the cell has not voted its score")]
    NothingVoted,
    #[error("the grade is decided")]
    Decided,
    #[error("only who attended can confirm")]
    NotThere,
}

impl Refusal for CannotConfirm {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::NotAsked(_) => "quality-confirm-not-asked",
            Self::NothingVoted => "quality-confirm-nothing-voted",
            Self::Decided => "quality-confirm-decided",
            Self::NotThere => "quality-confirm-not-there",
        })
    }

    fn citation(&self) -> Option<Citation> {
        if let Self::NotAsked(citation) = self { Some(citation.clone()) } else { None }
    }
}

/// Whether the self-score is there to be confirmed by the actor, or why not.
fn check(ctx: &Ctx, scoring: &Scoring) -> Result<(), CannotConfirm> {
    let rule = scoring.view.rules.overseer_confirms();
    match scoring.score.as_ref().and_then(nennep_domain::quality::Score::stage) {
        _ if !rule.value => Err(CannotConfirm::NotAsked(rule.citation)),
        Some(Stage::Decided) => Err(CannotConfirm::Decided),
        Some(Stage::Voted) if !scoring.attended_as_overseer(ctx) => Err(CannotConfirm::NotThere),
        Some(Stage::Voted) => Ok(()),
        _ => Err(CannotConfirm::NothingVoted),
    }
}

/// Whether the actor could confirm now.
pub(super) fn may_confirm(ctx: &Ctx, scoring: &Scoring) -> bool {
    ctx.may(Action::ConfirmScore, &scoring.view.resource()) && check(ctx, scoring).is_ok()
}

async fn confirmable(ctx: &Ctx, tx: &mut Tx, meeting: MeetingId) -> Result<Scoring> {
    let scoring = scoring(ctx, tx, meeting).await?;
    if !ctx.may(Action::ConfirmScore, &scoring.view.resource()) {
        return Err(Error::Forbidden);
    }
    check(ctx, &scoring).map_err(Error::refused)?;
    Ok(scoring)
}

/// Confirms the self-score as the member of the superior committee who attended; doing it twice keeps the first time.
#[boxed]
pub async fn confirm(ctx: &Ctx, meeting: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let scoring = confirmable(ctx, &mut tx, meeting).await?;
    if scoring.score.is_some_and(|score| score.confirmed.is_some()) {
        return Ok(());
    }
    quality::set_confirmed(&mut tx, meeting, Some(ctx.done())).await?;
    finish(ctx, tx, &scoring.view.meeting, "meeting.score_confirmed", &[]).await
}

/// Takes the confirmation back while the grade is not decided; doing it twice is safe.
#[boxed]
pub async fn take_confirmation_back(ctx: &Ctx, meeting: MeetingId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let scoring = confirmable(ctx, &mut tx, meeting).await?;
    quality::set_confirmed(&mut tx, meeting, None).await?;
    finish(ctx, tx, &scoring.view.meeting, "meeting.score_confirmation_taken_back", &[]).await
}
