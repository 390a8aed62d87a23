//! What a cell of the sample is like: how diligent, and which faults of the regime it has for a habit. The faults are
//! those the field names; most cells have none.

use nennep_domain::organisations::CellType;

use super::{
    blueprint::{Blueprint, Cell},
    dice::Dice,
};

/// A fault a cell has for a habit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Habit {
    /// Papers come late or not at all (statement 5).
    LatePapers,
    /// Meetings are too short (statement 4).
    Short,
    /// Few members speak.
    FewSpeakers,
    /// Members follow the director's opinion.
    Defers,
    /// The minutes are last month's.
    Copies,
    /// The report comes late (statement 6).
    LateReport,
    /// There is no report at all.
    NoReport,
    /// Tasks stay without a result.
    TasksUndone,
    /// Some month has no meeting (statement 1).
    MissesMonths,
    /// Some quarter has no theme (statement 2).
    NoThematic,
    /// Members stay away, some without a reason (statement 9).
    StaysAway,
}

impl Habit {
    /// Every habit.
    pub(super) const ALL: [Self; 11] = [
        Self::LatePapers,
        Self::Short,
        Self::FewSpeakers,
        Self::Copies,
        Self::LateReport,
        Self::TasksUndone,
        Self::MissesMonths,
        Self::NoThematic,
        Self::StaysAway,
        Self::NoReport,
        Self::Defers,
    ];

    /// How often in a hundred months the fault shows, in a cell that has it for a habit and in one that has not.
    const fn percent(self) -> (u32, u32) {
        match self {
            Self::LatePapers | Self::Short => (60, 6),
            Self::FewSpeakers => (70, 6),
            Self::Defers => (75, 0),
            Self::Copies => (45, 0),
            Self::LateReport => (65, 7),
            Self::NoReport => (35, 1),
            Self::TasksUndone => (55, 6),
            Self::MissesMonths => (13, 0),
            Self::NoThematic => (60, 4),
            Self::StaysAway => (80, 8),
        }
    }
}

/// What a cell is like.
#[derive(Debug, Clone, Default)]
pub(super) struct Character {
    habits: Vec<Habit>,
}

impl Character {
    /// Whether the fault shows this time.
    pub(super) fn shows(&self, habit: Habit, dice: &mut Dice) -> bool {
        let (with, without) = habit.percent();
        dice.happens(if self.habits.contains(&habit) { with } else { without })
    }

    /// Whether it has the fault for a habit.
    pub(super) fn has(&self, habit: Habit) -> bool {
        self.habits.contains(&habit)
    }
}

/// What each cell is like: of three, one has no habit, one has one, and one may have two. Every habit is somebody's.
pub(super) fn characters(seed: u64, blueprint: &Blueprint) -> Vec<Character> {
    let mut dice = Dice::of(seed, "characters", 0);
    let mut order: Vec<&Cell> = blueprint.cells.iter().filter(|cell| !cell.is_main).collect();
    dice.shuffle(&mut order);
    let mut found = vec![Character::default(); blueprint.cells.len()];
    let mut next = 0;
    for (rank, cell) in order.iter().enumerate() {
        let count = match rank % 3 {
            0 => 0,
            1 => 1,
            _ => usize::from(dice.happens(60)) + usize::from(dice.happens(50)),
        };
        let mut habits: Vec<Habit> = Vec::new();
        for _ in 0..count {
            habits.push(Habit::ALL[next % (Habit::ALL.len() - 1)]);
            next += 1;
        }
        if cell.kind == CellType::PrivateEnterprise && (dice.happens(55) || rank % 2 == 1) {
            habits.push(Habit::Defers);
        }
        habits.sort_unstable();
        habits.dedup();
        found[cell.index] = Character { habits };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{Sample, Scale};
    use nennep_domain::time::Month;

    #[test]
    fn every_fault_is_somebodys_habit_and_many_cells_have_none() {
        for seed in 1..6 {
            let sample = Sample::until(Scale::Ward, seed, Month::new(2026, 11).unwrap());
            let found = characters(seed, &Blueprint::of(&sample).unwrap());
            for habit in Habit::ALL {
                assert!(found.iter().any(|one| one.habits.contains(&habit)), "seed {seed}: nobody {habit:?}");
            }
            assert!(found.iter().filter(|one| one.habits.is_empty()).count() >= 8, "seed {seed}");
        }
    }
}
