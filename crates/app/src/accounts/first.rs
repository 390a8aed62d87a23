//! What whoever keeps the machine does from the command line: the first administrator, and a way back in for an account
//! known by its login.

use nennep_domain::{
    accounts::{
        Office, OfficeTerm,
        permission::{Action, Resource},
    },
    ids::{AccountId, OfficeId},
    problems::{Refusal, Sentence},
};
use nennep_store::{accounts, offices, organisations};

use super::manage::{NewAccount, create};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

#[derive(Debug, thiserror::Error)]
#[error("there is no organisation yet")]
struct NoOrganisation;

impl Refusal for NoOrganisation {
    fn sentence(&self) -> Sentence {
        Sentence::new("accounts-refused-no-organisation")
    }
}

/// The account with this login.
#[boxed]
pub async fn by_login(ctx: &Ctx, login: &str) -> Result<AccountId> {
    ctx.must(Action::KeepAccounts, &Resource::installation(), Action::KeepAccounts)?;
    let found = accounts::find_by_login(&mut ctx.store.read().await?, login).await?;
    Ok(found.ok_or(Error::NotFound)?.id)
}

/// Makes an account and makes it an administrator of the whole house from today on. Refused while there is no organisation:
/// an office is held somewhere.
#[boxed]
pub async fn make_administrator(ctx: &Ctx, new: &NewAccount) -> Result<AccountId> {
    ctx.must(Action::KeepAccounts, &Resource::installation(), Action::KeepAccounts)?;
    let top = organisations::roots(&mut ctx.store.read().await?).await?.into_iter().next();
    let top = top.ok_or_else(|| Error::refused(NoOrganisation))?;
    let account = create(ctx, new).await?;
    let term = OfficeTerm {
        id: OfficeId(ctx.new_id()),
        organisation: top.id,
        office: Office::Administrator,
        member: None,
        account: Some(account),
        from_on: ctx.now().date(),
        to_on: None,
        basis: String::new(),
    };
    let mut tx = ctx.store.write().await?;
    offices::insert_many(&mut tx, &[term], ctx.now(), ctx.actor.account).await?;
    events::record(&mut tx, ctx, Event::new("office.given").at(top.id).to(account.0)).await?;
    tx.commit().await?;
    Ok(account)
}
