//! People of the sample who stand in another cell beside their own: working members in touch with the cell where they
//! live, and members away for a time who visit another cell. Never counted there, never voting there.

use jiff::{Span, civil::Date};
use nennep_domain::{
    ids::StandingId,
    members::{MemberGrade, Standing, StandingState},
    organisations::CellType,
};

use super::{
    blueprint::{Blueprint, FOUNDED, entered_at},
    census::{Known, Remembered},
    dice::Dice,
    sample::Sample,
};

/// A standing in another cell, with that cell's number and the member's name.
#[derive(Debug, Clone)]
pub(super) struct Elsewhere {
    /// The number of the cell.
    pub(super) cell: usize,
    /// Full name.
    pub(super) name: String,
    /// The standing.
    pub(super) standing: Standing,
}

/// All standings in other cells.
pub(super) fn elsewhere(sample: &Sample, blueprint: &Blueprint, remembered: &[Remembered]) -> Vec<Elsewhere> {
    let mut dice = Dice::of(sample.seed, "elsewhere", 0);
    let mut found = Vec::new();
    let mut working: Vec<&Known> = remembered.iter().flat_map(|one| &one.working).collect();
    dice.shuffle(&mut working);
    let mut working = working.into_iter();
    for cell in blueprint.cells.iter().filter(|cell| cell.kind == CellType::Residential) {
        for one in working.by_ref().take(2 + cell.size / 8) {
            let from = FOUNDED.max(cell.organisation.from_on) + Span::new().days(dice.between(0, 90));
            found.push(stands(&mut dice, one, cell.index, blueprint, StandingState::Residence, from, None));
        }
    }
    for (home, one) in remembered.iter().enumerate() {
        for (known, away) in &one.away {
            let visits = dice.happens(50);
            let host = dice.below(blueprint.cells.len());
            let cell = &blueprint.cells[host];
            let works = cell.kind != CellType::Residential && host != home;
            if visits && works {
                let from = away.from_on + Span::new().days(3);
                let to = away.to_on.filter(|to| *to > from);
                let until = sample.present.date();
                if from < until {
                    found.push(stands(&mut dice, known, host, blueprint, StandingState::Visiting, from, to));
                }
            }
        }
    }
    found
}

fn stands(
    dice: &mut Dice,
    one: &Known,
    cell: usize,
    blueprint: &Blueprint,
    state: StandingState,
    from_on: Date,
    to_on: Option<Date>,
) -> Elsewhere {
    let standing = Standing {
        id: StandingId(dice.id(entered_at())),
        member: one.id,
        cell: blueprint.cells[cell].organisation.id,
        grade: MemberGrade::Official,
        state,
        from_on,
        to_on,
        left: to_on.map(|_| nennep_domain::members::Leaving::Transferred),
    };
    Elsewhere { cell, name: one.name.clone(), standing }
}
