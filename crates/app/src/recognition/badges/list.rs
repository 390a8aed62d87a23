//! Who is due on a day of badges within an organisation, and one member's badges.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{BadgeProposalId, MemberId, OrganisationId},
    organisations::Organisation,
    recognition::badges::{BadgeCase, BadgeFacts, BadgeGround, BadgeStep, case_at, days_around},
    rules::{Override, Rules},
    signs::{badge_days, years_full},
    time::{PartialDate, minus_months},
};
use nennep_store::{
    Tx,
    badges::{self, Kept},
    members, organisations, rules, signs,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    members::{kept_at, load_member},
    reach,
    signs::{open_cells, widest},
};

/// A member with a badge that is due, could come early, or is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// The member.
    pub member: MemberId,
    /// The name.
    pub name: String,
    /// The cell.
    pub cell: Organisation,
    /// The day party age runs from.
    pub admitted_on: Option<PartialDate>,
    /// The day of death.
    pub died_on: Option<Date>,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day on which the years are full, or would have been.
    pub full_on: Option<Date>,
    /// The proposal, where there is one.
    pub proposal: Option<ProposalView>,
    /// Whether the reader may propose it.
    pub proposes: bool,
}

/// A proposal with what the reader may do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalView {
    /// The proposal.
    pub kept: Kept,
    /// The step the reader may enter next.
    pub next: Option<BadgeStep>,
    /// The last step, where the reader may take it back now.
    pub can_be_undone: Option<BadgeStep>,
    /// Whether the reader may withdraw it.
    pub can_be_withdrawn: bool,
}

/// The badges of one day.
#[derive(Debug, Clone)]
pub struct DayList {
    /// The day of badges.
    pub day: Date,
    /// The days one may choose: two past, five to come.
    pub days: Vec<Date>,
    /// Who is due or proposed: by cell and name.
    pub due: Vec<DueLine>,
    /// Who could be proposed early, if seriously ill.
    pub early: Vec<DueLine>,
    /// Who died before the years were full and could be proposed.
    pub posthumous: Vec<DueLine>,
    /// The rules of the day, for citing.
    pub rules: Rules,
}

/// A proposal as the reader may deal with it.
pub(super) fn view(ctx: &Ctx, kept: Kept, keeps: bool) -> ProposalView {
    let since = ctx.can_take_back_since();
    let last = kept.proposal.last().filter(|taken| taken.step != BadgeStep::Requested);
    let fresh = kept.entered.last().is_some_and(|at| *at >= since);
    let open = keeps && kept.proposal.withdrawn_on.is_none();
    ProposalView {
        next: kept.proposal.next().filter(|_| keeps),
        can_be_undone: last.map(|taken| taken.step).filter(|_| open && fresh),
        can_be_withdrawn: open && kept.proposal.check_withdrawal().is_ok(),
        kept,
    }
}

/// Everybody due on a day of badges (the next one, if none is named) in the cells whose files the reader opens, within an organisation
/// or wherever the reader has business; with proposals of that day and what could come early (statement 34).
#[boxed]
pub async fn list(ctx: &Ctx, within: Option<OrganisationId>, day: Option<Date>) -> Result<DayList> {
    let mut tx = ctx.store.read().await?;
    let tops = match within {
        Some(within) => vec![organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?],
        None => widest(&reach::places(ctx, &mut tx).await?),
    };
    let today = ctx.now().date();
    let national = ctx.rules.on(today);
    let days = days_around(today, &national);
    let day = day.or_else(|| days.iter().copied().find(|day| *day >= today)).unwrap_or(today);
    let mut found = Found { day, ..Found::default() };
    for top in &tops {
        let cells = open_cells(ctx, &mut tx, top.organisation).await?;
        found.gather(ctx, &mut tx, top.organisation, cells).await?;
    }
    if found.cells.is_empty() {
        return Err(Error::Forbidden);
    }
    found.lines(ctx, &mut tx, national, days).await
}

/// What is known of the cells looked at.
#[derive(Default)]
struct Found {
    day: Date,
    cells: Vec<Organisation>,
    people: Vec<Person>,
    awarded: HashMap<MemberId, Vec<u32>>,
    proposals: Vec<Kept>,
}

struct Person {
    member: MemberId,
    name: String,
    cell: OrganisationId,
    admitted_on: PartialDate,
    died_on: Option<Date>,
}

impl Found {
    async fn gather(
        &mut self,
        ctx: &Ctx,
        tx: &mut Tx,
        within: OrganisationId,
        cells: Vec<Organisation>,
    ) -> Result<()> {
        let (today, ids) = (ctx.now().date(), cells.iter().map(|cell| cell.id).collect::<Vec<_>>());
        let open: HashSet<OrganisationId> = ids.iter().copied().collect();
        let living = signs::belonging(tx, within, today).await?;
        self.people.extend(living.into_iter().filter(|one| open.contains(&one.cell)).filter_map(|one| {
            let admitted_on = one.admitted_on?;
            Some(Person { member: one.member, name: one.name, cell: one.cell, admitted_on, died_on: None })
        }));
        let months = ctx.rules.on(today).badge_posthumous_months().value;
        let dead = badges::deceased(tx, &ids, (minus_months(self.day, months), self.day)).await?;
        self.people.extend(dead.into_iter().map(|one| Person {
            member: one.member,
            name: one.name,
            cell: one.cell,
            admitted_on: one.admitted_on,
            died_on: Some(one.died_on),
        }));
        for (member, years) in badges::awarded(tx, within).await? {
            self.awarded.entry(member).or_default().push(years);
        }
        self.proposals.extend(badges::of_cells(tx, &ids).await?);
        self.cells.extend(cells);
        Ok(())
    }

