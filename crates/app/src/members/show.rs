//! One member's file. Reading it is itself an event, written in the transaction that reads.

use nennep_domain::{
    accounts::{
        OfficeTerm,
        permission::{Action, Resource},
    },
    ids::{AccountId, MemberId},
    members::{Member, Standing},
    organisations::Organisation,
};
use nennep_store::{accounts, events::readings_of, meetings, members, offices, organisations};
pub use nennep_store::{events::Reading, meetings::Attended};

use super::{identity, load::load};
use crate::{
    Ctx, boxed,
    error::Result,
    events::{self, Event},
};

/// One member's file.
#[derive(Debug, Clone)]
pub struct MemberView {
    /// What the register keeps; the identity number masked but for its last digits.
    pub member: Member,
    /// Where the member stood and stands, oldest first.
    pub standings: Vec<Standing>,
    /// Every office held, oldest first.
    pub offices: Vec<OfficeTerm>,
    /// The organisations that standings and offices speak of.
    pub organisations: Vec<Organisation>,
    /// How the member attended the meetings of late, latest first.
    pub attended: Vec<Attended>,
    /// Who opened the file before, latest first, for those who may know.
    pub readings: Option<Vec<Reading>>,
    /// Whether an identity number is kept that the reader may have shown whole.
    pub reveals: bool,
    /// Whether the reader may change what the register keeps.
    pub keeps: bool,
    /// The member's account, for those who keep accounts.
    pub account: Option<AccountId>,
    /// Whether the reader keeps accounts of this member's cell.
    pub keeps_accounts: bool,
    /// What the reader may do about what is kept beside the register: commendations, badges, discipline.
    pub ways: Vec<Action>,
}

/// What is kept beside the register, on pages of its own.
const WAYS: [Action; 6] = [
    Action::KeepMembers,
    Action::KeepCommendations,
    Action::KeepBadges,
    Action::SeeDiscipline,
    Action::WriteExtract,
    Action::SeeOffers,
];

/// So many meetings a file tells of.
const MOST_ATTENDED: u32 = 24;
/// So many readings a file tells of.
const MOST_READINGS: u32 = 50;

/// A member's file, for those who may open it; it is noted who did.
#[boxed]
pub async fn show(ctx: &Ctx, id: MemberId) -> Result<MemberView> {
    let mut tx = ctx.store.write().await?;
    let (mut member, place) = load(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    if let Some(number) = identity::number(ctx, &mut tx, id).await? {
        member.profile.identity_number = identity::masked(&number);
    }
    let resource = Resource::at(&place).of_member(id);
    let has_identity = !member.profile.identity_number.is_empty();
    let standings = members::standings_of(&mut tx, id).await?;
    let offices = offices::of_member(&mut tx, id).await?;
    let mut named: Vec<_> = standings.iter().map(|standing| standing.cell).collect();
    named.extend(offices.iter().map(|term| term.organisation));
    named.sort_unstable();
    named.dedup();
    let sees_readers = ctx.may(Action::SeeReaders, &resource);
    let readings = if sees_readers { Some(readings_of(&mut tx, id, MOST_READINGS).await?) } else { None };
    let keeps_accounts = ctx.may(Action::KeepAccounts, &resource);
    let account = accounts::find_by_member(&mut tx, id).await?.filter(|_| keeps_accounts);
    let view = MemberView {
        organisations: organisations::find_many(&mut tx, &named).await?,
        attended: meetings::attended_by(&mut tx, id, MOST_ATTENDED).await?,
        reveals: has_identity && ctx.may(Action::RevealIdentity, &resource),
        keeps: ctx.may(Action::KeepMembers, &resource),
        account: account.map(|account| account.id),
        keeps_accounts,
        ways: WAYS.into_iter().filter(|action| ctx.may(*action, &resource)).collect(),
        readings,
        member,
        standings,
        offices,
    };
    events::record(&mut tx, ctx, Event::new("member.read").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(view)
}

/// A member's name and standings, oldest first, for those who keep the member: what a form of a deed needs to know.
#[boxed]
pub async fn stands(ctx: &Ctx, id: MemberId) -> Result<(String, Vec<Standing>)> {
    let mut tx = ctx.store.read().await?;
    let (member, _) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    Ok((member.profile.full_name, members::standings_of(&mut tx, id).await?))
}
