//! One member's dues of a year: one's own, or a member's for the cell that keeps them.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    dues::{Basis, Owed, Paid, Receipt},
    ids::MemberId,
    members::Standing,
    organisations::Organisation,
    problems::{Citation, Sentence},
    time::{Month, PartialDate},
};
use nennep_store::{
    dues::{self as store, PayerRow},
    members, organisations,
};

use super::reckon::{Reckoning, day_of};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::{kept_at, load_member},
};

/// One month of a member's dues.
#[derive(Debug, Clone)]
pub struct MemberMonth {
    /// What is owed and was paid.
    pub paid: Paid,
    /// Why so much is owed, or what is missing; `None` of a closed month.
    pub said: Option<Sentence>,
    /// The rule it rests on.
    pub citation: Option<Citation>,
    /// The good reason why nothing was paid.
    pub excuse: Option<String>,
}

/// One member's dues of a year.
#[derive(Debug, Clone)]
pub struct MemberDues {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// The cell that keeps the member's dues.
    pub cell: Organisation,
    /// The year.
    pub year: i16,
    /// Its months up to the present one, and later ones already paid for.
    pub months: Vec<MemberMonth>,
    /// By what the dues were ever reckoned, the latest first.
    pub bases: Vec<Basis>,
    /// What was paid of late, the latest first.
    pub receipts: Vec<Receipt>,
    /// Whether the asker keeps the cell's dues.
    pub keeps: bool,
    /// Whether the asker may state by what they are reckoned.
    pub states: bool,
}

impl MemberDues {
    /// What is open of the year, in đồng.
    pub fn open(&self) -> i64 {
        self.months.iter().filter(|month| !month.paid.excused).map(|month| month.paid.open()).sum()
    }
}

/// Whether the asker sees a member's dues: for pages that offer the way to them.
#[boxed]
pub async fn sees(ctx: &Ctx, member: MemberId) -> Result<bool> {
    let place = kept_at(ctx, &mut ctx.store.read().await?, member).await?;
    Ok(place.is_some_and(|place| ctx.may(Action::SeeDues, &Resource::at(&place).of_member(member))))
}

/// So many receipts are told of.
const MOST_RECEIPTS: u32 = 50;

/// A member's dues of a year, for the member and for those who see the cell's; that somebody else looked is noted.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId, year: i16) -> Result<MemberDues> {
    let mut tx = ctx.store.write().await?;
    let (known_as, place) = load_member(ctx, &mut tx, member, Action::SeeDues).await?;
    let cell = organisations::find(&mut tx, place.organisation).await?.ok_or(Error::NotFound)?;
    let standings = members::standings_of(&mut tx, member).await?;
    let today = ctx.now().date();
    let first = Month::new(year, 1).ok_or(Error::NotFound)?;
    let span = (first, first.plus(11));
    let known = Reckoning::of(ctx, &mut tx, &place, &[member], span).await?;
    let payer = Payer { member, admitted_on: known_as.profile.admitted_on, standings: &standings };
    let months: Vec<_> = (0..12).filter_map(|n| payer.month(&known, first.plus(n), today)).collect();
    let resource = Resource::at(&place).of_member(member);
    let view = MemberDues {
        months,
        bases: known.bases(member),
        receipts: store::receipts_of_member(&mut tx, member, MOST_RECEIPTS).await?,
        keeps: ctx.may(Action::KeepDues, &resource),
        states: ctx.may(Action::StateDues, &resource),
        name: known_as.profile.full_name,
        member,
        cell,
        year,
    };
    if ctx.actor.member != Some(member) {
        events::record(&mut tx, ctx, Event::new("member.read").at(place.organisation).to(member.0)).await?;
        tx.commit().await?;
    }
    Ok(view)
}

/// The member as the book knows one.
struct Payer<'a> {
    member: MemberId,
    admitted_on: Option<PartialDate>,
    standings: &'a [Standing],
}

impl Payer<'_> {
    /// What is owed for an open month in whichever cell the member stands; who is away owes nothing at home, but where they visit.
    fn owed(&self, known: &Reckoning<'_>, month: Month, today: Date) -> Option<Owed> {
        let (on, rules) = (day_of(month, today), known.rules(month));
        let owed = self.standings.iter().filter(|standing| standing.holds_on(on)).filter_map(|standing| {
            let (name, state) = (String::new(), standing.state);
            let row = PayerRow { member: self.member, name, state, admitted_on: self.admitted_on };
            known.owed(&row, month, &rules)
        });
        let owed: Vec<Owed> = owed.collect();
        owed.iter().find(|owed| owed.dong != Some(0)).or(owed.first()).cloned()
    }

    /// A month, unless nothing is known of it: months to come that were not paid for, and months before anything was stated.
    fn month(&self, known: &Reckoning<'_>, month: Month, today: Date) -> Option<MemberMonth> {
        let present = Month::of(today);
        let (closed, paid) = (known.closed(self.member, month).is_some(), known.paid(self.member, month));
        let owed = if month <= present { self.owed(known, month, today) } else { None };
        let is_asked = owed.as_ref().is_some_and(|owed| owed.dong.is_some() || month == present);
        if !is_asked && !closed && paid == 0 {
            return None;
        }
        Some(MemberMonth {
            paid: known.month(self.member, month, owed.as_ref().and_then(|owed| owed.dong)),
            said: owed.as_ref().filter(|_| !closed).map(|owed| owed.said.clone()),
            citation: owed.filter(|_| !closed).and_then(|owed| owed.citation),
            excuse: known.excuse(self.member, month).map(str::to_owned),
        })
    }
}
