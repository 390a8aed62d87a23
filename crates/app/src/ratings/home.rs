//! Where a reader's ratings begin: the own rating, and the places whose ratings the reader follows.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MemberId,
    organisations::Organisation,
    ratings::{Level, Round, StepKind},
};
use nennep_store::{
    organisations,
    ratings::{self, Whose},
};

use super::load::below;
use crate::{Ctx, boxed, error::Result, reach};

/// A round that rates the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRound {
    /// The round.
    pub round: Round,
    /// Whether the reader has rated themselves.
    pub is_self_rated: bool,
    /// Whether it is decided.
    pub is_decided: bool,
    /// The level decided.
    pub level: Option<Level>,
}

/// Where a reader's ratings begin.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// The reader, where they are a member.
    pub member: Option<MemberId>,
    /// The rounds that rate the reader, the latest first; at most ten.
    pub own: Vec<OwnRound>,
    /// Committees and cells whose ratings the reader follows.
    pub places: Vec<Organisation>,
}

/// So many years are told.
const MOST: usize = 10;

/// The reader's own ratings, and the places whose ratings the reader follows.
#[boxed]
pub async fn home(ctx: &Ctx) -> Result<Home> {
    let reach = reach::of_asker(ctx).await?;
    let mut tx = ctx.store.read().await?;
    let mut own = Vec::new();
    if let Some(member) = ctx.actor.member {
        let decided = ratings::decisions_of(&mut tx, member).await?;
        let rounds = ratings::rounds_of_member(&mut tx, member).await?;
        for round in rounds.into_iter().take(MOST) {
            let decision = decided.iter().find(|(id, _)| *id == round.id);
            // Only of an open round is more to be known: there are one or two of those.
            let steps = if round.is_open() {
                ratings::steps(&mut tx, round.id, Whose::Member(member)).await?
            } else {
                Vec::new()
            };
            own.push(OwnRound {
                is_self_rated: steps.iter().any(|step| step.kind == StepKind::SelfRating),
                is_decided: decision.is_some(),
                level: decision.and_then(|(_, level)| *level),
                round,
            });
        }
    }
    let mut all = reach.committees;
    all.extend(reach.cells);
    let ids: Vec<_> = all.iter().map(|one| one.id).collect();
    let places = organisations::places(&mut tx, &ids).await?;
    all.retain(|one| {
        let place = places.iter().find(|place| place.organisation == one.id);
        place.is_some_and(|place| {
            let asked = if one.kind.meets() { place.clone() } else { below(place) };
            ctx.may(Action::SeeRatings, &Resource::at(&asked))
        })
    });
    Ok(Home { member: ctx.actor.member, own, places: all })
}
