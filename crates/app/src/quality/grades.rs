//! What waits for a superior committee's grade.

use nennep_domain::{
    accounts::{Office, permission::Action},
    ids::{MeetingId, OrganisationId},
    quality::Decider,
    time::{Instant, Month},
};
pub use nennep_store::quality::Awaiting;
use nennep_store::quality::{self, AwaitingFilter};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// So many months back a meeting is still waited for.
const MONTHS_BACK: i32 = 24;

/// The committees for which the actor decides grades.
fn deciders(ctx: &Ctx) -> Vec<OrganisationId> {
    let offices = [Office::Secretary, Office::Deputy, Office::OrganisationOffice];
    let mut places: Vec<_> = ctx.actor.places_of(&offices).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Meetings reported to the actor's committees and not graded yet, the earliest reported first. Not for those who decide no
/// grades.
#[boxed]
pub async fn awaiting_grade(
    ctx: &Ctx,
    after: Option<(Instant, MeetingId)>,
    limit: u32,
) -> Result<Vec<Awaiting>> {
    let mut deciders = deciders(ctx);
    let mut tx = ctx.store.read().await?;
    let found = nennep_store::organisations::find_many(&mut tx, &deciders).await?;
    deciders.retain(|id| found.iter().any(|one| one.id == *id && !one.kind.meets()));
    if deciders.is_empty() || !may_decide(ctx, &deciders) {
        return Err(Error::Forbidden);
    }
    let today = ctx.now().date();
    let by_commune: Vec<&str> = {
        let rubrics = ctx.rubrics.on(today).filter(|rubric| rubric.decided_by == Decider::Commune);
        rubrics.map(|rubric| rubric.code.as_str()).collect()
    };
    let filter = AwaitingFilter {
        deciders: &deciders,
        commune_rubrics: &by_commune,
        from: Month::of(today).plus(-MONTHS_BACK),
        after,
    };
    Ok(quality::awaiting_grade(&mut tx, filter, limit).await?)
}

/// Whether the actor may decide grades of what stands directly below one of the committees.
fn may_decide(ctx: &Ctx, deciders: &[OrganisationId]) -> bool {
    let below = |id: &OrganisationId| nennep_domain::organisations::Place {
        organisation: OrganisationId(uuid::Uuid::nil()),
        above: vec![*id],
    };
    deciders.iter().any(|id| {
        let place = below(id);
        ctx.may(Action::DecideGrade, &nennep_domain::accounts::permission::Resource::at(&place))
    })
}