    async fn lines(self, ctx: &Ctx, tx: &mut Tx, national: Rules, days: Vec<Date>) -> Result<DayList> {
        let ids: Vec<OrganisationId> = self.cells.iter().map(|cell| cell.id).collect();
        let places = organisations::places(tx, &ids).await?;
        let keeps = reach::those_where(ctx, tx, Action::KeepBadges, ids.iter().copied()).await?;
        let overrides: Vec<Override> = rules::overrides(tx).await?;
        let today = ctx.now().date();
        let after = badge_days(self.day.year() - 1, &national).chain(badge_days(self.day.year(), &national));
        let after = after.filter(|one| *one < self.day).max().unwrap_or(Date::MIN);
        let mut list = DayList {
            day: self.day,
            days,
            due: Vec::new(),
            early: Vec::new(),
            posthumous: Vec::new(),
            rules: national,
        };
        let known = |id: OrganisationId| self.cells.iter().find(|cell| cell.id == id).cloned();
        let people: HashMap<MemberId, &Person> = self.people.iter().map(|one| (one.member, one)).collect();
        let mut handled: HashSet<(MemberId, u32)> = HashSet::new();
        for kept in &self.proposals {
            let one = &kept.proposal;
            handled.insert((one.member, one.years));
            // An early proposal belongs to the day of badges it comes before.
            let (Some(cell), true) = (known(one.cell), after < one.day && one.day <= self.day) else {
                continue;
            };
            let person = people.get(&one.member);
            let may = keeps.contains(&one.cell);
            list.due.push(DueLine {
                member: one.member,
                name: kept.name.clone(),
                cell,
                admitted_on: person.map(|person| person.admitted_on),
                died_on: person.and_then(|person| person.died_on),
                years: one.years,
                ground: one.ground,
                full_on: person.map(|person| years_full(person.admitted_on, one.years)),
                proposal: Some(view(ctx, kept.clone(), may)),
                proposes: false,
            });
        }
        for person in &self.people {
            let Some(place) = places.iter().find(|place| place.organisation == person.cell) else { continue };
            let own;
            let rules = if overrides.is_empty() {
                &list.rules
            } else {
                own = ctx.rules.on_for(today, place, &overrides);
                &own
            };
            let facts = BadgeFacts {
                admitted_on: person.admitted_on,
                died_on: person.died_on,
                awarded: self.awarded.get(&person.member).cloned().unwrap_or_default(),
            };
            let Some(case) = case_at(&facts, self.day, rules) else { continue };
            let Some(cell) = known(person.cell) else { continue };
            if handled.contains(&(person.member, case.years)) {
                continue;
            }
            let line = line(person, cell, &case, keeps.contains(&person.cell));
            match case.ground {
                BadgeGround::Due => list.due.push(line),
                BadgeGround::Illness => list.early.push(line),
                BadgeGround::Posthumous => list.posthumous.push(line),
            }
        }
        list.due.sort_by(|a, b| {
            (&a.cell.code, std::cmp::Reverse(a.years), &a.name).cmp(&(
                &b.cell.code,
                std::cmp::Reverse(b.years),
                &b.name,
            ))
        });
        Ok(list)
    }
}

fn line(person: &Person, cell: Organisation, case: &BadgeCase, proposes: bool) -> DueLine {
    DueLine {
        member: person.member,
        name: person.name.clone(),
        cell,
        admitted_on: Some(person.admitted_on),
        died_on: person.died_on,
        years: case.years,
        ground: case.ground,
        full_on: Some(case.full_on),
        proposal: None,
        proposes,
    }
}

/// The badges proposed for a member and awarded, the latest first, for those who open the file.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<Vec<ProposalView>> {
    let mut tx = ctx.store.read().await?;
    let (_, place) = load_member(ctx, &mut tx, member, Action::SeeMemberFile).await?;
    let keeps = ctx.may(Action::KeepBadges, &Resource::at(&place));
    let found = badges::of_member(&mut tx, member).await?;
    Ok(found.into_iter().map(|kept| view(ctx, kept, keeps)).collect())
}

/// One proposal, with the member's name and the cell's, for those who open the member's file.
#[boxed]
pub async fn find(ctx: &Ctx, id: BadgeProposalId) -> Result<(ProposalView, Organisation)> {
    let mut tx = ctx.store.read().await?;
    let kept = badges::find(&mut tx, id).await?.ok_or(Error::NotFound)?;
    let member = kept.proposal.member;
    members::find(&mut tx, member).await?.ok_or(Error::NotFound)?;
    let place = kept_at(ctx, &mut tx, member).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMemberFile, &Resource::at(&place).of_member(member), Action::SeeMembers)?;
    let cell = organisations::find(&mut tx, kept.proposal.cell).await?.ok_or(Error::NotFound)?;
    let keeps = ctx.may(Action::KeepBadges, &Resource::at(&place));
    Ok((view(ctx, kept, keeps), cell))
}
