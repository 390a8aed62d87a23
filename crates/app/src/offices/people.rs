//! People an office can be given to: members of the committee's cells, and accounts of those who are no members here.

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::{AccountId, MemberId, OrganisationId},
    organisations::Place,
};
use nennep_store::{
    accounts::{self, Filter},
    members, organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
};

/// Somebody an office can be given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The member, or
    pub member: Option<MemberId>,
    /// the account of somebody who is no member here.
    pub account: Option<AccountId>,
    /// The name.
    pub name: String,
    /// The cell a member stands in, or the login of an account.
    pub of: String,
}

/// So many people are offered at once.
const MOST: u32 = 30;

/// People whose name holds these words, for an office of an organisation: whom the asker may give offices there.
#[boxed]
pub async fn people(ctx: &Ctx, organisation: OrganisationId, words: &str) -> Result<Vec<Person>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepOffices, &Resource::at(&place), Action::SeeOrganisations)?;
    if words.trim().is_empty() {
        return Ok(Vec::new());
    }
    let filter = members::Filter {
        on: ctx.now().date(),
        within: within(ctx, &place),
        words,
        state: None,
        grade: None,
        after: None,
    };
    let mut found: Vec<Person> = Vec::new();
    for line in members::list(&mut tx, filter, MOST).await? {
        let member = Some(line.member);
        if found.iter().all(|person| person.member != member) {
            found.push(Person { member, account: None, name: line.name, of: line.cell_name });
        }
    }
    let accounts = accounts::search(&mut tx, Filter { words, ..Filter::default() }, MOST).await?;
    let others = accounts.into_iter().filter(|one| one.member.is_none() && one.disabled_at.is_none());
    found.extend(others.map(|one| Person {
        member: None,
        account: Some(one.id),
        name: one.name,
        of: one.login,
    }));
    Ok(found)
}

/// The highest organisation above the place whose office the asker works in: its members can be chosen.
fn within(ctx: &Ctx, place: &Place) -> OrganisationId {
    let offices = [Office::OrganisationOffice];
    let mine: Vec<_> = ctx.actor.places_of(&offices).collect();
    let above = place.above.iter().rev().find(|id| ctx.is_system() || mine.contains(id));
    above.copied().unwrap_or(place.organisation)
}
