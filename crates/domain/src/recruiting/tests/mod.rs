//! The way to admission on the boundaries of its rules.

mod cell_vote;
mod certificate;
mod neglect;
mod probation;
mod record;
mod statements;
mod way;

use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::{
    ids::{CandidateId, MemberId, OrganisationId},
    members::Sex,
    rules::{Rules, tests::national},
};

pub(super) const TODAY: Date = date(2026, 11, 5);
pub(super) const CELL: OrganisationId = OrganisationId(Uuid::from_u128(1));

pub(super) fn rules() -> Rules {
    national().on(TODAY)
}

pub(super) fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(n))
}

pub(super) fn candidate() -> Candidate {
    Candidate {
        id: CandidateId(Uuid::from_u128(9)),
        cell: CELL,
        person: Person {
            name: "Đinh Thị Ưu Tú".to_owned(),
            sex: Sex::Female,
            born_on: date(1990, 5, 19),
            workplace: "Công ty Cơ khí Bình Minh".to_owned(),
            residence: "Tổ dân phố số 5".to_owned(),
            youth_union: false,
            schooling: Schooling::UpperSecondary,
            note: String::new(),
        },
        listed_on: date(2025, 9, 5),
        listed_by: "09-NQ/CB".to_owned(),
        dropped: None,
        member: None,
    }
}

pub(super) fn empty() -> File {
    File {
        candidate: candidate(),
        helpers: Vec::new(),
        introducers: Vec::new(),
        facts: Vec::new(),
        votes: Vec::new(),
    }
}

pub(super) fn introducer(n: u128, together_from: Date) -> Introducer {
    Introducer {
        member: member(n),
        introduced_on: date(2026, 10, 1),
        together_from,
        fitness: Fitness::Official,
    }
}

/// A file with everything the cell needs for its vote.
pub(super) fn ready() -> File {
    let done = [
        (Step::Certificate, date(2025, 12, 1)),
        (Step::Application, date(2026, 3, 2)),
        (Step::Cv, date(2026, 3, 9)),
        (Step::Seal, date(2026, 3, 20)),
        (Step::Check, date(2026, 8, 3)),
        (Step::Associations, date(2026, 9, 1)),
        (Step::Residence, date(2026, 9, 8)),
        (Step::Comment, date(2026, 10, 5)),
    ];
    let helper =
        Helper { member: member(7), from_on: date(2025, 9, 5), to_on: None, fitness: Fitness::Official };
    File {
        helpers: vec![helper],
        introducers: vec![introducer(1, date(2020, 1, 1)), introducer(2, date(2020, 1, 1))],
        facts: done.map(|(step, on)| Fact::on(step, on)).to_vec(),
        ..empty()
    }
}

/// The same file with one more step done.
pub(super) fn with(mut file: File, fact: Fact) -> File {
    file.facts.retain(|one| one.step != fact.step);
    file.facts.push(fact);
    file
}

pub(super) fn without(mut file: File, step: Step) -> File {
    file.facts.retain(|one| one.step != step);
    file
}

pub(super) fn vote(on: Date, in_favour: u32) -> Fact {
    Fact { tally: Some(Tally { counted: 20, in_favour }), ..Fact::on(Step::Vote, on) }
}

pub(super) const ALL_TWENTY: Electorate = Electorate { least: 18, most: 20 };

pub(super) fn kinds(obstacles: &[Obstacle]) -> Vec<ObstacleKind> {
    obstacles.iter().map(|one| one.kind).collect()
}
