//! Official transfers handed over between two cells: the one introduces, the other receives; until then the member stays where he
//! or she is, so that nobody is in two places or in none.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    decisions::Decision,
    ids::{DeedId, MemberId, TransferId},
    members::life::{Destination, Transfer},
    organisations::Organisation,
    problems::{Refusal, Sentence},
};
use nennep_store::{Tx, members, organisations, transfers};

use super::{
    Planned,
    perform::write,
    weigh::{weigh, weigh_as},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load::load,
    reach, rules, turn,
};

/// A transfer to be introduced.
#[derive(Debug, Clone)]
pub struct TransferForm {
    /// Its id.
    pub id: TransferId,
    /// The member.
    pub member: MemberId,
    /// Where to.
    pub to: Destination,
    /// The day of the letter of introduction.
    pub introduced_on: Date,
    /// The decision.
    pub decision: Decision,
}

/// A transfer with its names and its last days.
#[derive(Debug, Clone)]
pub struct TransferView {
    /// The transfer.
    pub transfer: Transfer,
    /// The member's name.
    pub name: String,
    /// The cell left.
    pub from: Option<Organisation>,
    /// The cell entered, where it is one here.
    pub to: Option<Organisation>,
    /// The last day on which the papers are presented in time.
    pub reception_due_on: Date,
    /// Whether the asker may receive, or say that the other side did.
    pub receives: bool,
    /// Whether the asker may withdraw it.
    pub withdraws: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("the member has left the cell that introduced")]
struct MovedMeanwhile;

impl Refusal for MovedMeanwhile {
    fn sentence(&self) -> Sentence {
        Sentence::new("life-refused-moved-meanwhile")
    }
}

/// Introduces a member to another cell; the same id sent twice is one transfer. Refused while another of the member is on its way,
/// and where moving today would be refused.
#[boxed]
pub async fn introduce(ctx: &Ctx, form: &TransferForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let (_, place) = load(ctx, &mut tx, form.member, Action::KeepMembers).await?;
    if let Some(before) = transfers::find(&mut tx, form.id).await? {
        let same = before.member == form.member && before.to == form.to && before.is_open();
        return if same { Ok(()) } else { Err(Error::refused(MovedMeanwhile)) };
    }
    if form.introduced_on > ctx.now().date() {
        return Err(Error::invalid("on", Sentence::new("life-refused-to-come")));
    }
    if matches!(&form.to, Destination::Outside(place) if place.trim().is_empty()) {
        return Err(Error::invalid("place", Sentence::new("life-destination-missing")));
    }
    let transfer = Transfer {
        id: form.id,
        member: form.member,
        from: place.organisation,
        to: form.to.clone(),
        decision: form.decision.clone(),
        introduced_on: form.introduced_on,
        received_on: None,
        withdrawn_on: None,
    };
    let others = transfers::of_member(&mut tx, form.member).await?;
    transfer.check_new(&others).map_err(Error::refused)?;
    let deed = transfer.receive(form.introduced_on).map_err(Error::refused)?;
    let planned =
        Planned { member: form.member, deed, on: form.introduced_on, decision: form.decision.clone() };
    would_do(ctx, &mut tx, &planned).await?;
    if !transfers::insert(&mut tx, &transfer, ctx.now(), ctx.actor.account).await? {
        return Err(Error::invalid("", Sentence::new("life-refused-transfer-underway-now")));
    }
    let event = Event::new("transfer.introduced").at(place.organisation).to(form.member.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether the member could move: judged as the program, since who introduces does not keep the other cell's members.
async fn would_do(ctx: &Ctx, tx: &mut Tx, planned: &Planned) -> Result<()> {
    weigh(&ctx.as_system(), tx, planned).await.map(|_| ())
}

/// Receives a member on a day, or says that a cell outside did: the member leaves one cell and enters the other on that day.
/// Doing it twice is safe.
#[boxed]
pub async fn receive(ctx: &Ctx, id: TransferId, on: Date) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let transfer = transfers::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    if !may_receive(ctx, &mut tx, &transfer).await? {
        return Err(hidden(ctx, &mut tx, &transfer).await?);
    }
    if transfer.received_on == Some(on) {
        return Ok(transfer.member);
    }
    let deed = transfer.receive(on).map_err(Error::refused)?;
    let planned = Planned { member: transfer.member, deed, on, decision: transfer.decision.clone() };
    let weighed = weigh_as(ctx, &mut tx, &planned, false).await?;
    // The cell that introduced may have become part of another meanwhile, and the member with it.
    let from = organisations::place(&mut tx, transfer.from).await?.ok_or(Error::NotFound)?;
    let deed = DeedId(ctx.new_id());
    if !from.is_within(weighed.home.organisation) {
        return Err(Error::refused(MovedMeanwhile));
    }
    write(ctx, &mut tx, deed, &planned, &weighed, Some(id)).await?;
    if !transfers::receive(&mut tx, id, on, deed).await? {
        return Err(Error::refused(MovedMeanwhile));
    }
    tx.commit().await?;
    Ok(transfer.member)
}

/// Withdraws a transfer on its way, for the cell that introduced; doing it twice is safe.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: TransferId) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    turn::take(ctx, &mut tx).await?;
    let transfer = transfers::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(&mut tx, transfer.from).await?.ok_or(Error::NotFound)?;
    if !ctx.may(Action::KeepMembers, &Resource::at(&place)) {
        return Err(hidden(ctx, &mut tx, &transfer).await?);
    }
    if transfers::withdraw(&mut tx, id, ctx.now().date()).await? {
        let event = Event::new("transfer.withdrawn").at(transfer.from).to(transfer.member.0);
        events::record(&mut tx, ctx, event).await?;
    } else if transfer.withdrawn_on.is_none() {
        // It was received meanwhile: that is taken back as a deed.
        transfer.receive(ctx.now().date()).map_err(Error::refused)?;
    }
    tx.commit().await?;
    Ok(transfer.member)
}

