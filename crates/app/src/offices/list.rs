//! Who holds which office today, or held it on another day, and where a secretary is missing.

use std::collections::HashSet;

use jiff::civil::Date;
use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
};
use nennep_store::{
    offices::{self, Holder},
    organisations::{self, Filter},
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// The offices held on a day (today where none is named) in an organisation, or (`below`) in it and all below it as they stood then.
#[boxed]
pub async fn list(
    ctx: &Ctx,
    organisation: OrganisationId,
    below: bool,
    on: Option<Date>,
) -> Result<Vec<Holder>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeOrganisations, &Resource::at(&place), Action::SeeOrganisations)?;
    let today = ctx.now().date();
    Ok(match on.filter(|on| *on != today) {
        None if below => offices::holders_within(&mut tx, organisation, today).await?,
        Some(on) if below => {
            let filter = Filter { within: Some(organisation), on: Some(on), ..Filter::default() };
            let all = organisations::list(&mut tx, filter, MOST_ORGANISATIONS).await?;
            let ids: Vec<OrganisationId> = all.iter().map(|one| one.id).collect();
            offices::holders_of(&mut tx, &ids, on).await?
        }
        on => offices::holders(&mut tx, organisation, on.unwrap_or(today)).await?,
    })
}

/// Organisations that had no secretary on a day (today where none is named), in an organisation and all below it as they stood
/// then, by code: each has one by the rules (Điều lệ Art. 24; statement 27).
#[boxed]
pub async fn without_secretary(
    ctx: &Ctx,
    organisation: OrganisationId,
    on: Option<Date>,
) -> Result<Vec<Organisation>> {
    let holders = list(ctx, organisation, true, on).await?;
    let mut tx = ctx.store.read().await?;
    let on = on.unwrap_or_else(|| ctx.now().date());
    if ctx.rules.on(on).secretaries().value == 0 {
        return Ok(Vec::new());
    }
    let filter = Filter { within: Some(organisation), on: Some(on), ..Filter::default() };
    let mut all = organisations::list(&mut tx, filter, MOST_ORGANISATIONS).await?;
    let led: HashSet<OrganisationId> = holders
        .iter()
        .filter(|one| one.term.office == Office::Secretary)
        .map(|one| one.term.organisation)
        .collect();
    all.retain(|one| one.kind != OrganisationKind::SubCell && !led.contains(&one.id));
    Ok(all)
}

/// Vacancies are sought in so many organisations.
const MOST_ORGANISATIONS: u32 = 10_000;

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
