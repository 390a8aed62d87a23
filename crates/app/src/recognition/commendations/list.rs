//! Commendations of one recipient, and of a committee by year. Cells that have none are named so that their good work is looked for, not
//! so that they are blamed.

use std::collections::HashSet;

use jiff::civil::date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{CommendationId, MemberId, OrganisationId},
    organisations::{Organisation, OrganisationKind, Place},
    recognition::commendations::Recipient,
};
use nennep_store::{
    Tx,
    commendations::{self, Kept},
    organisations::{self, Filter},
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    members::kept_at,
    reach,
};

/// A commendation with what the reader may do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommendationView {
    /// The commendation.
    pub kept: Kept,
    /// The name of the organisation it counts for.
    pub place: String,
    /// Whether the reader may set it right or take it back now.
    pub can_be_corrected: bool,
    /// Whether the reader may end it.
    pub can_be_ended: bool,
    /// Whether the reader may let it count again now.
    pub can_be_reopened: bool,
}

/// The commendations of a year.
#[derive(Debug, Clone)]
pub struct Year {
    /// The organisation.
    pub organisation: Organisation,
    /// The year.
    pub year: i16,
    /// The commendations, the latest first.
    pub lines: Vec<CommendationView>,
    /// How many cells there are of which the reader may know.
    pub cells: usize,
    /// Cells with none that counts, their members' included, by code.
    pub without: Vec<Organisation>,
    /// Whether the reader may enter commendations of the organisation.
    pub keeps: bool,
}

/// So many commendations of a year are listed.
const MOST: u32 = 2_000;

fn view(ctx: &Ctx, kept: Kept, place: String, keeps: bool) -> CommendationView {
    let since = ctx.can_take_back_since();
    CommendationView {
        can_be_corrected: keeps && kept.recorded_at >= since && kept.commendation.ended.is_none(),
        can_be_ended: keeps && kept.commendation.ended.is_none(),
        can_be_reopened: keeps && kept.ended_at.is_some_and(|at| at >= since),
        place,
        kept,
    }
}

/// The commendations of a member, the latest first; the member sees the own.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<Vec<CommendationView>> {
    let mut tx = ctx.store.read().await?;
    let place = kept_at(ctx, &mut tx, member).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeCommendations, &Resource::at(&place).of_member(member), Action::SeeMembers)?;
    let found = commendations::of_member(&mut tx, member).await?;
    named(ctx, &mut tx, found, &place).await
}

/// The commendations of an organisation as a whole, the latest first.
#[boxed]
pub async fn of_organisation(ctx: &Ctx, id: OrganisationId) -> Result<Vec<CommendationView>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeCommendations, &Resource::at(&place), Action::SeeOrganisations)?;
    let found = commendations::of_organisation(&mut tx, id).await?;
    named(ctx, &mut tx, found, &place).await
}

async fn named(ctx: &Ctx, tx: &mut Tx, found: Vec<Kept>, at: &Place) -> Result<Vec<CommendationView>> {
    let keeps = ctx.may(Action::KeepCommendations, &Resource::at(at));
    let ids: Vec<OrganisationId> = found.iter().map(|one| one.commendation.place).collect();
    let places = organisations::find_many(tx, &ids).await?;
    let views = found.into_iter().map(|kept| {
        let place = name(&places, kept.commendation.place);
        view(ctx, kept, place, keeps)
    });
    Ok(views.collect())
}

fn name(places: &[Organisation], id: OrganisationId) -> String {
    places.iter().find(|one| one.id == id).map_or_else(String::new, |one| one.name.clone())
}

/// One commendation with its recipient's name, for those who see it.
#[boxed]
pub async fn find(ctx: &Ctx, id: CommendationId) -> Result<CommendationView> {
    let mut tx = ctx.store.read().await?;
    let kept = commendations::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (place, member) = match kept.commendation.to {
        Recipient::Member(member) => (kept_at(ctx, &mut tx, member).await?, Some(member)),
        Recipient::Organisation(id) => (organisations::place(&mut tx, id).await?, None),
    };
    let place = place.ok_or(Error::NotFound)?;
    let resource = Resource { member, ..Resource::at(&place) };
    ctx.must(Action::SeeCommendations, &resource, Action::SeeCommendations)?;
    named(ctx, &mut tx, vec![kept], &place).await?.pop().ok_or(Error::NotFound)
}

/// The commendations of a year within an organisation, as far as the reader sees those of its cells, and the cells that have none.
#[boxed]
pub async fn year(ctx: &Ctx, within: OrganisationId, year: i16) -> Result<Year> {
    let mut tx = ctx.store.read().await?;
    let organisation = organisations::find(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let today = ctx.now().date();
    let days = (date(year.clamp(1, 9999), 1, 1), date(year.clamp(1, 9999), 12, 31));
    // As things stood at the end of the year: a cell that ended since had its praise.
    let on = days.1.min(today);
    let filter = Filter { within: Some(within), on: Some(on), ..Filter::default() };
    let mut all = organisations::list(&mut tx, filter, u32::MAX).await?;
    if all.iter().all(|one| one.id != within) {
        all.push(organisation.clone());
    }
    let ids = all.iter().map(|one| one.id);
    let open = reach::those_where(ctx, &mut tx, Action::SeeCommendations, ids).await?;
    if open.is_empty() {
        return Err(Error::NotFound);
    }
    all.retain(|one| open.contains(&one.id));
    let ids: Vec<OrganisationId> = all.iter().map(|one| one.id).collect();
    let keeps = reach::those_where(ctx, &mut tx, Action::KeepCommendations, ids.iter().copied()).await?;
    let found = commendations::list(&mut tx, &ids, days, MOST).await?;
    let praised: HashSet<OrganisationId> =
        found.iter().filter(|one| one.commendation.counts_on(on)).map(|one| one.commendation.place).collect();
    let cells: Vec<Organisation> =
        all.iter().filter(|one| one.kind == OrganisationKind::Cell).cloned().collect();
    let lines = found.into_iter().map(|kept| {
        let at = kept.commendation.place;
        view(ctx, kept, name(&all, at), keeps.contains(&at))
    });
    Ok(Year {
        year,
        lines: lines.collect(),
        cells: cells.len(),
        without: cells.into_iter().filter(|cell| !praised.contains(&cell.id)).collect(),
        keeps: keeps.contains(&within),
        organisation,
    })
}
