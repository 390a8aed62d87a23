//! Which secretaries and deputies have no certificate of a class for secretaries: whom to call to the next one.

use std::collections::HashSet;

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::{MemberId, OrganisationId},
    learning::ClassKind,
    organisations::Organisation,
};
use nennep_store::{learning, offices, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// A secretary or deputy without a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untrained {
    /// The member.
    pub member: MemberId,
    /// The name.
    pub name: String,
    /// Secretary or deputy.
    pub office: Office,
    /// Where.
    pub organisation: Organisation,
}

/// Secretaries and deputies of the organisations within one who have no certificate of a class for secretaries, by code and office; and of
/// how many. For those who see the classes held there.
#[boxed]
pub async fn untrained(ctx: &Ctx, within: OrganisationId) -> Result<(Vec<Untrained>, usize)> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeClasses, &Resource::at(&place), Action::SeeOrganisations)?;
    let held = offices::holders_within(&mut tx, within, ctx.now().date()).await?;
    let leads = |office: Office| matches!(office, Office::Secretary | Office::Deputy);
    let leading: Vec<_> = held.into_iter().filter(|one| leads(one.term.office)).collect();
    let members: Vec<MemberId> = leading.iter().filter_map(|one| one.term.member).collect();
    let certified = learning::certified(&mut tx, &members, ClassKind::Secretaries).await?;
    let certified: HashSet<MemberId> = certified.into_iter().map(|(member, _)| member).collect();
    let ids: Vec<OrganisationId> = leading.iter().map(|one| one.term.organisation).collect();
    let places = organisations::find_many(&mut tx, &ids).await?;
    let of = leading.len();
    let line = |one: offices::Holder| {
        let member = one.term.member.filter(|member| !certified.contains(member))?;
        let organisation = places.iter().find(|place| place.id == one.term.organisation)?.clone();
        Some(Untrained { member, name: one.name, office: one.term.office, organisation })
    };
    let mut found: Vec<Untrained> = leading.into_iter().filter_map(line).collect();
    found.sort_by(|a, b| {
        (&a.organisation.code, a.office, a.member).cmp(&(&b.organisation.code, b.office, b.member))
    });
    Ok((found, of))
}