/// The cell that receives says so; where that is outside, the cell that introduced.
async fn may_receive(ctx: &Ctx, tx: &mut Tx, transfer: &Transfer) -> Result<bool> {
    let cell = if let Destination::Cell(to) = transfer.to { to } else { transfer.from };
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    Ok(ctx.may(Action::KeepMembers, &Resource::at(&place)))
}

/// What somebody is told who may not: that there is such a transfer only if they see members of one of its cells.
async fn hidden(ctx: &Ctx, tx: &mut Tx, transfer: &Transfer) -> Result<Error> {
    let to = if let Destination::Cell(to) = transfer.to { to } else { transfer.from };
    let places = organisations::places(tx, &[transfer.from, to]).await?;
    let sees = places.iter().any(|place| ctx.may(Action::SeeMembers, &Resource::at(place)));
    Ok(if sees { Error::Forbidden } else { Error::NotFound })
}

/// The transfers on their way out of and into the cells whose members the asker keeps, the longest on their way first.
#[boxed]
pub async fn open_transfers(ctx: &Ctx) -> Result<Vec<TransferView>> {
    let mut tx = ctx.store.read().await?;
    let places = reach::places(ctx, &mut tx).await?;
    let kept = places.iter().filter(|place| ctx.may(Action::KeepMembers, &Resource::at(place)));
    let kept: Vec<_> = kept.map(|place| place.organisation).collect();
    if kept.is_empty() {
        return Err(Error::Forbidden);
    }
    let open = transfers::open_within(&mut tx, &kept).await?;
    viewed(ctx, &mut tx, open).await
}

/// The transfers of a member, the latest first, for those who may open the file.
#[boxed]
pub async fn transfers_of(ctx: &Ctx, member: MemberId) -> Result<Vec<TransferView>> {
    let mut tx = ctx.store.read().await?;
    load(ctx, &mut tx, member, Action::SeeMemberFile).await?;
    let all = transfers::of_member(&mut tx, member).await?;
    viewed(ctx, &mut tx, all).await
}

async fn viewed(ctx: &Ctx, tx: &mut Tx, all: Vec<Transfer>) -> Result<Vec<TransferView>> {
    let to = |one: &Transfer| if let Destination::Cell(to) = one.to { Some(to) } else { None };
    let mut cells: Vec<_> = all.iter().flat_map(|one| to(one).into_iter().chain([one.from])).collect();
    cells.sort_unstable();
    cells.dedup();
    let people: Vec<MemberId> = all.iter().map(|one| one.member).collect();
    let names = members::find_many(tx, &people).await?;
    let known = organisations::find_many(tx, &cells).await?;
    let kept = reach::those_where(ctx, tx, Action::KeepMembers, cells.iter().copied()).await?;
    let mut views = Vec::with_capacity(all.len());
    let rules = match organisations::places(tx, &cells).await?.first() {
        Some(place) => rules::for_place(ctx, tx, place, ctx.now().date()).await?,
        None => ctx.rules.on(ctx.now().date()),
    };
    for transfer in all {
        let organisation = |id| known.iter().find(|one| Some(one.id) == id).cloned();
        let named = names.iter().find(|one| one.id == transfer.member);
        views.push(TransferView {
            name: named.map_or_else(String::new, |one| one.profile.full_name.clone()),
            from: organisation(Some(transfer.from)),
            to: organisation(to(&transfer)),
            reception_due_on: transfer.reception_due_on(&rules),
            receives: transfer.is_open() && kept.contains(&to(&transfer).unwrap_or(transfer.from)),
            withdraws: transfer.is_open() && kept.contains(&transfer.from),
            transfer,
        });
    }
    Ok(views)
}
