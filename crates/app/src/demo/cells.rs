//! The members of one cell of the sample with where they stand from day to day: who leads, who is on probation, who is
//! exempt, who is away for a time.

use jiff::{Span, civil::Date};
use nennep_domain::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{Leaving, MemberGrade, Profile, RollMember, Standing, StandingState},
    names,
    organisations::CellType,
};

use super::{
    blueprint::{Cell, entered_at},
    calendar::Slot,
    dice::Dice,
    people::{self, Outline, Words},
    sample::Sample,
};

/// A member of the sample.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// The id.
    pub(super) id: MemberId,
    /// What the register keeps; the identity number in clear.
    pub(super) profile: Profile,
    /// The standings in the cell, oldest first.
    pub(super) standings: Vec<Standing>,
    /// The day of the meeting at which the cell proposed the admission, if in the sample's months.
    pub(super) proposed_on: Option<Date>,
    /// The day of the meeting at which the cell voted to recognise the member, if it has come to that.
    pub(super) recognised_on: Option<Date>,
}

/// How many of a cell's members are on probation or were within the year.
fn new_members(cell: &Cell, dice: &mut Dice) -> usize {
    let percent = match cell.kind {
        CellType::Students => 50,
        CellType::PrivateEnterprise => 12,
        CellType::PublicService => 7,
        CellType::Residential => 3,
        _ => 6,
    };
    let share = cell.size * percent;
    let rest = u32::try_from(share % 100).unwrap_or(0);
    let count = share / 100 + usize::from(dice.happens(rest));
    // Below three official members a cell cannot decide (Điều lệ Art. 21).
    count.min(cell.size.saturating_sub(4))
}

/// The members of a cell.
pub(super) fn people(sample: &Sample, words: &Words, ward: &str, cell: &Cell, slots: &[Slot]) -> Vec<Person> {
    let mut dice = Dice::of(sample.seed, "people", cell.index);
    // The main residential cell is the example of 22 members, 20 of them official.
    let main = cell.is_main && cell.kind == CellType::Residential;
    let new = if main { 2.min(cell.size) } else { new_members(cell, &mut dice) };
    let mut taken: Vec<String> = Vec::with_capacity(cell.size);
    let mut found = Vec::with_capacity(cell.size);
    for rank in 0..cell.size {
        let number = cell.first + rank;
        let id = MemberId(dice.id(entered_at()));
        let nth_new = (rank + new).checked_sub(cell.size);
        let path = nth_new.map(|n| Path::of(sample, slots, main.then_some(n), &mut dice));
        let outline = Outline {
            number,
            cell_type: cell.kind,
            rank,
            admitted_on: path.map(|path| path.ceremony),
            official_on: path.and_then(|path| path.official_on()),
            today: sample.present.date(),
        };
        let profile = people::profile(words, &outline, ward, &mut dice, &taken);
        taken.push(profile.full_name.clone());
        let standings = match path {
            Some(path) => path.standings(cell, id, &mut dice),
            None => settled(sample, cell, id, &profile, rank, &mut dice),
        };
        let proposed_on = path.and_then(|path| path.proposed_on);
        let recognised_on = path.and_then(|path| path.voted_on);
        found.push(Person { id, profile, standings, proposed_on, recognised_on });
    }
    found
}

/// The way of a new member from the proposal to the recognition.
#[derive(Debug, Clone, Copy)]
struct Path {
    proposed_on: Option<Date>,
    ceremony: Date,
    voted_on: Option<Date>,
    decided_on: Option<Date>,
}

/// Days from the cell's vote to the superior's decision in a sample.
const DECISION_DAYS: i64 = 18;

fn days(n: i64) -> Span {
    Span::new().days(n)
}

impl Path {
    /// The main cell's first new member ends probation with this month, so that its agenda shows it; the second is new.
    fn of(sample: &Sample, slots: &[Slot], in_main: Option<usize>, dice: &mut Dice) -> Self {
        let today = sample.present.date();
        let ceremony = match in_main {
            Some(0) => (today + days(4)).min(today.last_of_month()) - Span::new().years(1),
            Some(_) => today - days(130),
            None => today - days(dice.between(25, 420)),
        };
        let before = |slot: &&Slot| slot.date().is_some_and(|date| date + days(35) <= ceremony);
        let proposed_on = slots.iter().rev().find(before).and_then(Slot::date);
        let ends = ceremony + Span::new().years(1);
        let after = |slot: &&Slot| slot.date().is_some_and(|date| ends <= date && date < today);
        let voted_on = slots.iter().find(after).and_then(Slot::date);
        let decided_on = voted_on.map(|date| date + days(DECISION_DAYS)).filter(|date| *date <= today);
        Self { proposed_on, ceremony, voted_on, decided_on }
    }

