//! Everybody of the sample, cell by cell, written as the register keeps them; and who is remembered for offices, overseeing
//! and standings in other cells. Only that is held in memory.

use nennep_domain::{
    ids::MemberId,
    members::{MemberGrade, Standing, StandingState},
    organisations::CellType,
    rules::Calendar,
};
use nennep_store::members::{Identity, NewMember};

use super::{
    blueprint::{Blueprint, Cell},
    calendar::{Slot, Turn, slots, turns},
    cells::{Person, people},
    people::Words,
    sample::Sample,
};
use crate::{error::Result, keys::Keys, outside::Chance};

/// A person remembered beyond the own cell.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// The id.
    pub(super) id: MemberId,
    /// The number among all of the sample.
    pub(super) number: usize,
    /// Full name.
    pub(super) name: String,
    /// E-mail address; may be empty.
    pub(super) email: String,
}

/// What is remembered of a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered {
    /// The first people, who hold offices: as many as [`LEADERS`].
    pub(super) leaders: Vec<Known>,
    /// Official members.
    pub(super) official: usize,
    /// Working members who keep contact where they live.
    pub(super) working: Vec<Known>,
    /// Members who are away for a time, with the span.
    pub(super) away: Vec<(Known, Standing)>,
    /// Members with an e-mail address beyond the leaders: some of them have accounts.
    pub(super) reachable: Vec<Known>,
}

/// How many people of a cell may hold offices.
pub(super) const LEADERS: usize = 10;

/// What the makers of a sample have in common.
pub(super) struct Ground {
    /// The sample.
    pub(super) sample: Sample,
    /// Its organisations.
    pub(super) blueprint: Blueprint,
    /// The words people are made of.
    pub(super) words: Words,
    /// The turn of each cell in the last month.
    pub(super) turns: Vec<Turn>,
    /// The working-day calendar.
    pub(super) calendar: Calendar,
}

impl Ground {
    /// The ground of a sample.
    pub(super) fn of(sample: &Sample, calendar: &Calendar) -> Result<Self> {
        let blueprint = Blueprint::of(sample)?;
        let turns = turns(sample, &blueprint.cells);
        Ok(Self { sample: *sample, turns, blueprint, words: Words::built_in()?, calendar: calendar.clone() })
    }

    /// When a cell meets.
    pub(super) fn slots(&self, cell: &Cell) -> Vec<Slot> {
        slots(&self.sample, cell, self.turns[cell.index], &self.calendar)
    }

    /// The people of a cell.
    pub(super) fn people(&self, cell: &Cell) -> Vec<Person> {
        people(&self.sample, &self.words, &self.blueprint.ward, cell, &self.slots(cell))
    }

    /// The people of a cell as the register takes them, and what is remembered of them.
    pub(super) fn enter(&self, cell: &Cell, keys: &Keys) -> (Vec<NewMember>, Vec<Standing>, Remembered) {
        let chance = Chance::seeded(self.sample.seed ^ u64::try_from(cell.index + 1).unwrap_or(0) << 20);
        let (mut new, mut standings) = (Vec::with_capacity(cell.size), Vec::with_capacity(cell.size));
        let mut remembered = Remembered::default();
        for (rank, mut person) in self.people(cell).into_iter().enumerate() {
            let number = std::mem::take(&mut person.profile.identity_number);
            let identity = Identity {
                cipher: keys.seal(&chance, "identity", number.as_bytes()),
                hash: keys.hash("identity", number.as_bytes()),
            };
            remembered.note(cell, rank, &person);
            standings.append(&mut person.standings);
            new.push(NewMember { id: person.id, profile: person.profile, identity: Some(identity) });
        }
        (new, standings, remembered)
    }
}

impl Remembered {
    fn note(&mut self, cell: &Cell, rank: usize, person: &Person) {
        let known = Known {
            id: person.id,
            number: cell.first + rank,
            name: person.profile.full_name.clone(),
            email: person.profile.email.clone(),
        };
        let open = person.standings.last();
        let official = open.is_some_and(|standing| standing.grade == MemberGrade::Official);
        self.official += usize::from(official);
        let away = person.standings.iter().find(|standing| standing.state == StandingState::Away);
        if let Some(span) = away {
            self.away.push((known.clone(), span.clone()));
        } else if cell.kind != CellType::Residential && rank > 2 && official {
            self.working.push(known.clone());
        }
        if rank < LEADERS && official {
            self.leaders.push(known);
        } else if !known.email.is_empty() {
            self.reachable.push(known);
        }
    }
}
