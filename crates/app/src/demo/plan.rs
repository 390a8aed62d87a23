//! A cell's months as they are planned and as far as they came: which kind of sitting, when, on what theme, and whether
//! it was missed, held, runs, is called or only stands in the plan.

use nennep_domain::{
    meetings::MeetingKind,
    organisations::CellType,
    time::{Instant, Month},
};

use super::{
    calendar::{Slot, Turn},
    character::Habit,
    dice::Dice,
    setting::Told,
    texts::{Blanks, Topic},
};

/// How far a month's meeting came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// It was called off and not held later.
    Missed,
    /// It was held.
    Held,
    /// It runs.
    Running,
    /// It is called.
    Called,
    /// It stands in the plan.
    Planned,
}

/// One month of a cell.
pub(super) struct Plan<'a> {
    /// Its number, from 0.
    pub(super) n: usize,
    /// The month.
    pub(super) month: Month,
    /// When the meeting is to start.
    pub(super) starts_at: Option<Instant>,
    /// Its kind.
    pub(super) kind: MeetingKind,
    /// The theme of a thematic part, or of a thematic meeting of its own.
    pub(super) theme: Option<&'a Topic>,
    /// When the thematic meeting is held, where it is one of its own.
    pub(super) theme_at: Option<Instant>,
    /// The focus of discussion.
    pub(super) topic: &'a Topic,
    /// What is said on what is studied: its place among the texts.
    pub(super) study: usize,
    /// What stands in the blanks.
    pub(super) blanks: Blanks,
    /// Whether the minutes are last month's.
    pub(super) copies: bool,
    /// How far it came.
    pub(super) far: Far,
}

/// No meeting of a sample lasts longer, in minutes.
const LONGEST: i64 = 200;
/// Days from a routine meeting to a thematic one of its own.
const DAYS_TO_THEME: i64 = 8;
/// A meeting without a turn is called this many minutes ahead.
const CALLED_AHEAD: i64 = 5 * 24 * 60;

/// The months of a cell, oldest first.
pub(super) fn plans<'a>(told: &Told<'a>) -> Vec<Plan<'a>> {
    let slots = told.setting.ground.slots(told.cell);
    let mut dice = told.dice("plans", 0);
    let studies = told.setting.texts.common.study.len();
    let (first, study) = (dice.below(told.texts.topics.len()), dice.below(studies));
    let themes = Themes::new(&mut dice);
    let mut plans: Vec<Plan<'a>> = Vec::with_capacity(slots.len());
    for (n, slot) in slots.iter().enumerate() {
        let far = far(told, slot, &mut dice);
        let copies = far == Far::Held && told.character.shows(Habit::Copies, &mut dice);
        let same = plans.last().filter(|last| copies && last.far == Far::Held);
        let new = || (&told.texts.topics[(first + n) % told.texts.topics.len()], (study + n) % studies);
        let (topic, said) = same.map_or_else(new, |last| (last.topic, last.study));
        let fresh = Blanks::of(&told.unit, slot.month, &mut dice);
        let blanks = same.map_or(fresh, |last| last.blanks.clone());
        let copies = same.is_some();
        let theme = themes.of(told, slot.month, n, &mut dice);
        let own = theme.is_some() && far == Far::Held && dice.happens(30);
        let theme_at = slot.starts_at.map(|at| at.plus_minutes(DAYS_TO_THEME * 24 * 60)).filter(|at| {
            own && Month::of(at.date()) == slot.month
                && at.plus_minutes(LONGEST) <= told.setting.ground.sample.present
        });
        let combined = theme.is_some() && theme_at.is_none() && far != Far::Missed;
        let kind = if combined { MeetingKind::Combined } else { MeetingKind::Routine };
        let theme = theme.filter(|_| combined || theme_at.is_some());
        let (month, starts_at) = (slot.month, slot.starts_at);
        plans.push(Plan {
            n,
            month,
            starts_at,
            kind,
            theme,
            theme_at,
            topic,
            study: said,
            blanks,
            copies,
            far,
        });
    }
    plans
}

fn far(told: &Told<'_>, slot: &Slot, dice: &mut Dice) -> Far {
    let sample = &told.setting.ground.sample;
    let missed = told.character.shows(Habit::MissesMonths, dice);
    if slot.month < sample.until {
        return if missed { Far::Missed } else { Far::Held };
    }
    let ahead = slot.month != sample.until;
    let turn = if ahead { Turn::Planned } else { told.setting.ground.turns[told.cell.index] };
    let main = told.cell.is_main && slot.month == sample.until.plus(1);
    match slot.starts_at {
        Some(_) if turn == Turn::Running => Far::Running,
        Some(at) if at.plus_minutes(LONGEST) <= sample.present => Far::Held,
        Some(at) if sample.present < at && turn == Turn::Called => Far::Called,
        Some(at)
            if sample.present < at
                && (turn == Turn::Held || main)
                && at <= sample.present.plus_minutes(CALLED_AHEAD) =>
        {
            Far::Called
        }
        _ => Far::Planned,
    }
}

/// In which month of each quarter the cell has its theme.
struct Themes {
    at: Vec<i8>,
}

impl Themes {
    fn new(dice: &mut Dice) -> Self {
        let at = (0..8).map(|_| *dice.weighed(&[(1, 15), (2, 35), (3, 50)])).collect();
        Self { at }
    }

    /// The theme of a month, if the quarter's falls into it. The printed cells have none yet in the present quarter, so that
    /// their agenda asks for one.
    fn of<'a>(&self, told: &Told<'a>, month: Month, n: usize, dice: &mut Dice) -> Option<&'a Topic> {
        let sample = &told.setting.ground.sample;
        let quarter = usize::try_from(month.index() / 3).unwrap_or(0);
        let place = month.number() - (month.quarter() - 1) * 3;
        let none = told.character.shows(Habit::NoThematic, dice);
        let present = month.quarter() == sample.until.quarter() && month.year() == sample.until.year();
        let open = told.cell.is_main && told.cell.kind == CellType::Residential && present;
        let falls = self.at[quarter % self.at.len()] == place && !none && !open;
        falls.then(|| &told.texts.themes[n % told.texts.themes.len()])
    }
}
