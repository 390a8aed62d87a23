//! One organisation: where it stands, who leads it, and for those who may see members, how many it has.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::{Organisation, Place},
};
use nennep_store::{
    Tx, members,
    offices::{self, Holder},
    organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// How many members belong to an organisation and those below it today.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Membership {
    /// Official members.
    pub official: u32,
    /// Probationary members.
    pub probationary: u32,
}

/// One organisation.
#[derive(Debug, Clone)]
pub struct OrganisationView {
    /// The organisation.
    pub organisation: Organisation,
    /// All above it, nearest first.
    pub above: Vec<Organisation>,
    /// Who holds an office in it today.
    pub holders: Vec<Holder>,
    /// Its members, for those who may see them.
    pub membership: Option<Membership>,
}

/// An organisation as it stands, for anybody signed in.
#[boxed]
pub async fn show(ctx: &Ctx, id: OrganisationId) -> Result<OrganisationView> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place);
    ctx.must(Action::SeeOrganisations, &resource, Action::SeeOrganisations)?;
    let organisation = organisations::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let today = ctx.now().date();
    let sees_members = ctx.may(Action::SeeMembers, &resource);
    Ok(OrganisationView {
        organisation,
        above: above(&mut tx, &place).await?,
        holders: offices::holders(&mut tx, id, today).await?,
        membership: if sees_members { Some(membership(&mut tx, id, today).await?) } else { None },
    })
}

/// An organisation as it stood on a day that is not to come: where, called what, led by whom, with how many members then. "Not
/// found" where it did not exist then.
#[boxed]
pub async fn show_on(ctx: &Ctx, id: OrganisationId, on: Date) -> Result<OrganisationView> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place);
    ctx.must(Action::SeeOrganisations, &resource, Action::SeeOrganisations)?;
    let mut lineage = organisations::lineage(&mut tx, id, on).await?.into_iter();
    let organisation = lineage.next().ok_or(Error::NotFound)?;
    let sees_members = ctx.may(Action::SeeMembers, &resource);
    Ok(OrganisationView {
        organisation,
        above: lineage.collect(),
        holders: offices::holders(&mut tx, id, on).await?,
        membership: if sees_members { Some(membership(&mut tx, id, on).await?) } else { None },
    })
}

async fn above(tx: &mut Tx, place: &Place) -> Result<Vec<Organisation>> {
    let mut found = organisations::find_many(tx, &place.above).await?;
    found.sort_by_key(|one| place.above.iter().position(|id| *id == one.id));
    Ok(found)
}

async fn membership(tx: &mut Tx, id: OrganisationId, on: Date) -> Result<Membership> {
    let counts = members::membership_counts(tx, id, on).await?;
    let add = |sum: Membership, (_, official, probationary)| Membership {
        official: sum.official + official,
        probationary: sum.probationary + probationary,
    };
    Ok(counts.into_iter().fold(Membership::default(), add))
}
