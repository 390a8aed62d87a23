//! The deeds in a member's life, for those who may open the file.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::MemberId,
    members::life::LifeDeed,
};
use nennep_store::{deeds, deeds::Recorded};

use super::take_back::last_of;
use crate::{Ctx, boxed, error::Result, members::load::load};

/// A deed in a member's life as it was recorded.
#[derive(Debug, Clone)]
pub struct LifeView {
    /// As it was recorded.
    pub recorded: Recorded,
    /// The deed; `None` for one of the member's cell, which the member only followed.
    pub deed: Option<LifeDeed>,
    /// Whether it is the last one, and the reader may take it back today.
    pub can_be_taken_back: bool,
}

/// The deeds in a member's life, the latest to take effect first, those taken back too.
#[boxed]
pub async fn list(ctx: &Ctx, id: MemberId) -> Result<Vec<LifeView>> {
    let mut tx = ctx.store.read().await?;
    let (_, place) = load(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    let keeps = ctx.may(Action::KeepMembers, &Resource::at(&place));
    let all = deeds::of_member(&mut tx, id).await?;
    let last = last_of(&all);
    let since = ctx.can_take_back_since();
    let view = |recorded: Recorded| {
        let deed: Option<LifeDeed> = serde_json::from_value(recorded.details.clone()).ok();
        let can_be_taken_back =
            keeps && deed.is_some() && last == Some(recorded.id) && recorded.recorded_at >= since;
        LifeView { recorded, deed, can_be_taken_back }
    };
    Ok(all.into_iter().map(view).collect())
}
