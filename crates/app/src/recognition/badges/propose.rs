//! Proposing a badge, and withdrawing a proposal.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{BadgeProposalId, MemberId},
    recognition::badges::{
        BadgeError, BadgeGround, BadgeProposal, BadgeStep, Candidate, StepTaken, check, days_around,
    },
    rules::Rules,
    time::PartialDate,
};
use nennep_store::badges;

use super::facts::facts_of;
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load_member,
    recognition::IdUsed,
    rules,
};

/// A badge to be proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// For whom.
    pub member: MemberId,
    /// Which badge and on what ground.
    pub asked: Candidate,
    /// The day the cell put it on its list.
    pub requested_on: Date,
}

/// What a form of a proposal needs to know.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The member's name.
    pub name: String,
    /// The day party age runs from.
    pub admitted_on: PartialDate,
    /// The day of death.
    pub died_on: Option<Date>,
    /// The badges not awarded yet, in years.
    pub years: Vec<u32>,
    /// The days of badges one may choose.
    pub days: Vec<Date>,
    /// The rules of today.
    pub rules: Rules,
}

/// What may be proposed for a member, for those who keep badges.
#[boxed]
pub async fn offered(ctx: &Ctx, member: MemberId) -> Result<Offered> {
    let mut tx = ctx.store.read().await?;
    let (known, place) = load_member(ctx, &mut tx, member, Action::KeepBadges).await?;
    let facts = facts_of(&mut tx, &known).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let years = rules.badge_years().value.into_iter().filter(|years| !facts.awarded.contains(years));
    Ok(Offered {
        name: known.profile.full_name,
        admitted_on: facts.admitted_on,
        died_on: facts.died_on,
        years: years.collect(),
        days: days_around(today, &rules),
        rules,
    })
}

/// Puts a member on the cell's list for a badge: refused where the rule does not allow it. The same id sent twice is one proposal.
#[boxed]
pub async fn propose(ctx: &Ctx, id: BadgeProposalId, form: &Form) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (member, place) = load_member(ctx, &mut tx, form.member, Action::KeepBadges).await?;
    let Candidate { years, ground, day } = form.asked;
    if let Some(before) = badges::find(&mut tx, id).await? {
        let one = &before.proposal;
        let is_same = (one.member, one.years, one.ground, one.day) == (form.member, years, ground, day);
        return if is_same { Ok(()) } else { Err(Error::refused(IdUsed)) };
    }
    if form.requested_on > ctx.now().date() {
        return Err(Error::refused(BadgeError::ToCome));
    }
    let facts = facts_of(&mut tx, &member).await?;
    let rules = rules::for_place(ctx, &mut tx, &place, form.requested_on).await?;
    check(&facts, form.asked, &rules).map_err(Error::refused)?;
    let requested = StepTaken {
        step: BadgeStep::Requested,
        on: form.requested_on,
        number: String::new(),
        by: String::new(),
    };
    let proposal = BadgeProposal {
        id,
        member: form.member,
        cell: place.organisation,
        years,
        ground,
        day,
        steps: vec![requested],
        withdrawn_on: None,
    };
    if !badges::insert(&mut tx, &proposal, ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(BadgeError::ProposedAlready));
    }
    let event = Event::new(event_of(ground)).at(place.organisation).to(id.0).with("years", years);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

const fn event_of(ground: BadgeGround) -> &'static str {
    match ground {
        BadgeGround::Due => "badge.requested",
        // Health and death are nobody's business in a log: both are only early.
        BadgeGround::Illness | BadgeGround::Posthumous => "badge.requested_early",
    }
}

/// Withdraws a proposal that was not decided; doing it twice is safe. Gives the member.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: BadgeProposalId) -> Result<MemberId> {
    let mut tx = ctx.store.write().await?;
    let kept = badges::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let (member, place) = load_member(ctx, &mut tx, kept.proposal.member, Action::KeepBadges).await?;
    if kept.proposal.withdrawn_on.is_some() {
        return Ok(member.id);
    }
    kept.proposal.check_withdrawal().map_err(Error::refused)?;
    if badges::withdraw(&mut tx, id, ctx.now().date()).await? {
        let event = Event::new("badge.withdrawn").at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, event).await?;
        tx.commit().await?;
    }
    Ok(member.id)
}
