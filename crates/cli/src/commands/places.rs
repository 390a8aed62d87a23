//! Which organisations a command speaks of.

use nennep_app::{
    Ctx,
    organisations::{self, Filter},
};
use nennep_domain::ids::OrganisationId;

use crate::output::Failure;

/// The organisation with that code, or all that stand above all.
pub(super) async fn places(ctx: &Ctx, code: Option<&str>) -> Result<Vec<OrganisationId>, Failure> {
    if let Some(code) = code {
        return Ok(vec![organisations::find_by_code(ctx, code).await?.id]);
    }
    let all = organisations::list(ctx, Filter { limit: u32::MAX, ..Filter::default() }).await?;
    Ok(all.into_iter().filter(|one| one.parent.is_none()).map(|one| one.id).collect())
}
