//! Where dues begin for the reader: the cell whose book is kept, the committee's cells, or one's own dues.

use axum::{extract::Query, response::Response};
use nennep_app::{App, Ctx, organisations, reach};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId, time::Month};

use super::book_path;
use crate::{errors::Failure, forms::Typed, layout::see_other, routes::Routes, session::Asker};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/dues", start)
}

async fn start(Asker(ctx): Asker, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let month = asked.read("month").unwrap_or_else(|| Month::of(ctx.now().date()));
    if let Some(of) = asked.read::<OrganisationId>("of") {
        return Ok(see_other(&of_organisation(&ctx, of, month).await?, None));
    }
    Ok(see_other(&first(&ctx, month).await?, None))
}

fn committee_path(of: OrganisationId, month: Month) -> String {
    format!("/organisations/{of}/dues/{month}")
}

/// The book for those who see it, else the totals; and for whoever sees neither the own dues.
async fn of_organisation(ctx: &Ctx, of: OrganisationId, month: Month) -> Result<String, Failure> {
    let is_cell = organisations::show(ctx, of).await?.organisation.kind.meets();
    if is_cell && reach::may_at(ctx, Action::SeeDues, of).await? {
        return Ok(book_path(of, month));
    }
    if reach::may_within(ctx, Action::SeeDuesTotals, of).await? {
        return Ok(committee_path(of, month));
    }
    own(ctx)
}

fn own(ctx: &Ctx) -> Result<String, Failure> {
    let member = ctx.actor.member.ok_or(Failure::forbidden())?;
    Ok(format!("/members/{member}/dues"))
}

async fn first(ctx: &Ctx, month: Month) -> Result<String, Failure> {
    let kept = reach::where_may(ctx, Action::KeepDues).await?;
    if let Some(cell) = kept.iter().find(|one| one.kind.meets()) {
        return Ok(book_path(cell.id, month));
    }
    let reach = reach::of_asker(ctx).await?;
    for one in reach.committees {
        if reach::may_within(ctx, Action::SeeDuesTotals, one.id).await? {
            return Ok(committee_path(one.id, month));
        }
    }
    own(ctx)
}
