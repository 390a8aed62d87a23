//! Who holds which office today.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
};
use nennep_store::{
    offices::{self, Holder},
    organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The offices held today in an organisation, or (`below`) in it and all below it.
#[boxed]
pub async fn list(ctx: &Ctx, organisation: OrganisationId, below: bool) -> Result<Vec<Holder>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeOrganisations, &Resource::at(&place), Action::SeeOrganisations)?;
    let today = ctx.now().date();
    Ok(if below {
        offices::holders_within(&mut tx, organisation, today).await?
    } else {
        offices::holders(&mut tx, organisation, today).await?
    })
}

/// So many terms of an organisation are told.
const MOST_TERMS: u32 = 200;

/// Every term of an organisation, ended ones too, latest first.
#[boxed]
pub async fn history(ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<Holder>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeOrganisations, &Resource::at(&place), Action::SeeOrganisations)?;
    Ok(offices::history(&mut tx, organisation, MOST_TERMS).await?)
}
