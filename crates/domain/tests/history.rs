//! Random years of deeds, of organisations and in members' lives: after each, the register must still be one.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{
        MemberGrade, Standing,
        life::{self, LifeDeed},
    },
    organisations::{
        CellType, OrganisationKind,
        history::{Around, Chapter, Deed, Form, History},
    },
    rules::{RuleBook, Rules},
};
use proptest::prelude::*;
use uuid::Uuid;

const BEGINNING: Date = date(2025, 7, 1);
const ROOT: OrganisationId = OrganisationId(Uuid::from_u128(1));

/// A deed of either kind, as it was accepted.
#[derive(Debug, Clone)]
enum Accepted {
    Organisations(Deed, Date),
    Member(MemberId, LifeDeed, Date),
}

/// Organisations, members' standings, and the ids to come.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Register {
    history: History,
    standings: Vec<Standing>,
    last_id: u128,
}

/// What a day's register says: each organisation with its parent and code, and how many belong to it.
type Said = BTreeMap<OrganisationId, (Option<OrganisationId>, String, usize)>;

impl Register {
    fn new() -> Self {
        let root = Chapter {
            organisation: ROOT,
            code: "38.168".to_owned(),
            name: "Đảng bộ phường".to_owned(),
            kind: OrganisationKind::Commune,
            cell_type: None,
            parent: None,
            from_on: BEGINNING,
            to_on: None,
        };
        Self { history: History::new([root], []), standings: Vec::new(), last_id: 100 }
    }

    fn draw(&mut self) -> u128 {
        self.last_id += 1;
        self.last_id
    }

    /// Does a deed of organisations if it is not refused.
    fn organise(&mut self, deed: &Deed, on: Date, rules: &Rules) -> bool {
        let around = Around { standings: &self.standings, rules };
        let mut next = self.last_id;
        let mut new_id = || {
            next += 1;
            StandingId(Uuid::from_u128(next))
        };
        let Ok(outcome) = self.history.perform(deed, on, &around, &mut new_id) else { return false };
        self.last_id = next;
        for (id, left) in &outcome.ended_standings {
            let one = self.standings.iter_mut().find(|one| one.id == *id).unwrap();
            (one.to_on, one.left) = (Some(on), Some(*left));
        }
        self.standings.extend(outcome.begun_standings.iter().cloned());
        self.history.take(&outcome);
        true
    }

    /// Does a deed in a member's life if it is not refused.
    fn live(&mut self, member: MemberId, deed: &LifeDeed, on: Date, rules: &Rules) -> bool {
        let own: Vec<Standing> = self.standings.iter().filter(|one| one.member == member).cloned().collect();
        let cell_exists = |cell, on| self.history.is_cell_from(cell, on);
        let around = life::Around { standings: &own, ceremony_on: None, cell_exists: &cell_exists, rules };
        let mut next = self.last_id;
        let mut new_id = || {
            next += 1;
            StandingId(Uuid::from_u128(next))
        };
        let Ok(outcome) = life::perform(member, deed, on, on, &around, &mut new_id) else { return false };
        self.last_id = next;
        for ended in &outcome.ended {
            let one = self.standings.iter_mut().find(|one| one.id == ended.standing).unwrap();
            (one.to_on, one.left) = (Some(ended.on), Some(ended.left));
        }
        self.standings.extend(outcome.begun);
        true
    }

    fn belonging(&self, on: Date) -> impl Iterator<Item = &Standing> {
        self.standings.iter().filter(move |one| one.state.belongs() && one.holds_on(on))
    }

    fn said(&self, on: Date) -> Said {
        let all = self.history.all_on(on);
        all.map(|chapter| {
            let belong = self.belonging(on).filter(|one| one.cell == chapter.organisation).count();
            (chapter.organisation, (chapter.parent, chapter.code.clone(), belong))
        })
        .collect()
    }

