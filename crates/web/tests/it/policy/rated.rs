//! A round of ratings on the sample ward, in which one member has rated themselves.

use nennep_app::{
    Ctx,
    ratings::{self, OpenForm, Who},
};
use nennep_domain::{
    ids::{RatingRoundId, RatingStepId},
    ratings::{Level, SelfForm},
};
use nennep_testkit::World;

/// The round, and the step.
pub(super) async fn round(world: &World, secretary: &Ctx) -> (String, String) {
    let leader = world.acting_for(world.leader).await;
    let round = RatingRoundId(leader.new_id());
    let form = OpenForm { organisation: world.ward, year: 2026, counted_on: None };
    ratings::open(&leader, round, &form).await.unwrap();
    let step = RatingStepId(secretary.new_id());
    let form = SelfForm { level: Some(Level::Good), well: "Đã làm".to_owned(), ..SelfForm::default() };
    let who = Who::Member(world.members[12]);
    ratings::rate_self(secretary, round, who, step, None, &form).await.unwrap();
    (round.to_string(), step.to_string())
}
