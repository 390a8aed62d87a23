//! Members' files lent out and come back, for those who keep them; the member sees who has the own file.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{LoanId, MemberId, OrganisationId},
    members::loan::{Loan, LoanError, LoanForm},
    organisations::Organisation,
};
use nennep_store::{Tx, loans, members, organisations};

use super::load::load;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// A lending with whose file it is.
#[derive(Debug, Clone)]
pub struct LoanView {
    /// The lending.
    pub loan: Loan,
    /// The member's name.
    pub name: String,
    /// Whether it is out past its last day.
    pub is_overdue: bool,
    /// Whether the asker may enter its coming back.
    pub keeps: bool,
}

/// Enters that a member's file was lent; the same id sent twice is one lending. Refused while the file is out.
#[boxed]
pub async fn lend(ctx: &Ctx, id: LoanId, member: MemberId, form: &LoanForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (_, place) = load(ctx, &mut tx, member, Action::KeepMembers).await?;
    let loan = form.check(id, member, place.organisation, ctx.now().date())?;
    if loans::find(&mut tx, id).await?.is_some_and(|before| before.member == member) {
        return Ok(());
    }
    if !loans::insert(&mut tx, &loan, ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(LoanError::Out));
    }
    events::record(&mut tx, ctx, Event::new("file.lent").at(place.organisation).to(member.0)).await?;
    Ok(tx.commit().await?)
}

async fn kept(ctx: &Ctx, tx: &mut Tx, id: LoanId) -> Result<Loan> {
    let loan = loans::find(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, loan.cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepMembers, &Resource::at(&place).of_member(loan.member), Action::SeeMemberFile)?;
    Ok(loan)
}

/// Enters that a file came back, by the cell that lent it. Doing it twice is safe.
#[boxed]
pub async fn give_back(ctx: &Ctx, id: LoanId, on: Date) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    let loan = kept(ctx, &mut tx, id).await?;
    loan.check_return(on, ctx.now().date()).map_err(Error::refused)?;
    if loans::give_back(&mut tx, id, Some(on)).await? {
        events::record(&mut tx, ctx, Event::new("file.returned").at(loan.cell).to(loan.member.0)).await?;
        tx.commit().await?;
    }
    Ok(loan.member)
}

/// Takes back that a file came back. Doing it twice is safe.
#[boxed]
pub async fn undo_return(ctx: &Ctx, id: LoanId) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    let loan = kept(ctx, &mut tx, id).await?;
    if loan.returned_on.is_some() {
        if !loans::give_back(&mut tx, id, None).await? {
            return Err(Error::refused(LoanError::Out));
        }
        events::record(&mut tx, ctx, Event::new("file.out_again").at(loan.cell).to(loan.member.0)).await?;
        tx.commit().await?;
    }
    Ok(loan.member)
}

/// Removes a lending entered by mistake, within a day. Doing it twice is safe.
#[boxed]
pub async fn remove(ctx: &Ctx, id: LoanId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    if loans::find(&mut tx, id).await?.is_none() {
        return Ok(());
    }
    let loan = kept(ctx, &mut tx, id).await?;
    if !loans::delete(&mut tx, id, ctx.can_take_back_since()).await? {
        return Err(Error::Forbidden);
    }
    events::record(&mut tx, ctx, Event::new("file.loan_removed").at(loan.cell).to(loan.member.0)).await?;
    Ok(tx.commit().await?)
}

/// The lendings of a member's file, the latest first.
#[derive(Debug, Clone)]
pub struct MemberLoans {
    /// The member's name.
    pub name: String,
    /// The lendings.
    pub loans: Vec<LoanView>,
    /// Whether the asker may enter one.
    pub keeps: bool,
}

/// The lendings of a member's file: for those who may open it, the member too.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<MemberLoans> {
    let mut tx = ctx.store.read().await?;
    let (known, place) = load(ctx, &mut tx, member, Action::SeeMemberFile).await?;
    let keeps = ctx.may(Action::KeepMembers, &Resource::at(&place));
    let name = known.profile.full_name;
    let all = loans::of_member(&mut tx, member).await?;
    let loans = all.into_iter().map(|loan| view(ctx, loan, name.clone(), keeps)).collect();
    Ok(MemberLoans { name, loans, keeps })
}

fn view(ctx: &Ctx, loan: Loan, name: String, keeps: bool) -> LoanView {
    LoanView { is_overdue: loan.is_overdue(ctx.now().date()), loan, name, keeps }
}

/// What a cell, or every cell below a committee organisation, lent: what is out first, the longest first; then what came back, the latest first. For those who open its files.
#[boxed]
pub async fn of_cell(ctx: &Ctx, cell: OrganisationId) -> Result<(Organisation, Vec<LoanView>)> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMemberFile, &Resource::at(&place), Action::SeeOrganisations)?;
    let organisation = organisations::find(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    let keeps = ctx.may(Action::KeepMembers, &Resource::at(&place));
    let all = loans::lent_within(&mut tx, cell, ctx.now().date()).await?;
    let ids: Vec<MemberId> = all.iter().map(|loan| loan.member).collect();
    let people = members::find_many(&mut tx, &ids).await?;
    let (out, mut back): (Vec<Loan>, Vec<Loan>) =
        all.into_iter().partition(|loan| loan.returned_on.is_none());
    back.reverse();
    let named = |loan: Loan| {
        let name = people.iter().find(|one| one.id == loan.member).map(|one| one.profile.full_name.clone());
        view(ctx, loan, name.unwrap_or_default(), keeps)
    };
    Ok((organisation, out.into_iter().chain(back).map(named).collect()))
}