    /// Members of an organisation and all below it on a day, counted level by level.
    fn counted(&self, of: OrganisationId, on: Date, depth: usize) -> usize {
        assert!(depth < 50, "the tree has a circle on {on}");
        let own = self.belonging(on).filter(|one| one.cell == of).count();
        let below: Vec<_> = self.history.below(of, on).map(|chapter| chapter.organisation).collect();
        own + below.into_iter().map(|id| self.counted(id, on, depth + 1)).sum::<usize>()
    }

    fn must_be_sound<'a>(&self, days: impl Iterator<Item = &'a Date>) {
        for on in days {
            let mut members = BTreeSet::new();
            for one in self.belonging(*on) {
                assert!(members.insert(one.member), "{} belongs to two cells on {on}", one.member);
                let cell = self.history.on(one.cell, *on);
                assert!(
                    cell.is_some_and(|cell| cell.kind == OrganisationKind::Cell),
                    "{} belongs to what is no cell on {on}",
                    one.member
                );
            }
            assert_eq!(self.counted(ROOT, *on, 0), members.len(), "đảng số does not add up on {on}");
            let mut codes = BTreeSet::new();
            for chapter in self.history.all_on(*on) {
                assert!(codes.insert(chapter.code.clone()), "code {} stands twice on {on}", chapter.code);
                let above = chapter.parent.and_then(|id| self.history.on(id, *on));
                assert_eq!(
                    above.is_some(),
                    chapter.organisation != ROOT,
                    "{} hangs in the air",
                    chapter.name
                );
                if let Some(above) = above {
                    assert!(above.kind.may_hold(chapter.kind), "{} below {}", chapter.name, above.name);
                }
            }
        }
    }
}

/// A step drawn by chance: what to do, with what, how many days later or earlier.
#[derive(Debug, Clone, Copy)]
struct Step {
    what: u8,
    one: usize,
    two: usize,
    days: i64,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0_u8..20, 0_usize..1000, 0_usize..1000, -6_i64..40);
    prop::collection::vec(step.prop_map(|(what, one, two, days)| Step { what, one, two, days }), 30..140)
}

fn of(register: &Register, on: Date, cells: bool, n: usize) -> Option<OrganisationId> {
    let fits = |chapter: &&Chapter| (chapter.kind == OrganisationKind::Cell) == cells;
    let all: Vec<_> = register.history.all_on(on).filter(fits).map(|chapter| chapter.organisation).collect();
    (!all.is_empty()).then(|| all[n % all.len()])
}

fn form(n: u128, kind: OrganisationKind) -> Form {
    let is_cell = kind == OrganisationKind::Cell;
    let code = if is_cell {
        format!("38.168.{:03}.{:03}.{:03}", 0, n / 1000, n % 1000)
    } else {
        format!("38.168.{:03}", n % 1000)
    };
    Form { code, name: format!("Tổ chức {n}"), cell_type: is_cell.then_some(CellType::Residential) }
}

