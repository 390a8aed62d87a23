//! A meeting with its score as it stands, and the permission of each stage.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MeetingId,
    organisations::{OrganisationKind, Place},
    quality::{Decider, MeetingFacts, Rubric, Score, Scorer, Sheet, Stage},
    time::Instant,
};
use nennep_store::{Tx, organisations};

use super::{
    draw::{NoRubric, draw_up, rubric_of},
    facts::facts,
    keep::{self, Kept},
};
use crate::{
    Ctx,
    error::{Error, Result},
    meetings::{MeetingView, load::load, load_view},
};

/// A meeting with its score as it stands.
pub(super) struct Scoring {
    pub(super) view: MeetingView,
    /// The rubric, or why there is none.
    pub(super) rubric: Result<Rubric, NoRubric>,
    /// The score; its sheet is drawn up anew while the cell committee has not agreed. `None` where there is no rubric and
    /// nothing was kept.
    pub(super) score: Option<Score>,
    /// What was kept.
    pub(super) kept: Option<Kept>,
    /// What the program would propose now.
    pub(super) now: Option<Sheet>,
    /// When the sheet was drawn up.
    pub(super) drawn_at: Instant,
    /// Where the cell stands, seen from who decides alone: an office anywhere else above it does not count.
    decider: Place,
}

/// The meeting with its score, for those who may read the meeting.
pub(super) async fn scoring(ctx: &Ctx, tx: &mut Tx, id: MeetingId) -> Result<Scoring> {
    let loaded = load(ctx, tx, id, Action::ReadMeeting).await?;
    let view = load_view(ctx, tx, loaded).await?;
    let kept = keep::find(tx, id).await?;
    let facts = facts(ctx, tx, &view).await?;
    let rubric = rubric_of(ctx, &view, kept.as_ref().map(|kept| &kept.score.sheet)).cloned();
    let decider = decider(tx, &view, rubric.as_ref().ok()).await?;
    Ok(Scoring::new(view, kept, rubric, &facts, decider, ctx.now()))
}

impl Scoring {
    fn new(
        view: MeetingView,
        kept: Option<Kept>,
        rubric: Result<Rubric, NoRubric>,
        facts: &MeetingFacts,
        decider: Place,
        now: Instant,
    ) -> Self {
        let drawn = rubric.as_ref().ok().map(|rubric| draw_up(rubric, &view, facts));
        let score = match (&kept, &drawn) {
            (Some(kept), Some(sheet)) if is_open(&kept.score) => {
                Some(Score { sheet: sheet.clone(), ..kept.score.clone() })
            }
            (Some(kept), _) => Some(kept.score.clone()),
            (None, Some(sheet)) => Some(Score::new(sheet.clone())),
            (None, None) => None,
        };
        let frozen = kept.as_ref().filter(|kept| !is_open(&kept.score)).map(|kept| kept.drawn_at);
        Self { view, rubric, score, kept, now: drawn, drawn_at: frozen.unwrap_or(now), decider }
    }

    /// The rubric, or a refusal that says why there is none.
    pub(super) fn rubric(&self) -> Result<&Rubric> {
        self.rubric.as_ref().map_err(|none| Error::refused(none.clone()))
    }

    /// Whether the sheet is still drawn up anew.
    pub(super) fn is_open(&self) -> bool {
        self.score.as_ref().is_none_or(is_open)
    }

    /// Whether a member of the superior committee attended.
    pub(super) fn overseer_attended(&self) -> bool {
        self.view.guests.iter().any(|guest| guest.overseer)
    }

    /// Whether the actor is the member of the superior committee who attended.
    pub(super) fn attended_as_overseer(&self, ctx: &Ctx) -> bool {
        let me = |guest: &nennep_domain::meetings::Guest| {
            guest.overseer && guest.member.is_none_or(|member| ctx.actor.member == Some(member))
        };
        ctx.is_system() || self.view.guests.iter().any(me)
    }

    /// Whether the actor may enter a stage and take it back.
    pub(super) fn may(&self, ctx: &Ctx, stage: Stage, scorer: Option<Scorer>) -> bool {
        match (stage, scorer) {
            (Stage::Proposed, Some(Scorer::CellCommittee)) | (Stage::Agreed | Stage::Voted, _) => {
                ctx.may(Action::AgreeScore, &self.view.resource())
            }
            (Stage::Proposed, Some(Scorer::Overseer)) => ctx.may(Action::ConfirmScore, &self.view.resource()),
            (Stage::Proposed, _) => ctx.may(Action::ProposeScore, &self.view.resource()),
            (Stage::Decided, _) => ctx.may(Action::DecideGrade, &Resource::at(&self.decider)),
        }
    }

    /// For which scorer the actor proposes: one who has not proposed yet before one who has.
    pub(super) fn scorer_of(&self, ctx: &Ctx) -> Option<Scorer> {
        let rubric = self.rubric.as_ref().ok()?;
        let waiting = self.score.as_ref().map_or_else(Vec::new, |score| score.waits_for(rubric));
        let all = waiting.iter().chain(&rubric.scorers);
        all.copied().find(|scorer| self.may(ctx, Stage::Proposed, Some(*scorer)))
    }
}

/// Whether the sheet of a score is still drawn up anew: while the cell committee has not agreed.
fn is_open(score: &Score) -> bool {
    score.stage().is_none_or(|stage| stage < Stage::Agreed)
}

/// The cell with nothing above it but the committee that decides: the direct superior, or that of the commune where the
/// rubric says so.
async fn decider(tx: &mut Tx, view: &MeetingView, rubric: Option<&Rubric>) -> Result<Place> {
    let place = &view.place;
    let above = match rubric.map_or(view.rules.deciding_body().value, |rubric| rubric.decided_by) {
        Decider::DirectSuperior => place.parent(),
        Decider::Commune => {
            let found = organisations::find_many(tx, &place.above).await?;
            let commune = |id: &nennep_domain::ids::OrganisationId| {
                found.iter().any(|one| one.id == *id && one.kind == OrganisationKind::Commune)
            };
            place.above.iter().copied().find(commune)
        }
    };
    Ok(Place { organisation: place.organisation, above: above.into_iter().collect() })
}
