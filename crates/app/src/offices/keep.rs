//! Giving and ending offices. Who holds one today may do what goes with it from this moment on, and no longer than the
//! term lasts.

use jiff::civil::Date;
use nennep_domain::{
    accounts::{
        Office, OfficeTerm,
        permission::{Action, Resource},
    },
    ids::{AccountId, MemberId, OfficeId, OrganisationId},
    names,
    organisations::Organisation,
    problems::Sentence,
};
use nennep_store::{
    Tx, WriteTx, accounts, members,
    offices::{self, Holder},
    organisations,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// A term of office to be entered.
#[derive(Debug, Clone)]
pub struct TermForm {
    /// Where it is held.
    pub organisation: OrganisationId,
    /// The office.
    pub office: Office,
    /// The member who holds it, or
    pub member: Option<MemberId>,
    /// the account that holds it, for people of the office who are no members here.
    pub account: Option<AccountId>,
    /// The first day.
    pub from_on: Date,
    /// The first day it is no longer held, if that is known.
    pub to_on: Option<Date>,
    /// What it rests on; may be empty.
    pub basis: String,
}

/// So many terms of an organisation are looked at for one that stands in the way.
const MOST_TERMS: u32 = 1_000;

/// Gives an office for a term; the same id sent twice is one term. Refused where it cannot be held, or where as many
/// hold it as the rules let.
#[boxed]
pub async fn grant(ctx: &Ctx, id: OfficeId, form: &TermForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepOffices, &Resource::at(&place), Action::SeeOrganisations)?;
    if offices::find(&mut tx, id).await?.is_some() {
        return Ok(());
    }
    let organisation = organisations::find(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    must_exist(&mut tx, form).await?;
    let term = OfficeTerm {
        id,
        organisation: form.organisation,
        office: form.office,
        member: form.member,
        account: form.account.filter(|_| form.member.is_none()),
        from_on: form.from_on,
        to_on: form.to_on,
        basis: names::tidy(&form.basis).chars().take(500).collect(),
    };
    let rules = rules::for_place(ctx, &mut tx, &place, form.from_on).await?;
    let others = offices::history(&mut tx, form.organisation, MOST_TERMS).await?;
    let others: Vec<_> = others.into_iter().map(|holder| holder.term).collect();
    term.check(organisation.kind, &others, &rules).map_err(Error::refused)?;
    offices::insert_many(&mut tx, &[term], ctx.now(), ctx.actor.account).await?;
    record(ctx, &mut tx, "office.granted", form.organisation, id).await?;
    tx.commit().await?;
    Ok(())
}

async fn must_exist(tx: &mut Tx, form: &TermForm) -> Result<()> {
    let exists = match (form.member, form.account) {
        (Some(member), _) => members::find(tx, member).await?.is_some(),
        (None, Some(account)) => accounts::find(tx, account).await?.is_some(),
        (None, None) => false,
    };
    if exists { Ok(()) } else { Err(Error::invalid("holder", Sentence::new("offices-nobody-chosen"))) }
}

async fn record(
    ctx: &Ctx,
    tx: &mut WriteTx,
    kind: &'static str,
    organisation: OrganisationId,
    id: OfficeId,
) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(organisation).to(id.0)).await
}

/// The term, for those who may end it.
async fn kept(ctx: &Ctx, tx: &mut Tx, id: OfficeId) -> Result<OfficeTerm> {
    let term = offices::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, term.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepOffices, &Resource::at(&place), Action::SeeOrganisations)?;
    Ok(term)
}

/// Ends a term on a day: the first on which it is no longer held. Gives where it was held; doing it twice is safe.
#[boxed]
pub async fn end(ctx: &Ctx, id: OfficeId, on: Date) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let term = kept(ctx, &mut tx, id).await?;
    if on <= term.from_on {
        return Err(Error::invalid("on", Sentence::new("offices-refused-ends-first")));
    }
    if offices::end(&mut tx, id, on).await? {
        record(ctx, &mut tx, "office.ended", term.organisation, id).await?;
    }
    tx.commit().await?;
    Ok(term.organisation)
}

/// Opens a term again that was ended, if nobody else came into it meanwhile; doing it twice is safe.
#[boxed]
pub async fn reopen(ctx: &Ctx, id: OfficeId) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let term = kept(ctx, &mut tx, id).await?;
    let place = organisations::place(&mut tx, term.organisation).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::find(&mut tx, term.organisation).await?.ok_or(Error::NotFound)?;
    let rules = rules::for_place(ctx, &mut tx, &place, ctx.now().date()).await?;
    let others = offices::history(&mut tx, term.organisation, MOST_TERMS).await?;
    let others: Vec<_> = others.into_iter().map(|holder| holder.term).collect();
    let open = OfficeTerm { to_on: None, ..term };
    open.check(organisation.kind, &others, &rules).map_err(Error::refused)?;
    if offices::reopen(&mut tx, id).await? {
        record(ctx, &mut tx, "office.reopened", open.organisation, id).await?;
    }
    tx.commit().await?;
    Ok(open.organisation)
}

/// Takes a term back that was entered by mistake within the last day; later it is ended instead.
#[boxed]
pub async fn take_back(ctx: &Ctx, id: OfficeId) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let term = kept(ctx, &mut tx, id).await?;
    if !offices::take_back(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::invalid("", Sentence::new("offices-too-old")));
    }
    record(ctx, &mut tx, "office.taken_back", term.organisation, id).await?;
    tx.commit().await?;
    Ok(term.organisation)
}

/// A term with its holder's name and where it is held, for those who may end it.
#[boxed]
pub async fn find(ctx: &Ctx, id: OfficeId) -> Result<(Holder, Organisation)> {
    let mut tx = ctx.store.read().await?;
    let term = kept(ctx, &mut tx, id).await?;
    let organisation = organisations::find(&mut tx, term.organisation).await?.ok_or(Error::NotFound)?;
    let holders = offices::history(&mut tx, term.organisation, MOST_TERMS).await?;
    let holder = holders.into_iter().find(|holder| holder.term.id == id).ok_or(Error::NotFound)?;
    Ok((holder, organisation))
}
