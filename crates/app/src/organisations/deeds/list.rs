//! The deeds there were and those that wait, for those who keep organisations.

use std::collections::HashMap;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{DeedId, OrganisationId},
    organisations::{
        Organisation, OrganisationKind,
        history::{DeedKind, next_code},
    },
};
use nennep_store::{Tx, deeds, deeds::Recorded, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
};

/// So many deeds are listed.
const MOST: u32 = 200;

/// A deed, with the organisations it concerns as they are called now.
#[derive(Debug, Clone)]
pub struct DeedView {
    /// The deed as it was recorded.
    pub recorded: Recorded,
    /// The organisations it concerns.
    pub organisations: Vec<Organisation>,
}

/// Deeds that concern organisations the asker keeps, those waiting first, then the latest.
#[boxed]
pub async fn list(ctx: &Ctx) -> Result<Vec<DeedView>> {
    let mut tx = ctx.store.read().await?;
    let kept = kept_places(ctx, &mut tx).await?;
    if kept.is_empty() {
        return Err(Error::Forbidden);
    }
    let kinds: Vec<&str> = DeedKind::ALL.iter().map(|kind| kind.as_str()).collect();
    let found = deeds::list(&mut tx, &kept, &kinds, MOST).await?;
    viewed(&mut tx, found).await
}

/// One deed, for those who keep what it concerns.
#[boxed]
pub async fn find(ctx: &Ctx, id: DeedId) -> Result<DeedView> {
    let mut tx = ctx.store.read().await?;
    let recorded = kept(ctx, &mut tx, id).await?;
    viewed(&mut tx, vec![recorded]).await?.pop().ok_or(Error::NotFound)
}

pub(in crate::organisations) async fn viewed(tx: &mut Tx, found: Vec<Recorded>) -> Result<Vec<DeedView>> {
    let ids: Vec<DeedId> = found.iter().map(|one| one.id).collect();
    let concerned = deeds::concerned(tx, &ids).await?;
    let mut wanted: Vec<OrganisationId> = concerned.iter().map(|(_, id)| *id).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let known = organisations::find_many(tx, &wanted).await?;
    let known: HashMap<OrganisationId, Organisation> = known.into_iter().map(|one| (one.id, one)).collect();
    let view = |recorded: Recorded| {
        let of_it = concerned.iter().filter(|(deed, _)| *deed == recorded.id);
        let organisations = of_it.filter_map(|(_, id)| known.get(id).cloned()).collect();
        DeedView { recorded, organisations }
    };
    Ok(found.into_iter().map(view).collect())
}

/// A deed of organisations, for those who keep one it concerns.
pub(super) async fn kept(ctx: &Ctx, tx: &mut Tx, id: DeedId) -> Result<Recorded> {
    let recorded = deeds::find(tx, id).await?.filter(is_of_organisations).ok_or(Error::NotFound)?;
    let concerned: Vec<_> = deeds::concerned(tx, &[id]).await?.into_iter().map(|(_, id)| id).collect();
    let places = organisations::places(tx, &concerned).await?;
    let keeps = |place| ctx.may(Action::KeepOrganisations, &Resource::at(place));
    if ctx.is_system() || places.iter().any(keeps) { Ok(recorded) } else { Err(Error::Forbidden) }
}

/// Whether it changes organisations; a deed in a member's life is told at the member's file only.
pub(in crate::organisations) fn is_of_organisations(recorded: &Recorded) -> bool {
    recorded.kind.parse::<DeedKind>().is_ok()
}

/// Where the asker keeps organisations.
async fn kept_places(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<OrganisationId>> {
    let places = reach::places(ctx, tx).await?;
    let kept = places.iter().filter(|place| ctx.may(Action::KeepOrganisations, &Resource::at(place)));
    Ok(kept.map(|place| place.organisation).collect())
}

/// Whether the asker keeps organisations anywhere.
#[boxed]
pub async fn may_keep(ctx: &Ctx) -> Result<bool> {
    let mut tx = ctx.store.read().await?;
    Ok(!kept_places(ctx, &mut tx).await?.is_empty())
}

/// The cells that can be merged with a cell: all others the asker keeps, those beside it first, each with what it stands below.
#[boxed]
pub async fn mergeable(ctx: &Ctx, cell: OrganisationId) -> Result<Vec<(Organisation, String)>> {
    let mut tx = ctx.store.read().await?;
    let own = organisations::find(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    let filter = organisations::Filter { kind: Some(OrganisationKind::Cell), ..Default::default() };
    let mut cells = organisations::list(&mut tx, filter, MOST_CELLS).await?;
    let kept =
        reach::those_where(ctx, &mut tx, Action::KeepOrganisations, cells.iter().map(|one| one.id)).await?;
    cells.retain(|one| one.id != cell && kept.contains(&one.id));
    cells.sort_by_key(|one| one.parent != own.parent);
    let parents: Vec<OrganisationId> = cells.iter().filter_map(|one| one.parent).collect();
    let parents = organisations::find_many(&mut tx, &parents).await?;
    let named = |one: Organisation| {
        let above = parents.iter().find(|parent| Some(parent.id) == one.parent && one.parent != own.parent);
        let above = above.map_or_else(String::new, |parent| parent.name.clone());
        (one, above)
    };
    Ok(cells.into_iter().map(named).collect())
}

/// So many cells are offered to be merged.
const MOST_CELLS: u32 = 2_000;

/// The next free code of an organisation below one, where codes there are numbered.
#[boxed]
pub async fn next_code_below(ctx: &Ctx, parent: OrganisationId) -> Result<Option<String>> {
    let mut tx = ctx.store.read().await?;
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    let history = organisations::history(&mut tx).await?;
    let today = ctx.now().date();
    Ok(next_code(history.below(parent, today).map(|chapter| chapter.code.as_str())))
}