    /// The date from which the member is official: twelve months after the ceremony, even if the papers are late
    /// (statement 33).
    fn official_on(&self) -> Option<Date> {
        self.decided_on.map(|_| self.ceremony + Span::new().years(1))
    }

    fn standings(&self, cell: &Cell, member: MemberId, dice: &mut Dice) -> Vec<Standing> {
        let from = self.ceremony.max(cell.organisation.from_on);
        let mut first = standing(cell.organisation.id, member, from, dice);
        first.grade = MemberGrade::Probationary;
        let Some(decided) = self.decided_on else { return vec![first] };
        then(first, decided, dice, |next| next.grade = MemberGrade::Official)
    }
}

fn standing(cell: OrganisationId, member: MemberId, from_on: Date, dice: &mut Dice) -> Standing {
    let (grade, state) = (MemberGrade::Official, StandingState::Active);
    Standing {
        id: StandingId(dice.id(entered_at())),
        member,
        cell,
        grade,
        state,
        from_on,
        to_on: None,
        left: None,
    }
}

/// The standing ended on a day and followed by another in the same cell.
fn then(mut first: Standing, on: Date, dice: &mut Dice, change: impl FnOnce(&mut Standing)) -> Vec<Standing> {
    let mut next = Standing { id: StandingId(dice.id(entered_at())), from_on: on, ..first.clone() };
    change(&mut next);
    (first.to_on, first.left) = (Some(on), Some(Leaving::Changed));
    vec![first, next]
}

/// The standings of a member who was official before the sample's months.
fn settled(
    sample: &Sample,
    cell: &Cell,
    member: MemberId,
    profile: &Profile,
    rank: usize,
    dice: &mut Dice,
) -> Vec<Standing> {
    let admitted = profile.admitted_on.map_or(cell.organisation.from_on, |on| on.date);
    let from = cell.organisation.from_on.max(admitted);
    let first = standing(cell.organisation.id, member, from, dice);
    let today = sample.present.date();
    let age = profile.born_on.map_or(0, |born| today.year() - born.date.year());
    if rank > 7 && age >= 78 && dice.happens(55) {
        let since = (from + days(dice.between(0, 60))).min(today);
        return exempted(first, from, since, dice);
    }
    if rank > 2 && cell.kind != CellType::Residential && age < 55 && dice.happens(3) {
        let gone = today - days(dice.between(20, 200));
        let back = gone + days(dice.between(100, 300));
        let mut spans = then(first, gone.max(from), dice, |next| next.state = StandingState::Away);
        if back <= today
            && let Some(away) = spans.pop()
        {
            spans.extend(then(away, back, dice, |next| next.state = StandingState::Active));
        }
        return spans;
    }
    vec![first]
}

fn exempted(first: Standing, from: Date, since: Date, dice: &mut Dice) -> Vec<Standing> {
    if since == from {
        return vec![Standing { state: StandingState::Exempt, ..first }];
    }
    then(first, since, dice, |next| next.state = StandingState::Exempt)
}

/// The roll of a cell on a day, by given name: its own people and those of other cells who stand in it too.
pub(super) fn roll_on(people: &[Person], others: &[(String, Standing)], on: Date) -> Vec<RollMember> {
    let line = |name: &str, standing: &Standing| RollMember {
        member: standing.member,
        name: name.to_owned(),
        grade: standing.grade,
        state: standing.state,
    };
    let own = people.iter().flat_map(|person| {
        person.standings.iter().map(move |standing| (person.profile.full_name.as_str(), standing))
    });
    let others = others.iter().map(|(name, standing)| (name.as_str(), standing));
    let mut roll: Vec<RollMember> =
        own.chain(others).filter(|(_, one)| one.holds_on(on)).map(|(name, one)| line(name, one)).collect();
    roll.sort_by_cached_key(|one| (names::sort_key(&one.name), one.member));
    roll
}