/// The deed a step means in this register; `None` where there is nothing to do it with.
fn meant(register: &mut Register, step: Step, on: Date) -> Option<Accepted> {
    let Step { what, one, two, .. } = step;
    let cell = of(register, on, true, one);
    let other = of(register, on, true, two);
    let committee = of(register, on, false, two).unwrap_or(ROOT);
    let new = OrganisationId(Uuid::from_u128(register.draw()));
    let n = register.last_id;
    let member = |register: &Register| {
        let all: Vec<MemberId> = register.standings.iter().map(|standing| standing.member).collect();
        (!all.is_empty()).then(|| all[one % all.len()])
    };
    let deed = match what {
        0 => Deed::Found {
            organisation: new,
            of_kind: OrganisationKind::Cell,
            form: form(n, OrganisationKind::Cell),
            parent: Some(committee),
        },
        1 => Deed::Found {
            organisation: new,
            of_kind: OrganisationKind::Committee,
            form: form(n, OrganisationKind::Committee),
            parent: Some(committee),
        },
        2 => Deed::Merge { cells: vec![cell?], into: other?, new: None },
        3 => Deed::Merge {
            cells: vec![cell?, other?],
            into: new,
            new: Some((form(n, OrganisationKind::Cell), committee)),
        },
        4 => {
            let from = cell?;
            let members =
                register.belonging(on).filter(|standing| standing.cell == from).map(|one| one.member);
            let members: Vec<MemberId> = members.take(3 + two % 3).collect();
            Deed::Split { cell: from, new, form: form(n, OrganisationKind::Cell), members }
        }
        5 => Deed::Move { organisations: vec![cell?, of(register, on, false, one)?], parent: committee },
        6 => Deed::Move { organisations: vec![cell?], parent: committee },
        7 => Deed::Dissolve { organisation: cell?, to: other },
        8 => Deed::Dissolve { organisation: of(register, on, false, one)?, to: Some(committee) },
        9 => Deed::Upgrade { cell: cell?, committee: new, form: form(n, OrganisationKind::Committee) },
        10 => Deed::Rename { organisation: cell?, name: format!("Chi bộ {n}"), code: None },
        _ => {
            let life = match what {
                11..=14 => {
                    let member = MemberId(Uuid::from_u128(register.draw()));
                    let grade = if two % 3 == 0 { MemberGrade::Probationary } else { MemberGrade::Official };
                    let deed = LifeDeed::Receive { cell: cell?, grade, from: "nơi khác".to_owned() };
                    return Some(Accepted::Member(member, deed, on));
                }
                15 => LifeDeed::Transfer { to: other? },
                16 => LifeDeed::Exempt { until: None, reason: String::new() },
                17 => LifeDeed::Introduce { cell: other? },
                18 => [
                    LifeDeed::Resign,
                    LifeDeed::Remove,
                    LifeDeed::Die,
                    LifeDeed::Depart { to: "nơi khác".to_owned() },
                ][two % 4]
                    .clone(),
                _ => LifeDeed::Recognise,
            };
            return Some(Accepted::Member(member(register)?, life, on));
        }
    };
    Some(Accepted::Organisations(deed, on))
}

fn done(register: &mut Register, accepted: &Accepted, book: &RuleBook) -> bool {
    match accepted {
        Accepted::Organisations(deed, on) => register.organise(deed, *on, &book.on(*on)),
        Accepted::Member(member, deed, on) => register.live(*member, deed, *on, &book.on(*on)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_register_stays_one_through_years_of_deeds(steps in steps()) {
        let book = RuleBook::national().unwrap();
        let mut register = Register::new();
        let mut kept: Vec<(Accepted, u128)> = Vec::new();
        let mut days: BTreeSet<Date> = BTreeSet::from([BEGINNING]);
        let mut today = BEGINNING;
        for step in steps {
            let on = today.saturating_add(jiff::Span::new().days(step.days)).max(BEGINNING);
            let before: Vec<(Date, Said)> =
                days.iter().rev().filter(|day| **day < on).take(8).map(|day| (*day, register.said(*day))).collect();
            let untouched = register.clone();
            let Some(accepted) = meant(&mut register, step, on) else { continue };
            let from = register.last_id;
            if !done(&mut register, &accepted, &book) {
                register.last_id = untouched.last_id;
                prop_assert_eq!(&register, &untouched, "a refused deed changes nothing");
                register.last_id = from;
                continue;
            }
            kept.push((accepted, from));
            days.insert(on);
            today = today.max(on);
            register.must_be_sound(days.iter().filter(|day| **day >= on));
            for (day, said) in before {
                prop_assert_eq!(register.said(day), said, "a deed of {} changed {}", on, day);
            }
        }
        register.must_be_sound(days.iter());
        let mut again = Register::new();
        for (accepted, from) in &kept {
            again.last_id = *from;
            prop_assert!(done(&mut again, accepted, &book), "what was accepted is accepted again");
        }
        again.last_id = register.last_id;
        prop_assert_eq!(again, register, "the same deeds give the same register");
    }
}
